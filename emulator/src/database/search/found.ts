import type { Scope } from '../aggregate/expression/compile';
import type { Collection } from '../tables/collection';
import { decodeText } from '../values/ejson';
import type { Row } from '../tables/entry-index';
import type { Plan } from '../plan/planner';
import type { SortKey } from '../query/sort';
import type { Doc } from '../values/values';

/** What a query did, as reported for each call. */
export interface Stats {
  /** The index that served it, null when none did, undefined when nothing had to be searched. */
  index?: string | null;
  /** True when that index gave the order alone, and documents were examined that did not match. */
  orderOnly?: boolean;
  examined: number;
}

/** Where a query reads: the stored documents, or a transaction's view of them. */
export interface Source {
  byId(collection: Collection, idKey: Buffer): Row | undefined;
  /**
   * The candidates of a plan; `ordered` is false when they no longer come in the plan's order. `wanted` is how many
   * will be looked at as far as can be told beforehand; it decides only how many are fetched at a time.
   */
  rows(collection: Collection, plan: Plan | undefined, wanted?: number): { rows: Iterable<Row>; ordered: boolean };
  /** The number of entries in a plan's ranges, or of all documents; undefined when they must be looked at one by one. */
  count(collection: Collection, plan: Plan | undefined): number | undefined;
}

export interface FindRequest {
  query: Doc;
  sort?: readonly SortKey[];
  skip?: number;
  limit?: number;
  /** How many bytes a sort may hold, MongoDB's limit when absent. */
  memory?: number;
  /** Variables for `$expr` in the query. */
  outer?: Scope;
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

  /** The same without its values, which take several times the room of the text, for where many are held. */
  packed(): Found {
    return new Found(this.n, this.text);
  }
}

/** Tells a row from others. What a transaction has added has no number yet; its text holds its id. */
export const rowKey = ([n, text]: Row): number | string => (Number.isFinite(n) ? n : text);

/** One unserved part makes the whole call unserved. */
export function note(stats: Stats, index: string | null, examined: number): void {
  if (stats.index !== null) stats.index = index ?? null;
  stats.examined += examined;
}
