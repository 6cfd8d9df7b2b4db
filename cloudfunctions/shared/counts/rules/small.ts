import type { ShownCount } from '../../../../contract/shared/counts';

/** So many people must be in a number, and as many in the rest: below it, a number tells of single people (R3). */
export const SMALLEST = 5;

const band = (text: string): ShownCount => ({ kind: 'band', text });

/** Whether a number and the rest are both large enough to tell of nobody. */
export const isPublishable = ({ count, of }: { count: number; of: number }): boolean =>
  count >= SMALLEST && of - count >= SMALLEST;

/**
 * How many of a group did something, as it may leave the server. A figure near everybody names the few who did not, so
 * it is withheld as one near nobody is; of a group in which one of the two is always small nothing is said.
 */
export function shownCount(count: number, of: number): ShownCount {
  if (of < 2 * SMALLEST) return band('人数较少，不显示');
  if (count < SMALLEST) return band(`不足${SMALLEST}人`);
  if (isPublishable({ count, of })) return { kind: 'exact', count, of };
  // By the group alone, so that the words are the same for all numbers that are withheld.
  return band((of - SMALLEST + 1) * 10 >= of * 9 ? '九成以上' : '过半');
}
