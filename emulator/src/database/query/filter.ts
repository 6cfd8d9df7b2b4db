import { requestFailed } from '../errors';
import { compileGeo, GEO_OPERATORS, NEAR_BOUNDS } from '../geo/operators';
import { isPlain, type Doc } from '../values/values';
import { BIT_OPERATORS, compileBits } from './bits';
import { compileComparison } from './comparison';
import type { CompileContext, Filter, Test } from './compiled';
import type { Scope } from '../aggregate/expression/compile';
import { isTrue } from '../aggregate/expression/helpers';
import { compileExpr } from './expr';
import { reach } from './paths';
import { compileSchema } from './schema';
import { compileType } from './types';
import { equals, hasSize, isIn, isOperators, matchesRegex, modulo, regexOf, type ValueTest } from './value-tests';

/*
 * A query and the conditions on its fields contain each other ($elemMatch, $not), so both are compiled here.
 */

/** Compiles a MongoDB query. Unknown or misused operators throw DATABASE_REQUEST_FAILED, never match nothing. */
export function compileFilter(query: Doc, outer?: Scope): Filter {
  const context: CompileContext = outer ? { outer } : {};
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
  const operator = TOP_OPERATORS.get(key);
  if (!operator) throw requestFailed(`unknown top level operator: ${key}`);
  return operator(value, context);
}

/** Operators beside fields. */
export const TOP_OPERATORS: ReadonlyMap<string, (operand: unknown, context: CompileContext) => Test> = new Map([
  [
    '$and',
    (operand, context) => {
      const tests = branches('$and', operand, context);
      return (doc: Doc) => tests.every((test) => test(doc));
    },
  ],
  [
    '$or',
    (operand, context) => {
      const tests = branches('$or', operand, { ...context, nested: true });
      return (doc: Doc) => tests.some((test) => test(doc));
    },
  ],
  [
    '$nor',
    (operand, context) => {
      const tests = branches('$nor', operand, { ...context, nested: true });
      return (doc: Doc) => !tests.some((test) => test(doc));
    },
  ],
  [
    '$expr',
    (operand, { whole, outer }) => {
      // Only inside an $elemMatch is this set at all.
      if (whole !== undefined) throw requestFailed('$expr can only be applied to the top-level document');
      return compileExpr(operand, outer);
    },
  ],
  ['$comment', () => () => true],
  ['$jsonSchema', (operand) => compileSchema(operand)],
  ['$sampleRate', (operand) => sampleRate(operand)],
]);

function sampleRate(operand: unknown): Test {
  if (typeof operand !== 'number' || !(operand >= 0 && operand <= 1))
    throw requestFailed('the argument to $sampleRate must be a number from 0 to 1');
  return () => Math.random() < operand;
}

function branches(key: string, value: unknown, context: CompileContext): Test[] {
  if (!Array.isArray(value) || value.length === 0) throw requestFailed(`${key} must be a nonempty array`);
  return value.map((branch) => {
    if (!isPlain(branch)) throw requestFailed(`${key} entries need to be full objects`);
    return compileQuery(branch, context);
  });
}

/** Compiles the condition on one field, `{path: condition}`. */
export function compileField(path: string, condition: unknown, context: CompileContext): Test {
  const parts = path.split('.');
  if (!isOperators(condition)) {
    return on(parts, condition instanceof RegExp ? matchesRegex(condition) : equals(condition));
  }
  const isNear = '$nearSphere' in condition || '$near' in condition;
  const tests = Object.keys(condition)
    .filter((operator) => operator !== '$options' && !(isNear && NEAR_BOUNDS.has(operator)))
    .map((operator) => compileOperator(parts, operator, condition, context));
  if (tests.length === 0) throw requestFailed('$options needs a $regex');
  return tests.length === 1 ? (tests[0] as Test) : (doc) => tests.every((test) => test(doc));
}

function compileOperator(parts: string[], operator: string, condition: Doc, context: CompileContext): Test {
  const compile = FIELD_OPERATORS.get(operator);
  if (!compile) throw requestFailed(`unknown operator: ${operator}`);
  return compile({ parts, operator, operand: condition[operator], condition, context });
}

interface FieldOperator {
  parts: string[];
  operator: string;
  operand: unknown;
  /** The whole condition, for operators that are written beside others. */
  condition: Doc;
  context: CompileContext;
}

