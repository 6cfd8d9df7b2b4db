import { compare, type Doc, type Value } from './values';

/** Thrown where the manual says that the update fails. */
export class Refused extends Error {}

/** One operator on one top-level or nested field (no arrays on the way), as its page in the manual says. */
export function update(doc: Doc, operator: string, path: string, operand: Value): Doc {
  const [key = '', ...rest] = path.split('.');
  if (rest.length > 0) {
    const inner = doc[key];
    const isDoc = typeof inner === 'object' && inner?.constructor === Object;
    // What removes has nothing to do where the path ends early; what sets cannot make it.
    if (!isDoc && ['$unset', '$pop', '$pull'].includes(operator)) return doc;
    if (!isDoc && inner !== undefined) throw new Refused('no path below a value');
    return { ...doc, [key]: update((inner ?? {}) as Doc, operator, rest.join('.'), operand) };
  }
  const { [key]: before, ...others } = doc;
  const after = apply(before, operator, operand);
  return after === undefined ? others : { ...doc, [key]: after };
}

function apply(value: Value, operator: string, operand: Value): Value {
  switch (operator) {
    case '$set':
      return operand;
    case '$unset':
      return undefined;
    case '$inc':
      return number(value, 0) + (operand as number);
    case '$mul':
      return value === undefined ? 0 : number(value, 0) * (operand as number) + 0;
    case '$min':
      return value === undefined || compare(operand, value) < 0 ? operand : value;
    case '$max':
      return value === undefined || compare(operand, value) > 0 ? operand : value;
    case '$push':
      return [...(list(value) ?? []), operand];
    case '$addToSet': {
      const present = list(value) ?? [];
      return present.some((element) => compare(element, operand) === 0) ? present : [...present, operand];
    }
    case '$pop':
      return list(value)?.slice(...(operand === 1 ? ([0, -1] as const) : ([1] as const)));
    case '$pull':
      return list(value)?.filter((element) => compare(element, operand) !== 0);
    default:
      throw new Error(`the model has no ${operator}`);
  }
}

function number(value: Value, absent: number): number {
  if (value === undefined) return absent;
  if (typeof value !== 'number') throw new Refused('no number');
  return value;
}

function list(value: Value): Value[] | undefined {
  if (value !== undefined && !Array.isArray(value)) throw new Refused('no array');
  return value;
}
