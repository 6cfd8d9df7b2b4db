import type { Merge } from '../../../../contract/domains/member/mergeActions';
import type { MergeDoc } from '../collections';
import { askedOf } from './merging';
import { orgsOf, type Seen } from './view';

type Records = ReadonlyMap<string, Pick<Seen, '_id' | 'name' | 'orgIds' | 'nodes' | 'joinedAt'>>;

/** A record as whoever is concerned tells it from another: its name and its orgs. */
export const recordView = (record: Pick<Seen, '_id' | 'name' | 'orgIds' | 'nodes'>): NonNullable<Merge['from']> => ({
  id: record._id,
  name: record.name,
  orgs: orgsOf(record).map(({ name }) => name),
});

/** A merge as one of those concerned sees it; the code only on the record that stays, while it waits. */
export function mergeView(merge: MergeDoc, records: Records, viewerId: string): Merge {
  const { fromId, toId, byId, state, way, reason, fromAgreed, rolesLeft, ending, at } = merge;
  // Once all is brought over the two are one, and that is the record that stays.
  const side = viewerId === toId ? 'to' : viewerId === fromId ? 'from' : viewerId === byId ? 'by' : 'above';
  const from = fromId === toId ? undefined : records.get(fromId);
  const to = records.get(toId);
  return {
    id: merge._id,
    state,
    way,
    side,
    from: from === undefined ? null : recordView(from),
    to: to === undefined ? null : recordView(to),
    reason,
    judgedBy:
      side === 'above'
        ? {
            by: records.get(byId)?.name ?? null,
            fromJoinedAt: from?.joinedAt ?? null,
            toJoinedAt: to?.joinedAt ?? null,
          }
        : null,
    fromAgreed,
    aboveAgreed: state === 'waiting' && merge.aboveId !== undefined,
    stalled: state === 'merging' && merge.stalled === true,
    mayAgree: askedOf(merge, viewerId) !== undefined || (side === 'above' && state === 'review'),
    code: state === 'code' && side === 'to' ? merge.code : null,
    dueAt: state === 'done' || state === 'ended' ? null : merge.dueAt,
    rolesLeft,
    ending,
    at,
  };
}
