import { requestFailed, sortTooLarge } from '../../errors';
import { compileFilter } from '../../query/filter';
import { First } from '../../query/first';
import { orderOf, parseSort } from '../../query/sort';
import { Room, sizeOf } from '../../room';
import { isPlain, type Doc } from '../../values/values';
import { compileExpression } from '../expression/registry';
import { typeName } from '../expression/helpers';
import { eachDoc, pour, type Run } from '../sink';
import { fieldsOf, isCount, type Stage } from './stage';

const match: Stage = (query, { outer }) => {
  if (!isPlain(query)) throw requestFailed('the match filter must be an expression in an object');
  const { test, near } = compileFilter(query, outer);
  if (near) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context');
  return eachDoc((doc) => (test(doc) ? doc : undefined));
};

/** Where only the first few are looked at afterwards, only these are held. */
const sort: Stage = (order, { most, memory }) => {
  if (!isPlain(order)) throw requestFailed('the $sort key specification must be an object');
  const keys = parseSort(order);
  if (keys.length === 0) throw requestFailed('$sort stage must have at least one sort key');
  const { valuesOf, compare } = orderOf(keys);
  return firstBy(valuesOf, compare, most, memory);
};

/** Hands on the first `most` in an order, once all have passed. */
function firstBy<V>(valueOf: (doc: Doc) => V, compare: (a: V, b: V) => number, most: number, memory: number): Run {
  return (next) => {
    const first = new First<V, Doc>(compare, most, new Room(memory, sortTooLarge));
    return {
      add(doc) {
        first.add(valueOf(doc), doc, () => sizeOf(doc));
        return true;
      },
      end: () => pour(first.result(), next),
    };
  };
}

/** No documents give no count, rather than a count of 0. */
const count: Stage = (field) => {
  if (typeof field !== 'string' || field === '' || field.startsWith('$') || field.includes('.'))
    throw requestFailed('the count field must be a non-empty string without $ or .');
  return (next) => {
    let total = 0;
    return {
      add() {
        total += 1;
        return true;
      },
      end: () => pour(total === 0 ? [] : [{ [field]: total }], next),
    };
  };
};

const limit: Stage = (size) => {
  if (!isCount(size, 1)) throw requestFailed('the limit must be a positive integer');
  return (next) => {
    let left = size;
    return {
      add(doc) {
        left -= 1;
        return next.add(doc) && left > 0;
      },
      end: () => next.end(),
    };
  };
};

const skip: Stage = (size) => {
  if (!isCount(size, 0)) throw requestFailed('the argument to $skip must be a non-negative integer');
  return (next) => {
    let left = size;
    return {
      add(doc) {
        if (left === 0) return next.add(doc);
        left -= 1;
        return true;
      },
      end: () => next.end(),
    };
  };
};

/** The first few in a random order. */
const sample: Stage = (operand, { memory }) => {
  const { size } = fieldsOf('$sample', operand, ['size']);
  if (!isCount(size, 1)) throw requestFailed('size argument to $sample must be a positive integer');
  return firstBy(Math.random, (a, b) => a - b, size, memory);
};

const replaceWith: Stage = (expression, { outer }) => {
  const evaluate = compileExpression(expression, outer);
  return eachDoc((doc) => {
    const value = evaluate(doc);
    if (!isPlain(value))
      throw requestFailed(`'newRoot' expression must evaluate to an object, but is of type ${typeName(value)}`);
    return value;
  });
};

const replaceRoot: Stage = (operand, env) => replaceWith(fieldsOf('$replaceRoot', operand, ['newRoot']).newRoot, env);

/** What the expression says of a document holds for the embedded ones where it says `$$DESCEND`. */
const redact: Stage = (expression, { outer }) => {
  const evaluate = compileExpression(expression, outer);
  const visit = (doc: Doc, root: Doc): Doc | undefined => {
    const verdict = evaluate(root, doc);
    if (verdict === 'keep') return doc;
    if (verdict === 'prune') return undefined;
    if (verdict !== 'descend') throw requestFailed('$redact must give $$DESCEND, $$PRUNE or $$KEEP');
    return Object.fromEntries(
      Object.entries(doc)
        .map(([key, value]) => [key, inside(value, root)] as const)
        .filter(([, value]) => value !== undefined),
    );
  };
  const inside = (value: unknown, root: Doc): unknown => {
    if (Array.isArray(value)) return value.map((one) => inside(one, root)).filter((one) => one !== undefined);
    return isPlain(value) ? visit(value, root) : value;
  };
  return eachDoc((doc) => visit(doc, doc));
};

export const basicStages: Readonly<Record<string, Stage>> = {
  $match: match,
  $sort: sort,
  $count: count,
  $limit: limit,
  $skip: skip,
  $sample: sample,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $redact: redact,
};
