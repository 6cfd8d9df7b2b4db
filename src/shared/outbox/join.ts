import type { Queued } from './queued';

/**
 * How an entry joins those of its lane that wait already, the oldest first. A method's type, as the queue hands each
 * lane its own entries.
 */
export type Join<E extends Queued = Queued> = { join(waiting: readonly E[], entry: E): readonly E[] }['join'];

/** Behind them, as it is. */
export const append: Join = (waiting, entry) => [...waiting, entry];

/** Whether it never left the phone: the server cannot know of it, so it may still be changed or forgotten. */
export const neverLeft = ({ sendings }: Queued): boolean => sendings === 0;

/** In place of what never left and means the same thing, such as an earlier vote in the same poll. */
export const replacing =
  <E extends Queued>(isSame: (other: E, entry: E) => boolean): Join<E> =>
  (waiting, entry) => [...waiting.filter((other) => !(neverLeft(other) && isSame(other, entry))), entry];
