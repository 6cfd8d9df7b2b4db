import { requestFailed } from '../../errors';
import { isPlain, own, type Doc } from '../../values/values';
import { Merged } from '../tallies/lists';
import { tallied } from '../tallies/tally';
import type { Eval, Operator } from './compile';
import { isNullish, namedOperands, nullable, onValues, typeName } from './helpers';

const mergeObjects = onValues('$mergeObjects', [0, Infinity], (...values) => {
  const parts = values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values;
  return tallied(new Merged(), parts);
});

const objectToArray = nullable('$objectToArray', [1, 1], (value) => {
  if (!isPlain(value)) throw requestFailed(`$objectToArray requires a document input, found: ${typeName(value)}`);
  return Object.keys(value).map((k) => ({ k, v: value[k] }));
});

/** A field's name is a constant; it may hold dots and begin with `$` when it is a `$literal`. */
function constantName(name: string, field: unknown): string {
  const value = isPlain(field) && '$literal' in field ? field.$literal : field;
  const isPath = typeof value === 'string' && value.startsWith('$') && value === field;
  if (typeof value !== 'string' || isPath || value === '__proto__')
    throw requestFailed(`${name} requires 'field' to evaluate to a constant string`);
  return value;
}

const getField: Operator = (operand, env) => {
  const full = isPlain(operand) && 'field' in operand;
  const { field, input = '$$CURRENT' } = full
    ? namedOperands('$getField', operand, ['field'], ['input'])
    : { field: operand };
  const from = env.compile(input);
  // Since a path to the name is allowed here, it is evaluated for each document.
  const name = env.compile(field);
  return (frame) => {
    const [key, doc] = [name(frame), from(frame)];
    if (typeof key !== 'string') throw requestFailed("$getField requires 'field' to evaluate to type String");
    if (isNullish(doc)) return doc;
    return isPlain(doc) ? own(doc, key) : undefined;
  };
};

function changeField(name: string, operand: unknown, input: Eval, value: Eval): Eval {
  const field = constantName(name, (operand as Doc).field);
  return (frame) => {
    const doc = input(frame);
    if (isNullish(doc)) return null;
    if (!isPlain(doc)) throw requestFailed(`${name} requires 'input' to evaluate to type Object`);
    const after = value(frame);
    if (after !== undefined) return { ...doc, [field]: after };
    return Object.fromEntries(Object.entries(doc).filter(([key]) => key !== field));
  };
}

const setField: Operator = (operand, env) => {
  const { input, value } = namedOperands('$setField', operand, ['field', 'input', 'value'], []);
  return changeField('$setField', operand, env.compile(input), env.compile(value));
};

const unsetField: Operator = (operand, env) => {
  const { input } = namedOperands('$unsetField', operand, ['field', 'input'], []);
  return changeField('$unsetField', operand, env.compile(input), () => undefined);
};

export const objects: Readonly<Record<string, Operator>> = {
  $mergeObjects: mergeObjects,
  $objectToArray: objectToArray,
  $getField: getField,
  $setField: setField,
  $unsetField: unsetField,
};
