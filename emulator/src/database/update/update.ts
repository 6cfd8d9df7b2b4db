import { requestFailed } from '../errors';
import { equalValues, isPlain, own, type Doc } from '../values/values';
import { addToSet, pop, pull, pullAll, push } from './arrays';
import { bit, currentDate, inc, max, min, mul } from './numbers';
import type { Operator } from './operator';
import { resolvePosition } from './position';
import { checkStorable } from './storable';
import { targetsOf } from './target';

const set: Operator = (target, operand) => {
  checkStorable(operand, `${target.path}.`);
  target.set(operand);
};

const unset: Operator = (target) => target.unset();

/** `$rename`: moves a field; a missing source changes nothing. */
const rename: Operator = (target, operand, { doc }) => {
  if (typeof operand !== 'string') throw requestFailed('The "to" field for $rename must be a string');
  if (throughArray(doc, target.path) || throughArray(doc, operand))
    throw requestFailed('The source and destination fields of $rename cannot be array elements');
  const [to] = targetsOf(doc, operand);
  const value = target.get();
  if (value === undefined) return;
  target.unset();
  to?.set(value);
};

function throughArray(doc: Doc, path: string): boolean {
  let value: unknown = doc;
  return path
    .split('.')
    .slice(0, -1)
    .some((key) => Array.isArray((value = isPlain(value) ? own(value, key) : undefined)));
}

/** The update operators there are here. */
export const UPDATE_OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['$set', set],
  ['$setOnInsert', set],
  ['$unset', unset],
  ['$rename', rename],
  ['$inc', inc],
  ['$mul', mul],
  ['$min', min],
  ['$max', max],
  ['$bit', bit],
  ['$currentDate', currentDate],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$pop', pop],
  ['$pull', pull],
  ['$pullAll', pullAll],
]);

/** A checked update. `apply` returns a changed copy; the document given stays as it was. */
export interface Update {
  apply(doc: Doc, inserting?: boolean): Doc;
}

/**
 * Checks an update with operators. A positional `$` stands for the element that met `query`. Throws DATABASE_REQUEST_FAILED for unknown operators, for plain fields among them
 * and for two operators on one path; `apply` throws for values an operator cannot work on.
 */
export function compileUpdate(update: Doc, now: number, query: Doc = {}): Update {
  const names = Object.keys(update);
  if (names.length === 0) throw requestFailed('update document must not be empty');
  const steps = names.flatMap((name) => {
    const operator = UPDATE_OPERATORS.get(name);
    if (!operator) {
      throw requestFailed(
        name.startsWith('$')
          ? `Unknown modifier: ${name}`
          : 'the update operation document must contain atomic operators',
      );
    }
    const fields = update[name];
    if (!isPlain(fields)) throw requestFailed(`Modifiers operate on fields but we found ${typeof fields} for ${name}`);
    return Object.keys(fields).map((path) => ({ name, operator, path, operand: fields[path] }));
  });
  checkConflicts(
    steps.flatMap((step) =>
      step.name === '$rename' && typeof step.operand === 'string' ? [step.path, step.operand] : [step.path],
    ),
  );
  return {
    apply(doc, inserting = false) {
      const result = clone(doc) as Doc;
      for (const { name, operator, path, operand } of steps) {
        if (name === '$setOnInsert' && !inserting) continue;
        const place = path.includes('$') ? resolvePosition(path, doc, query) : path;
        for (const target of targetsOf(result, place)) operator(target, clone(operand), { now, doc: result });
      }
      if (!inserting && !equalValues(doc._id, result._id)) {
        throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
      }
      return result;
    },
  };
}

function checkConflicts(paths: string[]): void {
  const sorted = paths.map((path) => `${path}.`).sort();
  for (let i = 1; i < sorted.length; i += 1) {
    const [previous, path] = [sorted[i - 1] as string, sorted[i] as string];
    if (path.startsWith(previous)) {
      throw requestFailed(
        `Updating the path '${path.slice(0, -1)}' would create a conflict at '${previous.slice(0, -1)}'`,
      );
    }
  }
}

/** A copy whose documents and arrays may be changed; other values are never changed in place. */
function clone(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clone);
  if (!isPlain(value)) return value;
  const result: Doc = {};
  for (const key of Object.keys(value)) result[key] = clone(value[key]);
  return result;
}
