import { requestFailed } from '../../errors';
import { compileFilter } from '../../query/filter';
import { parseSort, sortDocs } from '../../query/sort';
import { isPlain, type Doc } from '../../values/values';
import { compileExpression } from '../expression/registry';
import { typeName } from '../expression/helpers';
import { fieldsOf, type Stage } from './stage';

const match: Stage = (query, { outer }) => {
  if (!isPlain(query)) throw requestFailed('the match filter must be an expression in an object');
  const { test, near } = compileFilter(query, outer);
  if (near) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context');
  return (docs) => docs.filter(test);
};

const sort: Stage = (order) => {
  if (!isPlain(order)) throw requestFailed('the $sort key specification must be an object');
  const keys = parseSort(order);
  if (keys.length === 0) throw requestFailed('$sort stage must have at least one sort key');
  return (docs) => sortDocs(docs, keys, (doc) => doc);
};

/** No documents give no count, rather than a count of 0. */
const count: Stage = (field) => {
  if (typeof field !== 'string' || field === '' || field.startsWith('$') || field.includes('.'))
    throw requestFailed('the count field must be a non-empty string without $ or .');
  return (docs) => (docs.length === 0 ? [] : [{ [field]: docs.length }]);
};

const limit: Stage = (size) => {
  if (!isCount(size, 1)) throw requestFailed('the limit must be a positive integer');
  return (docs) => docs.slice(0, size);
};

const skip: Stage = (size) => {
  if (!isCount(size, 0)) throw requestFailed('the argument to $skip must be a non-negative integer');
  return (docs) => docs.slice(size);
};

/** True for an integer of at least `least`. */
export function isCount(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least;
}

const sample: Stage = (operand) => {
  const { size } = fieldsOf('$sample', operand, ['size']);
  if (!isCount(size, 1)) throw requestFailed('size argument to $sample must be a positive integer');
  return (docs) => {
    const rest = [...docs];
    return Array.from({ length: Math.min(size, rest.length) }, () => {
      const [chosen] = rest.splice(Math.floor(Math.random() * rest.length), 1);
      return chosen as Doc;
    });
  };
};

const replaceWith: Stage = (expression, { outer }) => {
  const evaluate = compileExpression(expression, outer);
  return (docs) =>
    docs.map((doc) => {
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
  return (docs) => docs.map((doc) => visit(doc, doc)).filter((doc) => doc !== undefined);
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
