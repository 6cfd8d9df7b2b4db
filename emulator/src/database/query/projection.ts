import { requestFailed } from '../errors';
import { isPlain, type Doc } from '../values/values';
import { isTrue } from '../aggregate/expression/helpers';
import { positionOf } from '../update/position';
import type { CompileContext } from './compiled';
import { compileField, compileQuery } from './filter';

/** Fields to keep or drop, as a tree; a leaf ends a path. */
interface Tree {
  [field: string]: Tree | true;
}

interface Special {
  path: string[];
  isPositional?: boolean;
  apply: (value: unknown[], doc: Doc) => unknown;
}

/**
 * Compiles a find projection: all inclusions or all exclusions, `_id` free in both, plus `$slice`, `$elemMatch` and one
 * positional `list.$`, the element that met the query. Mixing the two, or any other operator, throws
 * DATABASE_REQUEST_FAILED.
 */
export function compileProjection(projection: Doc, query: Doc = {}): (doc: Doc) => Doc {
  const tree: Tree = Object.create(null) as Tree;
  const specials: Special[] = [];
  let include: boolean | undefined;
  let id: boolean | undefined;
  for (const path of Object.keys(projection)) {
    const value = projection[path];
    checkPath(path);
    if (path.endsWith('.$')) {
      if (!isTrue(value) || specials.some(({ isPositional }) => isPositional))
        throw requestFailed(`Cannot use the positional operator here: '${path}'`);
      include ??= true;
      specials.push(positional(path.slice(0, -2).split('.'), query));
      continue;
    }
    if (isPlain(value)) {
      const special = compileSpecial(path, value);
      specials.push(special);
      // `$elemMatch` makes the projection an inclusion; `$slice` follows the rest.
      if ('$elemMatch' in value) include ??= true;
      if (include) plant(tree, special.path);
      continue;
    }
    if (typeof value !== 'number' && typeof value !== 'boolean') {
      throw requestFailed(`unsupported projection of field '${path}'`);
    }
    const keep = Boolean(value);
    if (path === '_id') {
      id = keep;
      continue;
    }
    if (include !== undefined && include !== keep) {
      throw requestFailed(
        `Cannot do ${keep ? 'inclusion' : 'exclusion'} on field ${path} in ${keep ? 'exclusion' : 'inclusion'} projection`,
      );
    }
    include = keep;
    plant(tree, path.split('.'));
  }
  include ??= id === true && specials.length === 0;
  if (include ? id !== false : id === false) tree._id = true;
  if (include) for (const { path } of specials) plant(tree, path);
  const select = include ? keepOnly : dropOnly;
  return (doc) => {
    const result = select(doc, tree) as Doc;
    for (const special of specials) applySpecial(result, special.path, (value) => special.apply(value, doc));
    return result;
  };
}

/** `$` may only end a path; other names never start with it. */
function checkPath(path: string): void {
  const parts = path.replace(/\.\$$/, '').split('.');
  if (parts.some((part) => part === '' || part.startsWith('$')))
    throw requestFailed(`FieldPath field names may not be empty or start with '$': '${path}'`);
}

function positional(path: string[], query: Doc): Special {
  return {
    path,
    isPositional: true,
    apply: (array, doc) => {
      const at = positionOf(doc, path, query);
      if (at === undefined)
        throw requestFailed(
          "Executor error during find command: positional operator '.$' couldn't find a matching element",
        );
      return [array[at]];
    },
  };
}

function plant(tree: Tree, path: string[]): void {
  let node = tree;
  path.forEach((key, i) => {
    if (i === path.length - 1) node[key] = true;
    else {
      const next = node[key];
      node = next === true || next === undefined ? (node[key] = Object.create(null) as Tree) : next;
    }
  });
}

function keepOnly(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) {
    return value.filter((e) => isPlain(e) || Array.isArray(e)).map((element) => keepOnly(element, tree));
  }
  const result: Doc = {};
  const doc = value as Doc;
  for (const key of Object.keys(doc)) {
    const node = tree[key];
    if (node === true) result[key] = doc[key];
    else if (node && (isPlain(doc[key]) || Array.isArray(doc[key]))) result[key] = keepOnly(doc[key], node);
  }
  return result;
}

function dropOnly(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((element) => dropOnly(element, tree));
  if (!isPlain(value)) return value;
  const result: Doc = {};
  for (const key of Object.keys(value)) {
    const node = tree[key];
    if (node === undefined) result[key] = value[key];
    else if (node !== true) result[key] = dropOnly(value[key], node);
  }
  return result;
}

function compileSpecial(path: string, value: Doc): Special {
  const operator = Object.keys(value)[0];
  const operand = value[operator ?? ''];
  if (operator === '$slice') return { path: path.split('.'), apply: compileSlice(operand) };
  if (operator === '$elemMatch' && isPlain(operand)) {
    const context: CompileContext = {};
    const bare = Object.keys(operand)[0]?.startsWith('$');
    const test = bare ? compileField('e', operand, context) : compileQuery(operand, context);
    const matches = (element: unknown): boolean => (bare ? test({ e: element }) : isPlain(element) && test(element));
    return {
      path: path.split('.'),
      apply: (array) => {
        const found = array.find(matches);
        return found === undefined ? undefined : [found];
      },
    };
  }
  throw requestFailed(`Unsupported projection option: ${path}: ${JSON.stringify(value)}`);
}

function compileSlice(operand: unknown): (array: unknown[]) => unknown[] {
  if (typeof operand === 'number') return (array) => (operand >= 0 ? array.slice(0, operand) : array.slice(operand));
  const [skip, limit] = Array.isArray(operand) ? (operand as unknown[]) : [];
  if (typeof skip !== 'number' || typeof limit !== 'number' || limit <= 0) throw requestFailed('invalid $slice');
  return (array) => {
    const start = skip < 0 ? Math.max(array.length + skip, 0) : skip;
    return array.slice(start, start + limit);
  };
}

function applySpecial(doc: Doc, path: string[], apply: (value: unknown[]) => unknown): void {
  const [key, ...rest] = path as [string, ...string[]];
  if (!Object.hasOwn(doc, key)) return;
  const value = doc[key];
  if (rest.length > 0) {
    if (isPlain(value)) applySpecial((doc[key] = { ...value }), rest, apply);
    return;
  }
  if (!Array.isArray(value)) return;
  const result = apply(value);
  if (result === undefined) delete doc[key];
  else doc[key] = result;
}
