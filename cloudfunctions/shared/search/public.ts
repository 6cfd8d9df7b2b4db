import { oneBetween, type Condition } from '../../kernel/port';
import { foldSearch } from './rules/keys';

/** Sorts behind every text that begins with the same letters. */
const LAST = '\uffff';

/**
 * The condition on `nameKeys` by which names are found; `undefined` where nothing that could be found was typed, such as
 * spaces. One range of an index.
 */
export function foundBy(typed: string): Condition | undefined {
  const folded = foldSearch(typed);
  return folded === '' ? undefined : oneBetween(folded, `${folded}${LAST}`);
}
