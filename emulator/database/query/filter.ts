import { requestFailed } from '../errors';
import type { GeoNear } from '../geo/operators';
import { isPlain, type Doc } from '../values';
import { compileExpr, type ExpressionOptions } from './expr';
import { compileField } from './operators';

/** A compiled test on one document. */
export type Test = (doc: Doc) => boolean;

/** A compiled query. `near` is set when it asks for documents by distance, which also orders them. */
export interface Filter {
  readonly test: Test;
  readonly near?: GeoNear;
}

/** What compilation collects on its way. */
export interface CompileContext {
  near?: GeoNear;
  /** True where a condition is on one array element as it is: an element that is an array is not entered. */
  whole?: boolean;
  /** What `$expr` is evaluated with: the variables of a `$lookup`, for one. */
  expressions?: ExpressionOptions;
}

/** Compiles a MongoDB query. Unknown or misused operators throw DATABASE_REQUEST_FAILED, never match nothing. */
export function compileFilter(query: Doc, expressions?: ExpressionOptions): Filter {
  const context: CompileContext = expressions ? { expressions } : {};
  const test = compileQuery(query, context);
  return context.near ? { test, near: context.near } : { test };
}

/** Compiles one level of a query; also used for `$elemMatch` and `$pull` on embedded documents. */
export function compileQuery(query: Doc, context: CompileContext): Test {
  const tests = Object.keys(query).map((key) => compileEntry(key, query[key], context));
  if (tests.length === 0) return () => true;
  if (tests.length === 1) return tests[0] as Test;
  return (doc) => tests.every((test) => test(doc));
}

function compileEntry(key: string, value: unknown, context: CompileContext): Test {
  if (!key.startsWith('$')) return compileField(key, value, context);
  switch (key) {
    case '$and': {
      const tests = branches(key, value, context);
      return (doc) => tests.every((test) => test(doc));
    }
    case '$or': {
      const tests = branches(key, value, context);
      return (doc) => tests.some((test) => test(doc));
    }
    case '$nor': {
      const tests = branches(key, value, context);
      return (doc) => !tests.some((test) => test(doc));
    }
    case '$expr':
      return compileExpr(value, context.expressions);
    case '$comment':
      return () => true;
    default:
      throw requestFailed(`unknown top level operator: ${key}`);
  }
}

function branches(key: string, value: unknown, context: CompileContext): Test[] {
  if (!Array.isArray(value) || value.length === 0) throw requestFailed(`${key} must be a nonempty array`);
  return value.map((branch) => {
    if (!isPlain(branch)) throw requestFailed(`${key} entries need to be full objects`);
    return compileQuery(branch, context);
  });
}
