import type { IndexDirection } from '../../service';
import { requestFailed } from '../errors';
import { geoKeys, isNowhere, NO_PLACE, type GeoKeys } from '../geo/index-keys';
import { BadGeometry } from '../geo/shapes';
import { EMPTY_ARRAY, encodeField, type KeyValue } from '../values/keys';
import { hasOwn, isPlain, type Doc } from '../values/values';

/** The documented limit of one index key. */
const MAX_KEY_BYTES = 1024;

/** What one document puts into one index. */
export interface Entries {
  /** Distinct keys; none only in a geo index. */
  keys: Buffer[];
  /** Positions of the fields that met an array, which limits how bounds may be combined. */
  multikey: number[];
}

/**
 * The keys of `doc` in an index: the product of the values of its fields, where an array gives one value per element
 * and a geometry the cells that cover it. Fields below the same array stay paired by element, as in MongoDB. A geo index
 * has no keys for a document without a geometry. Throws for two parallel arrays, for a value that is no geometry and for
 * a key beyond 1024 bytes.
 */
export function entriesOf(doc: Doc, fields: readonly (readonly [string, IndexDirection])[]): Entries {
  const multikey = new Set<number>();
  const rows = expand(
    fields.map(([path, direction]) => ({
      value: doc,
      path: path.split('.'),
      settled: false,
      isGeo: direction === '2dsphere',
    })),
    multikey,
  );
  const seen = new Map<string, Buffer>();
  for (const row of rows) {
    for (const key of keysOf(row, fields, multikey)) {
      if (key.length > MAX_KEY_BYTES) throw requestFailed(`key too large to index, limit is ${MAX_KEY_BYTES} bytes`);
      seen.set(key.toString('latin1'), key);
    }
  }
  return { keys: [...seen.values()], multikey: [...multikey].sort((a, b) => a - b) };
}

/** The keys of one row of values: several where a geometry is covered by several cells. */
function keysOf(
  row: readonly KeyValue[],
  fields: readonly (readonly [string, IndexDirection])[],
  multikey: Set<number>,
): Buffer[] {
  const places = row.filter((_, i) => fields[i]?.[1] === '2dsphere');
  if (places.length > 0 && places.every(isNowhere)) return [];
  let keys = [Buffer.alloc(0)];
  for (const [i, [, direction]] of fields.entries()) {
    if (direction !== '2dsphere') {
      const part = encodeField(row[i], direction);
      keys = keys.map((key) => Buffer.concat([key, part]));
      continue;
    }
    const { keys: parts, isPoint } = cellKeys(row[i]);
    // What is larger than a point may have several keys, or be found by one around it.
    if (!isPoint) multikey.add(i);
    keys = keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])));
  }
  return keys;
}

function cellKeys(value: KeyValue): GeoKeys {
  if (isNowhere(value)) return { keys: [NO_PLACE], isPoint: true };
  try {
    return geoKeys(value);
  } catch (error) {
    throw error instanceof BadGeometry ? requestFailed(`Can't extract geo keys: ${error.message}`) : error;
  }
}

/** How far one field's path has been followed. `settled` values are final, even if they are arrays. */
interface Cursor {
  value: unknown;
  path: string[];
  settled: boolean;
  /** A geo field: a pair of numbers at the end of its path is one value, no array. */
  isGeo: boolean;
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
      advanced.map((c) => (at(c) ? settle(c, c.path.length ? null : EMPTY_ARRAY) : c)),
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
    if (!isPlain(value) || !hasOwn(value, key)) return settle(cursor, null);
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
        isGeo: cursor.isGeo,
      };
      return rest.settled && isSpread(rest) ? { ...rest, settled: false } : advance(rest);
    }
    return { ...cursor, value, path };
  }
  const end = { ...cursor, value, path };
  return { ...end, settled: !isSpread(end) };
}

function settle(cursor: Cursor, value: KeyValue): Cursor {
  return { ...cursor, value, path: [], settled: true };
}

/** True for an array whose elements are indexed one by one. */
function isSpread({ value, isGeo }: Pick<Cursor, 'value' | 'isGeo'>): boolean {
  return Array.isArray(value) && !(isGeo && typeof value[0] === 'number');
}

function intoElement(cursor: Cursor, element: unknown): Cursor {
  if (cursor.path.length === 0) return settle(cursor, element);
  // An array directly inside an array is not entered.
  if (!isPlain(element)) return settle(cursor, null);
  return { ...cursor, value: element };
}
