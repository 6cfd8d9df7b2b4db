import { reached } from './match';
import { compare, type Doc, type Value } from './values';

/** Sorts as the manual says: an array counts by its smallest element upwards and its largest downwards. */
export function sort(docs: Doc[], keys: [path: string, direction: 1 | -1][]): Doc[] {
  return [...docs].sort((a, b) => {
    for (const [path, direction] of keys) {
      const order = compareKeys(key(a, path, direction), key(b, path, direction)) * direction;
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** The value a document is sorted by; an empty list stands for an empty array, which is below everything. */
function key(doc: Doc, path: string, direction: 1 | -1): Value[] {
  const values = reached(doc, path.split('.')).flatMap((value) => (Array.isArray(value) ? value : [value ?? null]));
  return [...values].sort((a, b) => compare(a, b) * direction).slice(0, 1);
}

function compareKeys(a: Value[], b: Value[]): number {
  return a.length === 0 || b.length === 0 ? a.length - b.length : compare(a[0], b[0]);
}
