import type { Board, BoardDuty } from '@contract/domains/duty/actions';

/** Those of one duty in one group, in order: among them somebody can be moved. */
export function peersOf({ groups }: Pick<Board, 'groups'>, id: string): BoardDuty[] {
  const all = groups.flatMap(({ duties }) => duties);
  const one = all.find((duty) => duty.id === id);
  return one === undefined ? [] : all.filter(({ group, kind }) => group === one.group && kind === one.kind);
}

/** The order that puts somebody one place further up among his peers; `undefined` where he is the first. */
export function orderAbove(peers: readonly BoardDuty[], id: string): number | undefined {
  const at = peers.findIndex((duty) => duty.id === id);
  const above = peers[at - 1];
  if (above === undefined) return undefined;
  const next = peers[at - 2];
  return next === undefined ? above.order - 1 : (next.order + above.order) / 2;
}
