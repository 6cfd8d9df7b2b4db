import { after, decodeCursor, encodeCursor, refuseCursor, valueAt, type Source } from './paging';
import type { Conditions, Doc, Path, Query } from './port';

/*
 * Pages of a list in two parts, each in an order of its own, such as what is coming, the nearest first, and then what
 * is past, the newest first. One query fills the first page most often, two fill any. A cursor says in which part its
 * page ended and at which instant the list was begun, so that nothing changes from one part to the other between two
 * pages.
 */

type Sort<T> = readonly [Path<T>, 1 | -1];

export interface Part<T, D = T> {
  query: Conditions<T>;
  /** A field that is a number in every document. Ties go by `_id` in the same direction, so one index serves both. */
  sort: Sort<T>;
  /** The order in which the part's documents of one page are shown; absent: as they are read. */
  shown?: Sort<T>;
  /** Whether a document is of this part. The second part's query may give some that are of the first. */
  holds: (doc: D) => boolean;
}

export interface InParts<T, D = T> {
  /** What is in either part; read in the order of the second. */
  whole: Conditions<T>;
  parts: readonly [Part<T, D>, Part<T, D>];
  /** Whether the first of the whole have all of the first part, or more of it than a page of `size`, in its order. */
  suffices: (nearest: readonly D[], size: number) => boolean;
}

interface Options<T, D, I> {
  /** The list as it is at an instant, epoch milliseconds. */
  listAt: (instant: number) => InParts<T, D>;
  now: number;
  /** From the client; absent for the first page. */
  cursor: string | undefined;
  size: number;
  fields?: readonly Path<T>[];
  view: (doc: D) => I;
}

interface Found<D> {
  doc: D;
  /** Which part it is of. */
  part: 0 | 1;
}
type Read<T, D> = (query: Query<T>, sort: Sort<T>, limit: number) => Promise<D[]>;
/** What follows a place. `stopped`: a query was full and yet filled no page; the next one goes on behind this. */
interface Stretch<D> {
  found: Found<D>[];
  stopped?: Found<D> | undefined;
}

/** So many pages' worth are read at once; with two, what is left of them can always fill a page. */
const FEW_PAGES = 2;

/** One page, and where the next begins or null at the end. At most two round trips. */
export async function pageOfParts<T extends Doc, D extends Doc, I>(
  collection: Source<T, D>,
  { listAt, now, cursor, size, fields, view }: Options<T, D, I>,
): Promise<{ items: I[]; next: string | null }> {
  const place = cursor === undefined ? undefined : placeOf(cursor);
  const since = place?.since ?? now;
  const list = listAt(since);
  const read: Read<T, D> = (query, [field, direction], limit) => {
    const sort = [[field, direction] as const, ['_id', direction] as const];
    return collection.find(query, { sort, limit, fields });
  };
  const { found, stopped } = await (place === undefined
    ? firstStretch(list, read, size)
    : stretchAfter(list, read, size, place));
  const last = found.length > size ? found[size - 1] : stopped;
  return {
    items: asShown(list, found.slice(0, size)).map(view),
    next: last === undefined ? null : cursorOf(list, last, since),
  };
}

/** The documents of a page in the order in which they are shown: part by part, as they were found. */
const asShown = <T, D extends Doc>({ parts }: InParts<T, D>, page: readonly Found<D>[]): D[] =>
  parts.flatMap(({ shown }, index) => {
    const docs = page.filter(({ part }) => part === index).map(({ doc }) => doc);
    return shown === undefined ? docs : docs.sort(inOrder(shown));
  });

async function firstStretch<T extends Doc, D extends Doc>(
  { whole, parts, suffices }: InParts<T, D>,
  read: Read<T, D>,
  size: number,
): Promise<Stretch<D>> {
  const [first, second] = parts;
  const few = FEW_PAGES * size;
  const nearest = await read(whole, second.sort, few + 1);
  const known = nearest.length <= few || suffices(nearest, size);
  const ahead = known ? [...nearest].sort(inOrder(first.sort)) : await read(first.query, first.sort, size + 1);
  const of = (part: 0 | 1, docs: readonly D[]): Found<D>[] =>
    docs.filter(parts[part].holds).map((doc) => ({ doc, part }));
  // Where the first part does not fill the page, what was read has enough of the second, and that in its order.
  return { found: [...of(0, ahead), ...of(1, nearest)] };
}

async function stretchAfter<T extends Doc, D extends Doc>(
  { parts }: InParts<T, D>,
  read: Read<T, D>,
  size: number,
  { part: begun, position }: Place,
): Promise<Stretch<D>> {
  const found: Found<D>[] = [];
  for (const part of [0, 1] as const) {
    if (part < begun) continue;
    const { query, sort, holds } = parts[part];
    const limit = size + 1 - found.length;
    const docs = await read(part === begun ? after(query, sort, position, sort[1]) : query, sort, limit);
    found.push(...docs.filter(holds).map((doc) => ({ doc, part })));
    const last = docs[limit - 1];
    if (last !== undefined) return { found, stopped: { doc: last, part } };
  }
  return { found };
}

const inOrder =
  <T>([field, direction]: Sort<T>) =>
  (one: Doc, other: Doc): number => {
    const apart = Number(valueAt(one, field)) - Number(valueAt(other, field));
    return (apart || (one._id < other._id ? -1 : 1)) * direction;
  };

interface Place {
  part: 0 | 1;
  since: number;
  position: readonly [number, string];
}

/** As one text, since a cursor carries a value and an id: the part, when the list was begun, and the sorted value. */
function cursorOf<T, D extends Doc>({ parts }: InParts<T, D>, { doc, part }: Found<D>, since: number): string {
  return encodeCursor([[part, since, valueAt(doc, parts[part].sort[0])].join(' '), doc._id]);
}

/** A forged one that reads well only skips along the list, or to how it was at another time. */
function placeOf(cursor: string): Place {
  const [text, id] = decodeCursor(cursor);
  const [part, since, value] = String(text).split(' ').map(Number);
  const whole = Number.isFinite(since) && Number.isFinite(value);
  if ((part !== 0 && part !== 1) || !whole || since === undefined || value === undefined) return refuseCursor();
  return { part, since, position: [value, id] };
}