/** An operator that is a test on each value its field reaches. */
function onValue(compile: (operand: unknown, given: FieldOperator) => ValueTest) {
  return (given: FieldOperator): Test => on(given.parts, compile(given.operand, given), given.context.whole !== true);
}

const compare = onValue((operand, { operator }) => compileComparison(operator, operand));
const bits = onValue((operand, { operator }) => compileBits(operator, operand));
const isOneOf = onValue((operand, { operator }) => isIn(operator, operand));
const isEqual = onValue((operand) => equals(operand));
const geo = (given: FieldOperator): Test => compileGeo(given.parts, given.operator, given.condition, given.context);

/** Operators in the condition on a field. */
export const FIELD_OPERATORS: ReadonlyMap<string, (given: FieldOperator) => Test> = new Map([
  ['$eq', isEqual],
  [
    '$ne',
    (given) => {
      if (given.operand instanceof RegExp) throw requestFailed("Can't have regex as arg to $ne.");
      return not(isEqual(given));
    },
  ],
  ['$in', isOneOf],
  ['$nin', (given) => not(isOneOf(given))],
  ['$not', ({ parts, operand, context }) => not(compileNot(parts, operand, context))],
  [
    '$exists',
    ({ parts, operand }) => {
      const exists: Test = (doc) => reach(doc, parts, (value) => value !== undefined);
      return isTrue(operand) ? exists : not(exists);
    },
  ],
  ['$all', ({ parts, operand, context }) => compileAll(parts, operand, context)],
  ['$elemMatch', ({ parts, operand, context }) => on(parts, elemMatch(operand, context), false)],
  ['$size', ({ parts, operand }) => on(parts, hasSize(operand), false)],
  ['$regex', onValue((operand, { condition }) => matchesRegex(regexOf(operand, condition.$options)))],
  ['$type', onValue(compileType)],
  ['$mod', onValue(modulo)],
  ...['$gt', '$gte', '$lt', '$lte'].map((name): [string, typeof compare] => [name, compare]),
  ...[...BIT_OPERATORS].map((name): [string, typeof bits] => [name, bits]),
  ...[...GEO_OPERATORS].map((name): [string, typeof geo] => [name, geo]),
]);

/** Applies a value test along a path; with `elements`, to the elements of a final array too. */
function on(parts: string[], test: ValueTest, elements = true): Test {
  const visit = elements
    ? (value: unknown): boolean => test(value) || (Array.isArray(value) && value.some(test))
    : test;
  return (doc) => reach(doc, parts, visit);
}

function not(test: Test): Test {
  return (doc) => !test(doc);
}

function compileNot(parts: string[], operand: unknown, context: CompileContext): Test {
  if (operand instanceof RegExp) return on(parts, matchesRegex(operand), context.whole !== true);
  if (!isOperators(operand)) throw requestFailed('$not needs a regex or a document');
  return compileField(parts.join('.'), operand, { ...context, nested: true });
}

function compileAll(parts: string[], operand: unknown, context: CompileContext): Test {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  const tests = operand.map((value: unknown) => {
    if (!isOperators(value)) return on(parts, value instanceof RegExp ? matchesRegex(value) : equals(value));
    if (!('$elemMatch' in value)) throw requestFailed('no $ expressions in $all');
    return on(parts, elemMatch(value.$elemMatch, context), false);
  });
  return (doc) => tests.length > 0 && tests.every((test) => test(doc));
}

/** Elements must be embedded documents for a query on fields; scalars only match bare operators. */
function elemMatch(operand: unknown, context: CompileContext): ValueTest {
  if (!isPlain(operand)) throw requestFailed('$elemMatch needs an Object');
  if (isOperators(operand) && !['$and', '$or', '$nor', '$expr'].includes(Object.keys(operand)[0] as string)) {
    // Operators look at the element as it is: an element that is itself an array is not entered.
    const test = compileField('element', operand, { ...context, whole: true, nested: true });
    return (value) => Array.isArray(value) && value.some((element: unknown) => test({ element }));
  }
  const test = compileQuery(operand, { ...context, whole: false, nested: true });
  return (value) => Array.isArray(value) && value.some((element) => testElement(element, test));
}

/** An array in an array is a document whose fields are its positions. */
function testElement(element: unknown, test: Test): boolean {
  return isPlain(element) ? test(element) : Array.isArray(element) && test({ ...(element as unknown[]) });
}
