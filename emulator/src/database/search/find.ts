import { sortTooLarge } from '../errors';
import type { Collection } from '../tables/collection';
import type { Row } from '../tables/entry-index';
import { Found, note, rowKey, type FindRequest, type Source, type Stats } from './found';
import { encodeValue } from '../values/keys';
import { findNear } from './near-search';
import { choosePlan, type Plan } from '../plan/planner';
import { planUnion } from '../plan/union';
import type { Filter } from '../query/compiled';
import { compileFilter } from '../query/filter';
import { isOperators } from '../query/value-tests';
import { First } from '../query/first';
import { orderOf } from '../query/sort';
import { Room, sizeOf, STAGE_BYTES } from '../room';
import type { Doc } from '../values/values';

/** Everything that `search` finds. */
export function find(source: Source, collection: Collection, request: FindRequest, stats: Stats): Found[] {
  return [...search(source, collection, request, stats)];
}

/**
 * Runs a query: by `_id`, through the best index, or over everything; adds to `stats`. What is found is handed out as it
 * is found where nothing is to be sorted; the collection must not change meanwhile.
 */
export function* search(
  source: Source,
  collection: Collection,
  request: FindRequest,
  stats: Stats,
): Generator<Found, void> {
  const { query, sort = [], skip = 0, limit = Infinity } = request;
  const filter = compileFilter(query, request.outer);
  const { near, test } = filter;
  if (near) {
    for (const { found } of findNear(source, collection, { ...request, near, test }, stats)) yield found;
    return;
  }
  const id = soleId(query);
  if (id !== undefined) {
    const row = source.byId(collection, encodeValue(id));
    note(stats, '_id_', row ? 1 : 0);
    if (row && skip === 0 && limit > 0) yield new Found(...row);
    return;
  }
  const plan = choosePlan(collection.shapes, query, sort);
  const union = plan ? undefined : planUnion(collection.shapes, query);
  if (union) {
    yield* searchUnion(source, collection, union, filter, request, stats);
    return;
  }
  const needsSearch = Object.keys(query).length > 0 || sort.length > 0;
  if (needsSearch) note(stats, plan ? plan.index.name : null, 0);
  const given = sort.length === 0 || plan?.sorted === true;
  const { rows, ordered } = source.rows(collection, plan, given ? skip + limit : Infinity);
  const inOrder = ordered && given;
  const found = matching(rows, filter, stats, plan?.bounded === 0);
  yield* inOrder ? page(found, skip, limit) : arrange(found, request);
}

/**
 * Runs one scan per branch of an `$or`; a document that several of them find counts once. Without an order what one
 * branch finds comes before what the next does, as in MongoDB, so that nothing need be held.
 */
function searchUnion(
  source: Source,
  collection: Collection,
  plans: readonly Plan[],
  filter: Filter,
  request: FindRequest,
  stats: Stats,
): Iterable<Found> {
  note(stats, [...new Set(plans.map(({ index }) => index.name))].join('+'), 0);
  const seen = new Set<number | string>();
  const rows = function* (): Generator<Row> {
    for (const plan of plans) {
      for (const row of source.rows(collection, plan).rows) {
        const key = rowKey(row);
        if (!seen.has(key)) {
          seen.add(key);
          yield row;
        }
      }
    }
  };
  const { sort = [], skip = 0, limit = Infinity } = request;
  const found = matching(rows(), filter, stats);
  return sort.length > 0 ? arrange(found, request) : page(found, skip, limit);
}

/** A query for one `_id` and nothing else needs no plan and no filter. */
export function soleId(query: Doc): unknown {
  const keys = Object.keys(query);
  if (keys.length !== 1 || keys[0] !== '_id') return undefined;
  const id = query._id;
  return id === null || id instanceof RegExp || Array.isArray(id) || isOperators(id) ? undefined : id;
}

/** With `orderOnly`, whatever does not match was examined for want of an index for the condition. */
function* matching(rows: Iterable<Row>, filter: Filter, stats: Stats, orderOnly = false): Generator<Found> {
  for (const [n, text] of rows) {
    stats.examined += 1;
    const candidate = new Found(n, text);
    if (filter.test(candidate.doc)) yield candidate;
    else if (orderOnly) stats.orderOnly = true;
  }
}

/** `limit` of what comes after the first `skip`; no more is read than that. */
function* page(found: Iterable<Found>, skip: number, limit: number): Generator<Found> {
  let at = 0;
  if (limit <= 0) return;
  for (const item of found) {
    at += 1;
    if (at > skip) yield item;
    if (at >= skip + limit) return;
  }
}

/** What is asked for of the order asked for; without one, of the order of insertion. */
function arrange(found: Iterable<Found>, request: FindRequest): Found[] {
  const { sort = [], skip = 0, limit = Infinity, memory = STAGE_BYTES } = request;
  if (sort.length === 0) return [...found].sort((a, b) => (a.n === b.n ? 0 : a.n - b.n)).slice(skip, skip + limit);
  const { valuesOf, compare } = orderOf(sort);
  const first = new First<unknown[], Found>(compare, skip + limit, new Room(memory, sortTooLarge));
  for (const item of found) first.add(valuesOf(item.doc), item.packed(), () => sizeOf(item.doc));
  return first.result().slice(skip);
}
