import type { QueueEntry } from '../../../shared/participation/shape';
import type { EventDoc } from '../collections';

/** Where a page of the roster ended: when that person signed up, and the key of the sign-up. */
type RosterPosition = readonly [at: string | number, key: string];

const PAGE = 50;
/** How far the time of a sign-up may lie from its order: instances differ, and a call takes a while to land. */
const SLACK_MS = 60_000;

/**
 * Index of the first entry after a position. Where the one it names has cancelled since, the first who did not come
 * clearly earlier: somebody may then be shown twice, and nobody is left out.
 */
function startAfter(queue: readonly QueueEntry[], position: RosterPosition | undefined): number {
  if (position === undefined) return 0;
  const [at, key] = position;
  const index = queue.findIndex(({ c }) => c === key);
  if (index >= 0) return index + 1;
  const later = queue.findIndex((entry) => entry.at >= Number(at) - SLACK_MS);
  return later < 0 ? queue.length : later;
}

/** One page of those who signed up, in order of arrival. */
export function pageOfRoster({ queue, capacity }: Pick<EventDoc, 'queue' | 'capacity'>, after?: RosterPosition) {
  const start = startAfter(queue, after);
  const entries = queue.slice(start, start + PAGE);
  const last = entries.at(-1);
  const next: RosterPosition | undefined = last && start + PAGE < queue.length ? [last.at, last.c] : undefined;
  const people = entries.map(({ m, at, a }, index) => {
    const order = start + index + 1;
    return { memberId: m, order, seated: order <= capacity, at, answers: a };
  });
  return { people, next };
}
