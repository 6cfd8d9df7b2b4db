import type { IndexDeclaration } from '../service';
import { requestFailed } from './errors';
import { EMPTY_ARRAY, encodeField, type KeyValue } from './keys';
import { hasOwn, isPlain, type Doc } from './values';

/** The documented limit of one index key. */
const MAX_KEY_BYTES = 1024;

/** What one document puts into one index. */
export interface Entries {
  /** Distinct keys, at least one. */
  keys: Buffer[];
  /** Positions of the fields that met an array, which limits how bounds may be combined. */
  multikey: number[];
}

/** The fields of an index that take part in its keys; a geo field does not (it is served by a full scan). */
export function orderedKeys(index: IndexDeclaration): [string, 1 | -1][] {
  return index.keys.filter((key): key is [string, 1 | -1] => key[1] !== '2dsphere');
}

/**
 * The keys of `doc` in an index: the product of the values of its fields, where an array gives one value per element.
 * Fields below the same array stay paired by element, as in MongoDB.
 * Throws for two parallel arrays and for a key beyond 1024 bytes.
 */
export function entriesOf(doc: Doc, fields: readonly (readonly [string, 1 | -1])[]): Entries {
  const paths = fields.map(([path]) => path.split('.'));
  const multikey = new Set<number>();
  const rows = expand(
    paths.map((path) => ({ value: doc, path, settled: false })),
    multikey,
  );
  const seen = new Map<string, Buffer>();
  for (const row of rows) {
    const key = Buffer.concat(row.map((value, i) => encodeField(value, (fields[i] as [string, 1 | -1])[1])));
    if (key.length > MAX_KEY_BYTES) throw requestFailed(`key too large to index, limit is ${MAX_KEY_BYTES} bytes`);
    seen.set(key.toString('latin1'), key);
  }
  return { keys: [...seen.values()], multikey: [...multikey].sort((a, b) => a - b) };
}

/** How far one field's path has been followed. `settled` values are final, even if they are arrays. */
interface Cursor {
  value: unknown;
  path: string[];
  settled: boolean;
}

function expand(cursors: Cursor[], multikey: Set<number>): KeyValue[][] {
  const advanced = cursors.map(advance);
  const arrays = new Set(advanced.filter((c) => !c.settled && Array.isArray(c.value)).map((c) => c.value as unknown[]));
  if (arrays.size === 0) return [advanced.map((cursor) => cursor.value)];
  if (arrays.size > 1) throw requestFailed('cannot index parallel arrays');
  const [array] = arrays;
  const at = (cursor: Cursor): boolean => !cursor.settled && cursor.value === array;
  advanced.forEach((cursor, i) => at(cursor) && multikey.add(i));
  if ((array as unknown[]).length === 0) {
    return expand(
      advanced.map((c) => (at(c) ? { value: c.path.length ? null : EMPTY_ARRAY, path: [], settled: true } : c)),
      multikey,
    );
  }
  return (array as unknown[]).flatMap((element) =>
    expand(
      advanced.map((cursor) => (at(cursor) ? intoElement(cursor, element) : cursor)),
      multikey,
    ),
  );
}

/** Follows the path through objects until it ends, is missing, or meets an array. */
function advance(cursor: Cursor): Cursor {
  let { value } = cursor;
  if (cursor.settled) return cursor;
  let used = 0;
  while (used < cursor.path.length && !Array.isArray(value)) {
    const key = cursor.path[used] as string;
    if (!isPlain(value) || !hasOwn(value, key)) return { value: null, path: [], settled: true };
    value = value[key];
    used += 1;
  }
  const path = cursor.path.slice(used);
  if (Array.isArray(value) && path.length > 0) {
    const position = path[0] as string;
    // `a.0.b` names one element; it is not spread over all of them.
    if (
      /^\d+$/.test(position) &&
      !(value as unknown[]).some((element) => isPlain(element) && hasOwn(element, position))
    ) {
      const rest = {
        value: (value as unknown[])[Number(position)] ?? null,
        path: path.slice(1),
        settled: path.length === 1,
      };
      return rest.settled && Array.isArray(rest.value) ? { ...rest, settled: false } : advance(rest);
    }
    return { value, path, settled: false };
  }
  return { value, path, settled: !Array.isArray(value) };
}

function intoElement(cursor: Cursor, element: unknown): Cursor {
  if (cursor.path.length === 0) return { value: element, path: [], settled: true };
  // An array directly inside an array is not entered.
  if (!isPlain(element)) return { value: null, path: [], settled: true };
  return { value: element, path: cursor.path, settled: false };
}
