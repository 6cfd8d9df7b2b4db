import type { IndexDirection } from '../../service';
import type { CellSpan } from '../geo/index-keys';
import { invert, successor } from '../values/keys';
import type { SortKey } from '../query/sort';
import type { Doc } from '../values/values';
import { conditionsOf, geoCondition, intersect, type Condition, type Span } from './bounds';

/** An index as the planner sees it. */
export interface IndexShape {
  readonly name: string;
  readonly fields: readonly (readonly [path: string, direction: IndexDirection])[];
  /** Positions of fields that hold or held an array in some document. */
  readonly multikey: ReadonlySet<number>;
}

/** A stretch of index keys: from inclusive, to exclusive, undefined for open. */
export interface KeyRange {
  from: Buffer;
  to: Buffer | undefined;
}

/** How a query is run: over the ranges of an index, in index order or reversed. */
export interface Plan<I extends IndexShape = IndexShape> {
  index: I;
  /** Disjoint and ascending. */
  ranges: KeyRange[];
  reverse: boolean;
  /** True when the documents come out in the order the query asked for. */
  sorted: boolean;
  /** True when a geo condition narrows the ranges. */
  geo: boolean;
  /** How many of the index's fields narrow the ranges. */
  bounded: number;
}

/** More ranges than this cost more to look up than they save. */
const MAX_RANGES = 1000;

/**
 * Chooses the index that bounds the query best, preferring more exact fields, then any range, then a free sort.
 * Returns undefined when no index bounds the query and none gives its order: a full scan.
 */
export function choosePlan<I extends IndexShape>(
  indexes: readonly I[],
  query: Doc,
  sort: readonly SortKey[],
): Plan<I> | undefined {
  return best(indexes, conditionsOf(query), sort);
}

/** Like `choosePlan` for what is near: only an index of that field will do, whose cells lie in `ring`. */
export function planNear<I extends IndexShape>(
  indexes: readonly I[],
  query: Doc,
  field: string,
  ring: readonly CellSpan[],
): Plan<I> | undefined {
  const suited = indexes.filter(({ fields }) => fields.some(([path, kind]) => path === field && kind === '2dsphere'));
  return best(suited, [...conditionsOf(query), geoCondition(field, ring)], []);
}

function best<I extends IndexShape>(
  indexes: readonly I[],
  conditions: readonly Condition[],
  sort: readonly SortKey[],
): Plan<I> | undefined {
  let best: { plan: Plan<I>; score: number } | undefined;
  for (const index of indexes) {
    const candidate = planFor(index, conditions, sort);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  return best?.plan;
}

function planFor<I extends IndexShape>(
  index: I,
  conditions: readonly Condition[],
  sort: readonly SortKey[],
): { plan: Plan<I>; score: number } | undefined {
  if (isSparse(index) && !conditions.some(({ path, geo }) => geo && hasGeoField(index, path))) return undefined;
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let ranges: KeyRange[] | undefined;
  let exact = 0;
  let arrayUsed = false;
  let single = true;
  let geo = false;
  for (const [position, [path, direction]] of index.fields.entries()) {
    const isArray = index.multikey.has(position);
    // Two fields below arrays may be met by different elements, that is by different entries: bound only one.
    if (isArray && arrayUsed) break;
    const isGeo = direction === '2dsphere';
    const spans = spansOf(conditions, path, isArray, isGeo);
    if (!spans || spans.length * prefixes.length > MAX_RANGES) break;
    arrayUsed ||= isArray;
    geo ||= isGeo;
    const directed = direction === -1 ? spans.map(inverted).reverse() : spans;
    if (!spans.every((span) => span.point)) {
      ranges = prefixes.flatMap((prefix) => directed.map((span) => rangeOf(prefix, span)));
      break;
    }
    single &&= spans.length === 1;
    exact += 1;
    prefixes = prefixes.flatMap((prefix) => directed.map((span) => Buffer.concat([prefix, span.from])));
  }
  const bounded = exact > 0 || ranges !== undefined;
  // Entries of one element follow each other in the order of the fields behind it, each document once among them.
  const ordered = [...index.multikey].every((position) => single && position < exact);
  const order = sort.length > 0 && ordered ? orderGiven(index, sort, single ? exact : 0) : undefined;
  if (!bounded && order === undefined) return undefined;
  const ranged = ranges !== undefined;
  ranges ??= prefixes.map((prefix) => ({ from: prefix, to: successor(prefix) }));
  const score = exact * 8 + (ranged ? 4 : 0) + (order === undefined ? 0 : 3);
  const sorted = order !== undefined || sort.length === 0;
  return { plan: { index, ranges, reverse: order === -1, sorted, geo, bounded: exact + (ranged ? 1 : 0) }, score };
}

/** A geo index leaves out documents without a geometry, so that it serves only conditions on one. */
function isSparse(index: IndexShape): boolean {
  return index.fields.some(([, direction]) => direction === '2dsphere');
}

function hasGeoField(index: IndexShape, path: string): boolean {
  return index.fields.some(([field, direction]) => field === path && direction === '2dsphere');
}

/** The spans a field must lie in; an array's elements may each meet one condition, so only the tightest is used. */
function spansOf(conditions: readonly Condition[], path: string, isArray: boolean, isGeo: boolean): Span[] | undefined {
  const own = conditions
    .filter((condition) => condition.path === path && (condition.geo === true) === isGeo)
    // An index of points alone has nothing in the cells around.
    .map(({ spans }) => (isGeo && !isArray ? spans.filter(({ around }) => !around) : spans));
  if (own.length === 0) return undefined;
  if (!isArray) return own.reduce(intersect);
  return own.find((spans) => spans.every((span) => span.point)) ?? own[0];
}

/**
 * 1 or -1 when scanning the index forward or backward after `exact` single-valued fields gives the sort, else
 * undefined. Sort keys on those fields have one value only and may be skipped; an array has others beside that one.
 */
function orderGiven(index: IndexShape, sort: readonly SortKey[], exact: number): 1 | -1 | undefined {
  const single = index.fields.filter((_, position) => position < exact && !index.multikey.has(position));
  const fixed = new Set(single.map(([path]) => path));
  const needed = sort.filter(([path]) => !fixed.has(path));
  const rest = index.fields.slice(exact);
  let order: 1 | -1 | undefined;
  for (const [i, [path, direction]] of needed.entries()) {
    const field = rest[i];
    if (!field || field[0] !== path || field[1] === '2dsphere') return undefined;
    const way = field[1] === direction ? 1 : -1;
    if (order !== undefined && order !== way) return undefined;
    order = way;
  }
  return order ?? 1;
}

/** The span seen in a descending field, whose bytes are inverted. */
function inverted(span: Span): Span {
  if (span.point) {
    const from = invert(span.from);
    return { from, to: successor(from), point: true };
  }
  // Keys k with from <= k < to become keys above ~to and up to ~from, each with everything that follows it.
  return {
    from: span.to ? (successor(invert(span.to)) ?? invert(span.to)) : Buffer.alloc(0),
    to: successor(invert(span.from)),
    point: false,
  };
}

function rangeOf(prefix: Buffer, span: Span): KeyRange {
  return {
    from: Buffer.concat([prefix, span.from]),
    to: span.to ? Buffer.concat([prefix, span.to]) : successor(prefix),
  };
}
