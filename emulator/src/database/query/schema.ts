import { makeRegex } from '../values/ejson';
import { requestFailed } from '../errors';
import { compareValues, equalValues, hasOwn, isPlain, Rank, rankOf, toNumber, type Doc } from '../values/values';
import type { ValueTest } from './value-tests';
import { compileType } from './types';

/*
 * `$jsonSchema`: JSON Schema draft 4 as MongoDB has it, with `bsonType`. A keyword about one kind of value says nothing
 * of the others. What MongoDB does not have ($ref, format, default, …) is refused.
 */

type Keyword = (operand: unknown, schema: Doc) => ValueTest;

/** Compiles a schema to a test of one value. Throws DATABASE_REQUEST_FAILED for unknown keywords and bad operands. */
export function compileSchema(schema: unknown): ValueTest {
  if (!isPlain(schema)) throw bad('schema', 'an object');
  const tests = Object.keys(schema).map((name) => {
    const keyword = hasOwn(KEYWORDS, name) ? KEYWORDS[name] : undefined;
    if (!keyword) throw requestFailed(`Unknown $jsonSchema keyword: ${name}`);
    return keyword(schema[name], schema);
  });
  return (value) => tests.every((test) => test(value));
}

function bad(keyword: string, wanted: string): Error {
  return requestFailed(`$jsonSchema keyword '${keyword}' must be ${wanted}`);
}

const always: ValueTest = () => true;

const nothing: Keyword = () => always;

const TYPES: Readonly<Record<string, string>> = { boolean: 'bool' };

function types(keyword: string): Keyword {
  return (operand) => {
    const names: unknown[] = Array.isArray(operand) ? operand : [operand];
    if (names.length === 0 || !names.every((name) => typeof name === 'string'))
      throw bad(keyword, 'a string or strings');
    if (keyword === 'type' && names.includes('integer'))
      throw requestFailed("$jsonSchema type 'integer' is not supported");
    return compileType(names.map((name) => TYPES[name] ?? name));
  };
}

function schemas(keyword: string, combine: (tests: ValueTest[], value: unknown) => boolean): Keyword {
  return (operand) => {
    if (!Array.isArray(operand) || operand.length === 0) throw bad(keyword, 'a non-empty array');
    const tests = operand.map(compileSchema);
    return (value) => combine(tests, value);
  };
}

/** A keyword that measures values of one kind against a number. */
function measure(
  keyword: string,
  of: (value: unknown) => number | undefined,
  holds: (size: number, limit: number) => boolean,
): Keyword {
  return (operand) => {
    if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0)
      throw bad(keyword, 'an integer of 0 or more');
    return (value) => {
      const size = of(value);
      return size === undefined || holds(size, operand);
    };
  };
}

function bound(keyword: 'minimum' | 'maximum', sign: 1 | -1): Keyword {
  const strict = keyword === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  return (operand, schema) => {
    if (rankOf(operand) !== Rank.NUMBER) throw bad(keyword, 'a number');
    const least = schema[strict] === true ? 1 : 0;
    return (value) =>
      value === undefined || rankOf(value) !== Rank.NUMBER || Math.sign(compareValues(value, operand)) * sign >= least;
  };
}

function exclusive(keyword: string, needs: string): Keyword {
  return (operand, schema) => {
    if (typeof operand !== 'boolean' || !(needs in schema)) throw bad(keyword, `a boolean beside '${needs}'`);
    return always;
  };
}

const lengthOf = (value: unknown): number | undefined => (typeof value === 'string' ? [...value].length : undefined);
const itemsOf = (value: unknown): number | undefined => (Array.isArray(value) ? value.length : undefined);
const fieldsOf = (value: unknown): number | undefined => (isPlain(value) ? Object.keys(value).length : undefined);
const least = (size: number, limit: number): boolean => size >= limit;
const most = (size: number, limit: number): boolean => size <= limit;

function tests(keyword: string, operand: unknown): [name: string, test: ValueTest][] {
  if (!isPlain(operand)) throw bad(keyword, 'an object');
  return Object.keys(operand).map((name) => [name, compileSchema(operand[name])]);
}

const properties: Keyword = (operand) => {
  const known = tests('properties', operand);
  return (value) => !isPlain(value) || known.every(([name, test]) => !hasOwn(value, name) || test(value[name]));
};

const patternProperties: Keyword = (operand) => {
  const known = tests('patternProperties', operand).map(([name, test]) => [makeRegex(name, ''), test] as const);
  return (value) =>
    !isPlain(value) ||
    Object.keys(value).every((key) => known.every(([regex, test]) => !regex.test(key) || test(value[key])));
};

