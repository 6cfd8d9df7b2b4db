import { Long } from 'bson';
import { requestFailed } from '../../errors';
import { isPlain, type Doc } from '../../values/values';
import type { Scope } from '../expression/compile';
import { compileExpression, type Expression } from '../expression/registry';
import { eachDoc } from '../sink';
import { nameOf, type Stage } from './stage';

/** What becomes of a field: kept, dropped, computed, or looked into. */
type Node = 'keep' | 'drop' | Expression | Tree;
type Tree = Map<string, Node>;

/** What becomes of a field that is not named. */
type Others = 'keep' | 'drop';

/** Reads a projection into a tree; `isFlag` says whether 1 and true mean a field rather than a value. */
function read(spec: Doc, outer: Scope, isFlag: boolean): Tree {
  const tree: Tree = new Map();
  const visit = (value: unknown, path: string[]): void => {
    if (isPlain(value) && !Object.keys(value)[0]?.startsWith('$')) {
      if (Object.keys(value).length === 0) throw requestFailed('an empty object is not a valid value');
      for (const key of Object.keys(value)) visit(value[key], [...path, ...keysOf(key)]);
      return;
    }
    const flag = typeof value === 'boolean' || typeof value === 'number' || value instanceof Long;
    if (isFlag && flag) plant(tree, path, value === false || value === 0 ? 'drop' : 'keep');
    else plant(tree, path, compileExpression(value, outer));
  };
  for (const key of Object.keys(spec)) visit(spec[key], keysOf(key));
  return tree;
}

function keysOf(path: string): string[] {
  const keys = path.split('.');
  if (keys.some((key) => key === '' || key.startsWith('$') || key === '__proto__'))
    throw requestFailed(`invalid field path '${path}'`);
  return keys;
}

function plant(tree: Tree, path: readonly string[], leaf: Node): void {
  let at = tree;
  for (const key of path.slice(0, -1)) {
    const next = at.get(key) ?? new Map<string, Node>();
    if (!(next instanceof Map)) throw requestFailed(`Path collision at ${path.join('.')}`);
    at.set(key, next);
    at = next;
  }
  const last = path.at(-1) as string;
  if (at.has(last)) throw requestFailed(`Path collision at ${path.join('.')}`);
  at.set(last, leaf);
}

function leaves(tree: Tree, except?: string): Node[] {
  return [...tree].flatMap(([key, node]) => (key === except ? [] : node instanceof Map ? leaves(node) : [node]));
}

function computes(tree: Tree): boolean {
  return leaves(tree).some((leaf) => typeof leaf === 'function');
}

/** Applies a tree to a value: below an array to each of its elements. */
function apply(tree: Tree, value: unknown, root: Doc, others: Others): unknown {
  if (Array.isArray(value)) {
    const elements = value as unknown[];
    // What is no document has no fields to keep; what is computed makes a document of it.
    const kept =
      others === 'keep' || computes(tree) ? elements : elements.filter((one) => isPlain(one) || Array.isArray(one));
    return kept.map((one) => apply(tree, one, root, others));
  }
  if (!isPlain(value) && !computes(tree)) return value;
  const source = isPlain(value) ? value : {};
  const result: Doc = {};
  for (const key of Object.keys(source)) {
    const node = tree.get(key) ?? others;
    if (node === 'keep') result[key] = source[key];
    else if (node instanceof Map) {
      const inner = source[key];
      if (others === 'keep' || isPlain(inner) || Array.isArray(inner) || computes(node))
        result[key] = apply(node, inner, root, others);
    } else if (typeof node === 'function' && others === 'keep') result[key] = undefined;
  }
  for (const [key, node] of tree) {
    if (typeof node === 'function') result[key] = node(root);
    else if (node instanceof Map && !Object.hasOwn(source, key) && computes(node))
      result[key] = apply(node, undefined, root, others);
    if (result[key] === undefined) delete result[key];
  }
  return result;
}

const addFields =
  (stage: string): Stage =>
  (spec, { outer }) => {
    if (!isPlain(spec) || Object.keys(spec).length === 0)
      throw requestFailed(`Invalid ${stage} :: specification must be an object with at least one field`);
    const tree = read(spec, outer, false);
    return eachDoc((doc) => apply(tree, doc, doc, 'keep') as Doc);
  };

const project: Stage = (spec, { outer }) => {
  if (!isPlain(spec) || Object.keys(spec).length === 0)
    throw requestFailed('Invalid $project :: projection specification must have at least one field');
  const tree = read(spec, outer, true);
  const named = leaves(tree, '_id');
  const drops = named.includes('drop');
  if (drops && named.some((leaf) => leaf !== 'drop'))
    throw requestFailed('Invalid $project :: Cannot do inclusion and exclusion in one projection');
  const isExclusion = drops || (named.length === 0 && leaves(tree).includes('drop'));
  const id = tree.get('_id');
  if (isExclusion && typeof id === 'function') throw requestFailed('Invalid $project :: computed _id in an exclusion');
  if (!isExclusion && !id) tree.set('_id', 'keep');
  return eachDoc((doc) => apply(tree, doc, doc, isExclusion ? 'keep' : 'drop') as Doc);
};

const unset: Stage = (operand, env) => {
  const names = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  if (names.length === 0) throw requestFailed('$unset specification must be a string or a non-empty array');
  return project(Object.fromEntries(names.map((name) => [nameOf('$unset', 'field', name), 0])), env);
};

export const projectStages: Readonly<Record<string, Stage>> = {
  $addFields: addFields('$addFields'),
  $set: addFields('$set'),
  $project: project,
  $unset: unset,
};
