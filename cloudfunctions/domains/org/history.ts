import { ORG_UNDO_MS } from '../../../contract/domains/org/constants';
import type { ActionOutput } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import { namesOf } from '../../kernel/members';
import { pageOf } from '../../kernel/paging';
import { among } from '../../kernel/port';
import { mayManage } from '../../shared/scope/rules/scope';
import { workUnder } from '../../shared/work/public';
import type { OrgChangeDoc, OrgDatabase } from './collections';
import { ORG_COPIES } from './rules/moving';
import { changeWords } from './rules/words';

const PAGE = 20;

/** What was asked of the work that follows from a change: after the undo, from that. */
const stampOf = ({ _id, undone }: OrgChangeDoc): string => undone?.id ?? _id;

/** Whatever was done lately to an org and to those below it, the newest first. The caller has proved the right. */
export async function changesOf(
  { db, others, now, viewer }: MemberContext<OrgDatabase>,
  orgId: string,
  cursor: string | undefined,
): Promise<ActionOutput<'org.changes'>> {
  const { items, next } = await pageOf(
    db.orgchanges,
    { orgPath: orgId },
    { sort: ['at', -1], cursor, size: PAGE, view: (change) => change },
  );
  const fresh = items.filter(({ at, undone }) => (undone?.at ?? at) + ORG_UNDO_MS > now);
  const ids = [...new Set(items.flatMap(({ orgId: id, fromId, toId }) => [id, fromId ?? id, toId ?? id]))];
  const [orgs, people, work] = await Promise.all([
    ids.length === 0 ? [] : db.orgs.find({ _id: among(ids) }, { limit: ids.length, fields: ['name', 'change'] }),
    namesOf(others, [...new Set(items.flatMap(({ memberId }) => memberId ?? []))]),
    workUnder(others, { kind: ORG_COPIES }, fresh.map(stampOf)),
  ]);
  const known = new Map(orgs.map((org) => [org._id, org]));
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : known.get(id)?.name);
  return {
    next,
    items: items.map((change) => {
      const { _id, kind, orgId: id, orgName, orgPath, nameBefore, fromId, toId, memberId, at, undone } = change;
      const isLast = known.get(id)?.change?.id === _id;
      // What an org is and where it stands is the affair of those above it.
      const above = orgPath.filter((one) => one !== id);
      const mine = above.length === 0 || mayManage(viewer, 'org:manage', { orgPath: above });
      const progress = work.get(stampOf(change));
      return {
        id: _id,
        kind,
        org: { id, name: orgName },
        words: changeWords({ kind, nameBefore, from: nameOf(fromId), to: nameOf(toId) }),
        at,
        by: memberId === undefined ? null : (people.get(memberId) ?? null),
        undoneAt: undone?.at ?? null,
        undoUntil: isLast && mine && undone === undefined && at + ORG_UNDO_MS > now ? at + ORG_UNDO_MS : null,
        progress: progress === undefined || progress.done === progress.all ? null : progress,
      };
    }),
  };
}
