import type { Window, WindowStart } from '../../../kernel/port';
import type { Participation, QueueEntry } from '../shape';
import { fromEntry } from './entries';

/** Where a page of the roster ended: when that person signed up, and the key of the sign-up. */
export type RosterPosition = readonly [at: string | number, key: string];

/** People on a page. */
export const PAGE = 50;
/** How far the time of a sign-up may lie from its order: instances differ, and a call takes a while to land. */
const SLACK_MS = 60_000;

/**
 * Where the page after a position starts. Where the one it names has cancelled since, with the first who did not come
 * clearly earlier: somebody may then be shown twice, and nobody is left out.
 */
export const startAfter = ([at, key]: RosterPosition): WindowStart => ({
  after: { field: 'c', equals: key },
  orFrom: { field: 'at', atLeast: Number(at) - SLACK_MS },
});

/** One page of those who signed up, and where it ends unless it is the last. */
export function rosterPage(
  { from, items }: Window<QueueEntry>,
  { queued, capacity }: Pick<Participation, 'queued' | 'capacity'>,
) {
  const last = items.at(-1);
  const next: RosterPosition | undefined = last && from + items.length < queued ? [last.at, last.c] : undefined;
  const people = items.map(fromEntry).map(({ memberId, at, answers }, index) => {
    const order = from + index + 1;
    return { memberId, order, seated: order <= capacity, at, answers };
  });
  return { people, next };
}