const additionalProperties: Keyword = (operand, schema) => {
  const test = typeof operand === 'boolean' ? () => operand : compileSchema(operand);
  const names = new Set(isPlain(schema.properties) ? Object.keys(schema.properties) : []);
  const patterns = (isPlain(schema.patternProperties) ? Object.keys(schema.patternProperties) : []).map((pattern) =>
    makeRegex(pattern, ''),
  );
  const isNamed = (key: string): boolean => names.has(key) || patterns.some((pattern) => pattern.test(key));
  return (value) => !isPlain(value) || Object.keys(value).every((key) => isNamed(key) || test(value[key]));
};

function names(keyword: string, operand: unknown): string[] {
  if (!Array.isArray(operand) || operand.length === 0 || !operand.every((name) => typeof name === 'string'))
    throw bad(keyword, 'a non-empty array of strings');
  return operand;
}

const required: Keyword = (operand) => {
  const wanted = names('required', operand);
  return (value) => !isPlain(value) || wanted.every((name) => hasOwn(value, name));
};

const dependencies: Keyword = (operand) => {
  if (!isPlain(operand)) throw bad('dependencies', 'an object');
  const known = Object.keys(operand).map((name): [string, ValueTest] => {
    const on = operand[name];
    return [name, Array.isArray(on) ? required(on, {}) : compileSchema(on)];
  });
  return (value) => !isPlain(value) || known.every(([name, test]) => !hasOwn(value, name) || test(value));
};

/** One schema for all items, or one for each; `additionalItems` is for those beyond. */
const items: Keyword = (operand, { additionalItems = true }) => {
  if (!Array.isArray(operand)) {
    const test = compileSchema(operand);
    return (value) => !Array.isArray(value) || value.every(test);
  }
  const each = operand.map(compileSchema);
  const others = typeof additionalItems === 'boolean' ? () => additionalItems : compileSchema(additionalItems);
  return (value) => !Array.isArray(value) || value.every((item, i) => (each[i] ?? others)(item));
};

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  title: nothing,
  description: nothing,
  bsonType: types('bsonType'),
  type: types('type'),
  enum: (operand) => {
    if (!Array.isArray(operand) || operand.length === 0) throw bad('enum', 'a non-empty array');
    return (value) => operand.some((one) => equalValues(one, value));
  },
  allOf: schemas('allOf', (all, value) => all.every((test) => test(value))),
  anyOf: schemas('anyOf', (all, value) => all.some((test) => test(value))),
  oneOf: schemas('oneOf', (all, value) => all.filter((test) => test(value)).length === 1),
  not: (operand) => {
    const test = compileSchema(operand);
    return (value) => !test(value);
  },
  minimum: bound('minimum', 1),
  maximum: bound('maximum', -1),
  exclusiveMinimum: exclusive('exclusiveMinimum', 'minimum'),
  exclusiveMaximum: exclusive('exclusiveMaximum', 'maximum'),
  multipleOf: (operand) => {
    if (typeof operand !== 'number' || operand <= 0) throw bad('multipleOf', 'a positive number');
    return (value) => value === undefined || rankOf(value) !== Rank.NUMBER || toNumber(value) % operand === 0;
  },
  minLength: measure('minLength', lengthOf, least),
  maxLength: measure('maxLength', lengthOf, most),
  pattern: (operand) => {
    if (typeof operand !== 'string') throw bad('pattern', 'a string');
    const regex = makeRegex(operand, '');
    return (value) => typeof value !== 'string' || regex.test(value);
  },
  minItems: measure('minItems', itemsOf, least),
  maxItems: measure('maxItems', itemsOf, most),
  uniqueItems: (operand) => {
    if (typeof operand !== 'boolean') throw bad('uniqueItems', 'a boolean');
    const unique = (list: unknown[]): boolean => list.every((a, i) => !list.slice(0, i).some((b) => equalValues(a, b)));
    return (value) => !operand || !Array.isArray(value) || unique(value);
  },
  items,
  additionalItems: (operand) => {
    if (typeof operand !== 'boolean') compileSchema(operand);
    return always;
  },
  minProperties: measure('minProperties', fieldsOf, least),
  maxProperties: measure('maxProperties', fieldsOf, most),
  required,
  properties,
  patternProperties,
  additionalProperties,
  dependencies,
};

export const SCHEMA_KEYWORDS: readonly string[] = Object.keys(KEYWORDS);
