import type { Scope } from '../aggregate/expression/compile';
import type { Near } from '../geo/near';
import type { Doc } from '../values/values';

/** A compiled test on one document. */
export type Test = (doc: Doc) => boolean;

/** A compiled query. `near` is set when it asks for documents by distance, which also orders them. */
export interface Filter {
  readonly test: Test;
  readonly near?: Near;
}

/** What compilation collects on its way. */
export interface CompileContext {
  near?: Near;
  /** True below `$or`, `$not` and the like, where a search by distance has no meaning. */
  nested?: boolean;
  /** True where a condition is on one array element as it is: an element that is an array is not entered. */
  whole?: boolean;
  /** Variables for `$expr`: those of a `$lookup`, for one. */
  outer?: Scope;
}
