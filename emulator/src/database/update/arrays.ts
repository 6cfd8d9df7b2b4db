import { docToWire } from '../values/ejson';
import { requestFailed } from '../errors';
import { compileField, compileQuery } from '../query/filter';
import { equals, isOperators, type ValueTest } from '../query/value-tests';
import { parseSort, sortDocs } from '../query/sort';
import { compareValues, equalValues, isPlain, type Doc } from '../values/values';
import { checkStorable } from './storable';
import type { Operator } from './operator';

/** `$push` with `$each`, `$position`, `$sort`, `$slice`. */
export const push: Operator = (target, operand) => {
  const array = arrayAt(target.get(), target.path, '$push') ?? [];
  const modifiers = modifiersOf(operand, ['$each', '$position', '$sort', '$slice']);
  if (!modifiers) {
    checkStorable(operand);
    target.set([...array, operand]);
    return;
  }
  const each = eachOf(modifiers.$each, '$push');
  let result = [...array];
  result.splice(integer(modifiers.$position ?? result.length, '$position'), 0, ...each);
  if (modifiers.$sort !== undefined) result = sorted(result, modifiers.$sort);
  if (modifiers.$slice !== undefined) {
    const slice = integer(modifiers.$slice, '$slice');
    result = slice >= 0 ? result.slice(0, slice) : result.slice(slice);
  }
  target.set(result);
};

/** `$addToSet`, with `$each`. */
export const addToSet: Operator = (target, operand) => {
  const array = arrayAt(target.get(), target.path, '$addToSet') ?? [];
  const modifiers = modifiersOf(operand, ['$each']);
  const values = modifiers ? eachOf(modifiers.$each, '$addToSet') : [operand];
  if (!modifiers) checkStorable(operand);
  const result = [...array];
  for (const value of values) if (!result.some((element) => equalValues(element, value))) result.push(value);
  target.set(result);
};

/** `$pop`: 1 drops the last element, -1 the first. */
export const pop: Operator = (target, operand) => {
  if (operand !== 1 && operand !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${docToWire(operand)}`);
  const array = arrayAt(target.get(), target.path, '$pop');
  if (array && array.length > 0) target.set(operand === 1 ? array.slice(0, -1) : array.slice(1));
};

/** `$pull`: drops the elements that equal a value or match a condition. */
export const pull: Operator = (target, operand) => {
  const test = pullTest(operand);
  const array = arrayAt(target.get(), target.path, '$pull');
  if (array) target.set(array.filter((element) => !test(element)));
};

/** `$pullAll`: drops the elements that equal any of the listed values. */
export const pullAll: Operator = (target, operand) => {
  if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument');
  const array = arrayAt(target.get(), target.path, '$pullAll');
  if (array) target.set(array.filter((element) => !operand.some((value) => equalValues(element, value))));
};

function pullTest(operand: unknown): ValueTest {
  if (isOperators(operand) || operand instanceof RegExp) {
    const test = compileField('element', operand, {});
    return (element) => test({ element });
  }
  if (isPlain(operand)) {
    const test = compileQuery(operand, {});
    return (element) => isPlain(element) && test(element);
  }
  return equals(operand);
}

function arrayAt(value: unknown, path: string, operator: string): unknown[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    throw requestFailed(`The field '${path}' must be an array but is of type ${typeName(value)} (${operator})`);
  }
  return value as unknown[];
}

function typeName(value: unknown): string {
  return value === null ? 'null' : typeof value;
}

function modifiersOf(operand: unknown, known: readonly string[]): Doc | undefined {
  if (!isPlain(operand) || !('$each' in operand)) return undefined;
  const unknown = Object.keys(operand).find((key) => !known.includes(key));
  if (unknown) throw requestFailed(`Unrecognized clause in $push: ${unknown}`);
  return operand;
}

function eachOf(value: unknown, operator: string): unknown[] {
  if (!Array.isArray(value)) throw requestFailed(`The argument to $each in ${operator} must be an array`);
  checkStorable(value);
  return value;
}

function integer(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw requestFailed(`The value for ${name} must be an integer value`);
  return value;
}

function sorted(array: unknown[], sort: unknown): unknown[] {
  if (sort === 1 || sort === -1) return array.sort((a, b) => compareValues(a, b) * sort);
  if (!isPlain(sort) || Object.keys(sort).length === 0)
    throw requestFailed('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  return sortDocs(array, parseSort(sort), (element) => (isPlain(element) ? element : {}));
}
