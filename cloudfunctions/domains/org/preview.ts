import type { ActionOutput, ActionParsed } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import { countMembersBelow } from '../../kernel/members';
import { among, not } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { countEventsBelow } from '../event/public';
import { countRecommendationsBelow } from '../recommendation/public';
import type { OrgDatabase, OrgDoc } from './collections';
import { placed } from './moves';
import { judgeMerge, judgeMove } from './rules/moving';
import { refuseProblem } from './problems';
import { BRANCH } from './rules/org';
import { type Counted, previewNotes, previewWords } from './rules/words';
import { readOrgs } from './store';

type Context = MemberContext<OrgDatabase>;
type Planned = ActionParsed<'org.preview'>;

interface Hanging {
  orgIds: readonly string[];
  /** What goes along with this one: it does not count itself. */
  itself?: string;
  /** Members counted by hand. */
  besides?: number;
}

/** What hangs on these orgs and on all below them. Copies of where they stand are counted, which are minutes old at most. */
async function hangingOn({ db, others }: Context, { orgIds, itself, besides = 0 }: Hanging): Promise<Counted[]> {
  const within = { path: among(orgIds), mergedInto: null, ...(itself !== undefined && { _id: not(itself) }) };
  const none = orgIds.length === 0;
  const [branches, orgs, members, events, recommendations] = none
    ? [0, 0, 0, 0, 0]
    : await Promise.all([
        db.orgs.count({ ...within, kind: BRANCH }),
        db.orgs.count(within),
        countMembersBelow(others, orgIds),
        countEventsBelow(others, orgIds),
        countRecommendationsBelow(others, orgIds),
      ]);
  return [
    { name: '支部', unit: '个', count: branches },
    { name: '其他组织', unit: '个', count: orgs - branches },
    { name: '成员', unit: '', count: members + besides },
    { name: '活动', unit: '场', count: events },
    { name: '荐书', unit: '则', count: recommendations },
  ];
}

/** Refuses what the command would refuse. */
async function judge(context: Context, { kind, orgId, toId }: Planned, read: readonly OrgDoc[]): Promise<void> {
  const { db } = context;
  const org = read.find(({ _id }) => _id === orgId);
  if (org === undefined || org.mergedInto !== undefined) refuse('NOT_FOUND');
  if (kind !== 'rename' && org.parentId === null) refuseProblem('is root');
  if (kind !== 'move' && kind !== 'merge') return;
  if (toId === undefined) refuse('BAD_INPUT', { fields: [{ path: 'toId', message: '请选择组织' }] });
  await context.requirePermissionOnOrg(toId, [], read);
  const [moved, target] = await Promise.all([placed(db, orgId, read), placed(db, toId, read)]);
  const verdict = kind === 'move' ? judgeMove(moved, target) : judgeMerge(moved, target);
  if (verdict !== 'go') refuseProblem(verdict);
}

/** What a change would take along, in words and numbers, before it is made. */
export async function planOf(context: Context, planned: Planned): Promise<ActionOutput<'org.preview'>> {
  const { kind, orgId, toId, orgIds = [], memberIds = [] } = planned;
  const read = await readOrgs(context.db, context.viewer, toId === undefined ? [orgId] : [orgId, toId]);
  await context.requirePermissionAboveOrg(orgId, [], read);
  await judge(context, planned, read);
  const hanging = kind === 'split' ? { orgIds, besides: memberIds.length } : { orgIds: [orgId], itself: orgId };
  const counts = await hangingOn(context, hanging);
  return {
    words: previewWords(kind, counts),
    notes: [...previewNotes[kind]],
    counts: counts.map(({ name, count }) => ({ name, count })),
  };
}
