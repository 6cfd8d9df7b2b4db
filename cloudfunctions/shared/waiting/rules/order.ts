import type { WaitingItem } from '../../../../contract/shared/waiting';

/** Most rows that one domain shows; what is more of one kind is one row that says how many. */
export const WAITING_EACH = 20;

/** What is asked of the person first, of these what lapses soonest; else what has waited longest. */
export const inOrder = (items: readonly WaitingItem[]): WaitingItem[] =>
  [...items].sort(
    (one, other) =>
      Number(other.asks) - Number(one.asks) ||
      Math.sign((one.until ?? Infinity) - (other.until ?? Infinity)) ||
      one.at - other.at ||
      (one.id < other.id ? -1 : 1),
  );
