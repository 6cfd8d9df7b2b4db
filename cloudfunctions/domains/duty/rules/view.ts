import type { Board, BoardDuty, Duty, ManagedDuty } from '../../../../contract/domains/duty/actions';
import { dutyKinds, dutyTable } from '../../../../contract/domains/duty/constants';
import type { DutyDoc } from '../collections';
import { daysOf } from './terms';

/** What is shown of a duty to everybody who sees the board. */
export const shownFields = ['group', 'kind', 'title', 'name', 'from', 'until', 'of', 'order'] as const;
type Shown = Pick<DutyDoc, '_id' | (typeof shownFields)[number]>;

export const dutyView = ({ _id, group, kind, title, name, from, until, of, order }: Shown): Duty => ({
  id: _id,
  group,
  kind,
  title: title === '' ? dutyTable[kind].name : title,
  name,
  ...daysOf({ from, until }),
  standsInFor: of,
  order,
});

export const managedDutyView = (doc: DutyDoc): ManagedDuty => ({
  ...dutyView(doc),
  orgId: doc.orgId,
  ownTitle: doc.title,
  memberId: doc.memberId,
  rights: doc.rights,
  version: doc.version ?? 0,
});

const rankOf = ({ kind }: Pick<DutyDoc, 'kind'>): number => dutyKinds.indexOf(kind);

/** In the order of the duty table; of one duty those in office before those to come, then as they were placed. */
const byRank =
  (now: number) =>
  (one: Shown, other: Shown): number =>
    rankOf(one) - rankOf(other) ||
    Number(one.from > now) - Number(other.from > now) ||
    one.order - other.order ||
    (one._id < other._id ? -1 : 1);

/**
 * The board of an org: its groups, the one with the highest duty first, each with its duties in order. Whoever stands in
 * for somebody is named with him, or, where that one is gone, by himself.
 */
export function boardGroups(docs: readonly Shown[], now: number): Board['groups'] {
  const standing = new Set(docs.filter(({ of }) => of === null).map(({ _id }) => _id));
  const isWith = ({ of }: Shown): boolean => of !== null && standing.has(of);
  const groups = new Map<string, BoardDuty[]>();
  const sorted = [...docs].sort(byRank(now));
  for (const doc of sorted.filter((each) => !isWith(each))) {
    const standIns = sorted.filter(({ of }) => of === doc._id).map(dutyView);
    groups.set(doc.group, [...(groups.get(doc.group) ?? []), { ...dutyView(doc), standIns }]);
  }
  return [...groups].map(([name, duties]) => ({ name, duties }));
}
