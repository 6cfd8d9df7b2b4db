import type { Collection } from './collection';
import { decodeText } from './ejson';
import type { Row } from './entry-index';
import { encodeValue } from './keys';
import { choosePlan, type Plan } from './plan/planner';
import { planUnion } from './plan/union';
import { compileFilter, type Filter } from './query/filter';
import { isOperators } from './query/filter';
import { sortDocs, type SortKey } from './query/sort';
import type { Doc } from './values';

/** What a query did, as reported for each call. */
export interface Stats {
  /** The index that served it, null when none did, undefined when nothing had to be searched. */
  index?: string | null;
  examined: number;
}

/** Where a query reads: the stored documents, or a transaction's view of them. */
export interface Source {
  byId(collection: Collection, idKey: Buffer): Row | undefined;
  /** The candidates of a plan; `ordered` is false when they no longer come in the plan's order. */
  rows(collection: Collection, plan: Plan | undefined): { rows: Iterable<Row>; ordered: boolean };
}

export interface FindRequest {
  query: Doc;
  sort?: readonly SortKey[];
  skip?: number;
  limit?: number;
}

/** One found document: its number, stored text, and its values once asked for. */
export class Found {
  private decoded?: Doc;

  constructor(
    readonly n: number,
    readonly text: string,
  ) {}

  get doc(): Doc {
    return (this.decoded ??= decodeText(this.text));
  }
}

/** Runs a query: by `_id`, through the best index, or over everything; adds to `stats`. */
export function find(source: Source, collection: Collection, request: FindRequest, stats: Stats): Found[] {
  const { query, sort = [], skip = 0, limit = Infinity } = request;
  const filter = compileFilter(query);
  const id = soleId(query);
  if (id !== undefined) {
    const row = source.byId(collection, encodeValue(id));
    note(stats, '_id_', row ? 1 : 0);
    return row && skip === 0 && limit > 0 ? [new Found(...row)] : [];
  }
  const plan = choosePlan(collection.shapes, query, sort);
  const union = plan ? undefined : planUnion(collection.shapes, query);
  if (union) return findUnion(source, collection, union, filter, request, stats);
  const needsSearch = Object.keys(query).length > 0 || sort.length > 0;
  if (needsSearch) note(stats, plan ? plan.index.name : null, 0);
  const { rows, ordered } = source.rows(collection, plan);
  const inOrder = ordered && !filter.near && (sort.length === 0 || plan?.sorted === true);
  const found = collect(rows, filter, inOrder ? skip + limit : Infinity, stats);
  return (inOrder ? found : arrange(found, filter, sort)).slice(skip, skip + limit);
}

/** Runs one scan per branch of an `$or`; a document that several of them find counts once. */
function findUnion(
  source: Source,
  collection: Collection,
  plans: readonly Plan[],
  filter: Filter,
  { sort = [], skip = 0, limit = Infinity }: FindRequest,
  stats: Stats,
): Found[] {
  note(stats, [...new Set(plans.map(({ index }) => index.name))].join('+'), 0);
  const seen = new Set<number | string>();
  const rows = function* (): Generator<Row> {
    for (const plan of plans) {
      for (const row of source.rows(collection, plan).rows) {
        // What a transaction has added has no number yet; its text holds its id.
        const key = Number.isFinite(row[0]) ? row[0] : row[1];
        if (!seen.has(key)) {
          seen.add(key);
          yield row;
        }
      }
    }
  };
  return arrange(collect(rows(), filter, Infinity, stats), filter, sort).slice(skip, skip + limit);
}

/** A query for one `_id` and nothing else needs no plan and no filter. */
export function soleId(query: Doc): unknown {
  const keys = Object.keys(query);
  if (keys.length !== 1 || keys[0] !== '_id') return undefined;
  const id = query._id;
  return id === null || id instanceof RegExp || Array.isArray(id) || isOperators(id) ? undefined : id;
}

function collect(rows: Iterable<Row>, filter: Filter, enough: number, stats: Stats): Found[] {
  const found: Found[] = [];
  if (enough <= 0) return found;
  for (const [n, text] of rows) {
    stats.examined += 1;
    const candidate = new Found(n, text);
    if (!filter.test(candidate.doc)) continue;
    found.push(candidate);
    if (found.length >= enough) break;
  }
  return found;
}

function arrange(found: Found[], { near }: Filter, sort: readonly SortKey[]): Found[] {
  if (sort.length === 0 && !near) return found.sort((a, b) => (a.n === b.n ? 0 : a.n - b.n));
  if (sort.length > 0 || !near) return sortDocs(found, sort, ({ doc }) => doc);
  const measured = found.map((item) => ({ item, metres: near.distanceOf(item.doc) ?? Infinity }));
  return measured.sort((a, b) => a.metres - b.metres).map(({ item }) => item);
}

/** One unserved part makes the whole call unserved. */
function note(stats: Stats, index: string | null, examined: number): void {
  if (stats.index !== null) stats.index = index ?? null;
  stats.examined += examined;
}
