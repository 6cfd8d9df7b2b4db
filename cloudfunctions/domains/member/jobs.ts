import type { MergeEnding } from '../../../contract/domains/member/constants';
import type { Role } from '../../../contract/roles';
import type { Grant } from '../../kernel/grants';
import { deriveId } from '../../kernel/ids';
import { closeRecord, fillSearchKeys, membersSeen, rightsPathsOf } from '../../kernel/memberPages';
import { isUnused } from '../../kernel/memberUse';
import type { Others } from '../../kernel/others';
import { among, atMost } from '../../kernel/port';
import { searchKeysOf } from '../../shared/search/rules/keys';
import { afterBatch, defineJob, queueWork, reviveWork, workState } from '../../shared/work/public';
import { findRoot } from '../org/public';
import { endGrants, mayLoseCityAdmin } from '../role/public';
import type { MemberDatabase, MergeDoc } from './collections';
import { isUnderWay, isUsable, openMerges } from './merges';
import {
  askedAbove,
  ended,
  isSilent,
  lapsing,
  MERGE_WORK,
  mergeKey,
  openStates,
  over,
  pathAbove,
} from './rules/merging';

/** Merges looked at in one step. */
const BATCH = 20;
/** After a record was closed, until no call that was running then can still write. */
const QUIET_MS = 120_000;
/** How soon a merge that is under way is looked at again. */
const AGAIN_MS = 60_000;
/** How soon work that was given up is tried again. */
const REVIVED_MS = 3_600_000;

interface At {
  now: number;
  others: Others;
}

/** Roles beyond `member` that count or will. */
const current = (grants: readonly Grant[], now: number): Role[] =>
  grants.filter(({ role, until = Infinity }) => role !== 'member' && until > now).map(({ role }) => role);

/**
 * What becomes of a merge whose time has come. It ends where one of the records cannot be used, the city would be without
 * an administrator, or the one that goes is in use and nobody agreed on it. Where nobody uses it either, its holder may
 * not know of anything, so somebody above has to agree.
 */
async function verdictOn(merge: MergeDoc, { now, others }: At): Promise<MergeEnding | 'ask above' | 'go'> {
  const { fromId, toId, way, fromAgreed } = merge;
  const records = await membersSeen(others, [fromId, toId]);
  const usable = [fromId, toId].every((id) =>
    isUsable(
      records.find(({ _id }) => _id === id),
      now,
    ),
  );
  if (!usable) return 'stopped';
  if (way === 'proposed' && !fromAgreed && !(await isUnused(others, fromId))) return 'declined';
  if (isSilent(merge)) return 'ask above';
  return (await mayLoseCityAdmin(others, fromId, now)) ? 'go' : 'stopped';
}

/** Asks those above the orgs of the record that goes; whoever answers on it at the same moment has the say. */
async function askAbove(db: MemberDatabase, { _id, fromId }: MergeDoc, { now, others }: At): Promise<void> {
  const [from] = await membersSeen(others, [fromId]);
  const path = pathAbove([...(await rightsPathsOf(others, from?.orgIds ?? [])).values()]);
  const root = path.length > 0 ? undefined : await findRoot(others);
  const asked = askedAbove(root === undefined ? path : [root._id], now);
  await db.merges.update({ _id, state: 'waiting', fromAgreed: false }, { set: asked });
}

/**
 * Begins a merge whose time has come. It says so first and looks then for another of the same people, so that of two at
 * once at least one sees the other and waits: what is being moved must not be moved on.
 */
async function begin(db: MemberDatabase, merge: MergeDoc, at: At): Promise<void> {
  const { _id, fromId, toId } = merge;
  const verdict = merge.state === 'waiting' ? await verdictOn(merge, at) : 'go';
  if (verdict === 'ask above') {
    await askAbove(db, merge, at);
    return;
  }
  if (verdict !== 'go') {
    await db.merges.update({ _id, state: 'waiting' }, { set: ended(merge, verdict, at.now) });
    return;
  }
  const taken = await db.merges.update({ _id, state: merge.state, begun: false }, { set: { state: 'merging' } });
  if (taken === 0 && merge.state === 'waiting') return;
  const others = (await openMerges(db, [fromId, toId])).filter(({ state }) => state === 'merging');
  if (isUnderWay(others, [fromId, toId], _id)) {
    const later = { state: 'waiting', dueAt: at.now + AGAIN_MS } as const;
    await db.merges.update({ _id, state: 'merging', begun: false }, { set: later });
    return;
  }
  await db.merges.update({ _id, state: 'merging' }, { set: { begun: true, dueAt: at.now } });
  await goOn(db, { ...merge, state: 'merging', begun: true }, at);
}

/** Closes the record that goes and queues the work; each part may be done twice. */
async function goOn(db: MemberDatabase, merge: MergeDoc, { now, others }: At): Promise<void> {
  const { _id, byId, way, rolesLeft, people } = merge;
  // As they were: once all is brought over, the record that goes is the other here as well.
  const [fromId = '', toId = ''] = people;
  const key = mergeKey(fromId, toId);
  const state = await workState(others, { kind: MERGE_WORK }, key);
  if (state === 'done') {
    await db.merges.update({ _id, state: 'merging' }, { set: over(now), unset: ['stalled'] });
    return;
  }
  if (state === 'unknown') {
    if (way === 'proposed') {
      // Nobody comes by a role through somebody else's word that he is its holder: who may give it gives it anew.
      const [from] = await membersSeen(others, [fromId]);
      const left = [...rolesLeft, ...current(from?.grants ?? [], now)];
      await db.merges.update({ _id }, { set: { rolesLeft: [...new Set(left)] } });
      await endGrants(others, { memberId: fromId }, { commandId: deriveId('c', _id), now, by: byId });
    }
    await closeRecord(others, fromId);
    await queueWork(others, { kind: MERGE_WORK }, key, now + QUIET_MS);
  }
  // Whoever is told of it before is told the truth also where this call is killed in between.
  if (state === 'failed') await db.merges.update({ _id, state: 'merging' }, { set: { stalled: true } });
  if (state === 'failed') await reviveWork(others, { kind: MERGE_WORK }, key, now + REVIVED_MS);
  await db.merges.update({ _id, state: 'merging' }, { set: { dueAt: now + AGAIN_MS } });
}

/** Every minute what became of merges: codes and questions lapse, what was agreed begins, what is under way is over. */
export const mergeTurns = defineJob<MemberDatabase>({
  kind: 'mergeturns',
  every: 'minute',
  async step(db, { now, others }) {
    const due = await db.merges.find(
      { state: among(openStates), dueAt: atMost(now) },
      { sort: [['dueAt', 1]], limit: BATCH },
    );
    for (const merge of due) {
      const { _id, state, begun } = merge;
      if (lapsing.includes(state)) await db.merges.update({ _id, state }, { set: ended(merge, 'lapsed', now) });
      else if (begun) await goOn(db, merge, { now, others });
      else await begin(db, merge, { now, others });
    }
    return { done: 'looked' };
  },
});

/** Members looked at in one step. */
const NAMES = 500;

/** Writes how names are sorted and found where documents of earlier versions do not say, or say it otherwise. */
export const searchKeys = defineJob<MemberDatabase>({
  kind: 'memberkeys',
  every: 'day',
  async step(_db, { cursor = '', others }) {
    const looked = await fillSearchKeys(others, cursor, NAMES, (name) => searchKeysOf(name, 'person'));
    return afterBatch(looked, NAMES, (id) => id, 'filled');
  },
});

export const memberJobs = { mergeturns: mergeTurns, memberkeys: searchKeys };
