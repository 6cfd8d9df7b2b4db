import { requestFailed } from '../errors';
import { compareValues, type Doc } from '../values/values';
import { First } from './first';
import { sortValues } from './paths';

/** One sort key: the field and its direction. */
export type SortKey = [path: string, direction: 1 | -1];

/** Reads a sort document, `{field: 1 | -1}`; throws on any other direction. */
export function parseSort(order: Doc): SortKey[] {
  return Object.keys(order).map((path) => {
    const direction = order[path];
    if (path.split('.').some((part) => part === '' || part.startsWith('$')))
      throw requestFailed(`FieldPath field names may not be empty or start with '$': '${path}'`);
    if (direction !== 1 && direction !== -1)
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return [path, direction];
  });
}

/** Sorts documents stably; an array counts by its smallest element ascending, by its largest descending. */
export function sortDocs<T>(items: Iterable<T>, keys: readonly SortKey[], docOf: (item: T) => Doc): T[] {
  const { valuesOf, compare } = orderOf(keys);
  const first = new First<unknown[], T>(compare, Infinity);
  for (const item of items) first.add(valuesOf(docOf(item)), item);
  return first.result();
}

/** How documents are ordered: by the values that count, which are found once for each. */
export interface Order {
  valuesOf: (doc: Doc) => unknown[];
  compare: (a: readonly unknown[], b: readonly unknown[]) => number;
}

export function orderOf(keys: readonly SortKey[]): Order {
  const paths = keys.map(([path, direction]) => ({ path: path.split('.'), direction }));
  return {
    valuesOf: (doc) => paths.map(({ path, direction }) => sortValue(doc, path, direction)),
    compare(a, b) {
      // No iterator: this is called for every pair that is compared.
      for (let i = 0; i < keys.length; i += 1) {
        const order = compareSortValues(a[i], b[i]);
        if (order !== 0) return order * keys[i]![1];
      }
      return 0;
    },
  };
}

/** An empty array sorts below null. */
const EMPTY = Symbol('empty');

function sortValue(doc: Doc, path: readonly string[], direction: number): unknown {
  const values = sortValues(doc, path);
  if (values.length === 0) return EMPTY;
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
}

function compareSortValues(a: unknown, b: unknown): number {
  if (a === EMPTY || b === EMPTY) return Number(a !== EMPTY) - Number(b !== EMPTY);
  return compareValues(a, b);
}
