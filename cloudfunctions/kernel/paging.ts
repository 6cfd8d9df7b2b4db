import type { Condition, Conditions, Doc, FindOptions, Path, Query, Scalar } from './port';
import { above, atLeast, atMost, below, between } from './port';
import { refuse } from './refuse';

/*
 * Pages of a list, by a cursor that stays right while the list changes: nothing is shown twice and nothing is left out
 * that was there all the time. A list is sorted by one field and then by `_id` ascending, so its index is
 * `[...the query's fields, [sort field, ±1], ['_id', 1]]`.
 *
 *   pageOf(db.feedback, { memberId }, { sort: ['at', -1], cursor: input.cursor, size: 20, view: feedbackView })
 */

/** What documents of the shape `T` are read from, each as a `D`: a collection, or what adds something to each. */
export interface Source<T, D> {
  find(query: Query<T>, options: FindOptions<T>): Promise<D[]>;
}

interface PageOptions<T, I, D> {
  /** The field to sort by and its direction; a string or a number in every document. */
  sort: readonly [Path<T>, 1 | -1];
  /** From the client; absent for the first page. */
  cursor: string | undefined;
  /** 1 to 999. */
  size: number;
  fields?: readonly Path<T>[];
  view: (doc: D) => I;
}

type Position = readonly [string | number, string];

/** Opaque text of a position, as the contract's `cursor` allows it. */
export const encodeCursor = (position: Position): string =>
  Buffer.from(JSON.stringify(position), 'utf8').toString('base64url');

/** The position again; refuses a forged one with BAD_INPUT. A forged one that reads well only skips along the list. */
export function decodeCursor(cursor: string): Position {
  const position = parse(cursor);
  if (Array.isArray(position) && position.length === 2) {
    const [value, id] = position as unknown[];
    const sortable = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
    if (sortable && typeof id === 'string') return [value, id];
  }
  return refuseCursor();
}

/** Refuses a position that no page of the list ended with. */
export function refuseCursor(): never {
  refuse('BAD_INPUT', { message: '翻页位置有误，请从第一页看起。' });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * What comes after a position: a bound on the sort field, which its index serves, and the rest of the ties, `ids` being
 * the direction of these. The query's own bound on that field still holds, so a forged cursor cannot reach before it.
 */
export function after<T>(
  query: Query<T>,
  sort: readonly [Path<T>, 1 | -1],
  position: Position,
  ids: 1 | -1 = 1,
): Query<T> {
  const [field, direction] = sort;
  const [value, id] = position;
  const past = direction === 1 ? above(value) : below(value);
  const ties = [{ [field]: past }, { _id: ids === 1 ? above(id) : below(id) }] as unknown as Conditions<T>[];
  const own = (query as Readonly<Record<string, Condition | undefined>>)[field];
  // Alternatives of the query's own hold beside those of the ties.
  const anyOf = query.anyOf?.flatMap((one) => ties.map((tie) => ({ ...one, ...tie }))) ?? ties;
  return { ...query, [field]: tighter(own, value, direction), anyOf };
}

/** The later of two lower bounds, or the earlier of two upper ones; or a range, as much of it as is left. */
function tighter(own: Condition | undefined, value: string | number, direction: 1 | -1): Condition {
  const reached = direction === 1 ? atLeast(value) : atMost(value);
  if (own === undefined) return reached;
  if (typeof own === 'object' && own?.op === 'between') return restOfRange(own, value, direction);
  const ops = direction === 1 ? ['gt', 'gte'] : ['lt', 'lte'];
  if (typeof own !== 'object' || own === null || !('value' in own) || own.value === null || !ops.includes(own.op))
    throw new Error('a list bounds its sort field only from where it starts');
  // Text and numbers have no order between them, so neither bound would be the tighter one.
  if (typeof own.value !== typeof value) return refuseCursor();
  const ownIsTighter = direction === 1 ? own.value >= value : own.value <= value;
  return ownIsTighter ? own : reached;
}

/** What of a range lies past a value. */
function restOfRange({ from, to }: { from: Scalar; to: Scalar }, value: string | number, direction: 1 | -1): Condition {
  const start = direction === 1 ? from : to;
  if (start === null || typeof start !== typeof value) return refuseCursor();
  if (direction === 1) return between(start > value ? start : value, to);
  return between(from, start < value ? start : value);
}

/** One page of a list and where the next begins, or null at the end. One round trip. */
export async function pageOf<T extends Doc, I, D extends Doc = T>(
  collection: Source<T, D>,
  query: Query<T>,
  { sort, cursor, size, fields, view }: PageOptions<T, I, D>,
): Promise<{ items: I[]; next: string | null }> {
  const docs = await collection.find(cursor === undefined ? query : after(query, sort, decodeCursor(cursor)), {
    sort: [sort, ['_id', 1]],
    limit: size + 1,
    fields,
  });
  const last = docs.length > size ? docs[size - 1] : undefined;
  return {
    items: docs.slice(0, size).map(view),
    next: last === undefined ? null : encodeCursor([valueAt(last, sort[0]), last._id]),
  };
}

/** What a document has at a dotted path that it is sorted by. */
export function valueAt(doc: Doc, path: string): string | number {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], doc);
  return value as Exclude<Scalar, boolean | null>;
}
