import { requestFailed } from '../../errors';
import { isPlain, own, type Doc } from '../../values/values';

/** Variables by name, without `$$`. */
export type Scope = Readonly<Record<string, unknown>>;

/** Where an expression is evaluated: the document, what `$field` starts from, and the variables. */
export interface Frame {
  readonly root: unknown;
  readonly current: unknown;
  readonly vars: Scope;
}

/** A compiled expression; undefined stands for missing. */
export type Eval = (frame: Frame) => unknown;

/** The same place with more variables; `CURRENT` among them is what fields start from. */
export function withVars({ root, current, vars }: Frame, more: Scope): Frame {
  return { root, current: 'CURRENT' in more ? more.CURRENT : current, vars: { ...vars, ...more } };
}

/** What is known while an expression is compiled. */
export interface Env {
  /** Names of the variables that will be there. */
  readonly names: ReadonlySet<string>;
  /** Compiles an operand that is an expression. */
  compile(expression: unknown, names?: Iterable<string>): Eval;
}

/** An expression operator: checks its operand, then gives its evaluation. Throws DATABASE_REQUEST_FAILED. */
export type Operator = (operand: unknown, env: Env) => Eval;

/** What `$redact` tells apart; texts, as in MongoDB. */
const CONSTANTS: Scope = { DESCEND: 'descend', PRUNE: 'prune', KEEP: 'keep', REMOVE: undefined };
const SYSTEM = ['ROOT', 'CURRENT', 'NOW', ...Object.keys(CONSTANTS)];

/** Makes a compiler of expressions over a set of operators. Unknown operators and variables throw. */
export function compiler(
  operators: ReadonlyMap<string, Operator>,
): (expression: unknown, outer: Scope) => (root: unknown, current?: unknown) => unknown {
  const envOf = (names: ReadonlySet<string>): Env => ({
    names,
    compile: (expression, more = []) => compile(expression, envOf(new Set([...names, ...more]))),
  });
  const compile = (expression: unknown, env: Env): Eval => {
    if (typeof expression === 'string') return expression.startsWith('$') ? path(expression, env) : () => expression;
    if (Array.isArray(expression)) return list(expression, env);
    return isPlain(expression) ? object(expression, env) : () => expression;
  };
  const list = (elements: readonly unknown[], env: Env): Eval => {
    const parts = elements.map((element) => compile(element, env));
    return (frame) => parts.map((part) => part(frame) ?? null);
  };
  const object = (doc: Doc, env: Env): Eval => {
    const keys = Object.keys(doc);
    const [first] = keys;
    if (first?.startsWith('$')) {
      if (keys.length > 1)
        throw requestFailed(`an expression specification must contain exactly one field, found ${keys.length}`);
      const operator = operators.get(first);
      if (!operator) throw requestFailed(`Unrecognized expression '${first}'`);
      return operator(doc[first], env);
    }
    const fields = keys.map((key): [string, Eval] => {
      if (key.startsWith('$') || key.includes('.') || key === '')
        throw requestFailed(`FieldPath field names may not start with '$', contain '.' or be empty: '${key}'`);
      return [key, compile(doc[key], env)];
    });
    return (frame) => {
      const result: Doc = {};
      for (const [key, evaluate] of fields) {
        const value = evaluate(frame);
        if (value !== undefined) result[key] = value;
      }
      return result;
    };
  };
  return (expression, outer) => {
    const evaluate = compile(expression, envOf(new Set([...SYSTEM, ...Object.keys(outer)])));
    const vars = { ...CONSTANTS, ...outer };
    return (root, current = root) => evaluate({ root, current, vars });
  };
}

/** `$a.b` or `$$name.a.b`. */
function path(text: string, env: Env): Eval {
  const isVariable = text.startsWith('$$');
  const [name = '', ...keys] = isVariable ? text.slice(2).split('.') : ['CURRENT', ...text.slice(1).split('.')];
  if (!env.names.has(name)) throw requestFailed(`Use of undefined variable: ${name}`);
  for (const key of keys) {
    if (key === '') throw requestFailed(`FieldPath must not be empty or end with a '.': '${text}'`);
    if (key.startsWith('$')) throw requestFailed(`FieldPath field names may not start with '$': '${text}'`);
  }
  if (name === 'CURRENT') return ({ current }) => valueAt(current, keys);
  if (name === 'ROOT') return ({ root }) => valueAt(root, keys);
  return ({ vars }) => valueAt(vars[name], keys);
}

/** The value at a path: below an array the values of its embedded documents, without those that lack it. */
export function valueAt(value: unknown, keys: readonly string[], at = 0): unknown {
  if (at === keys.length) return value;
  if (Array.isArray(value)) {
    return (value as unknown[])
      .filter(isPlain)
      .map((element) => valueAt(element, keys, at))
      .filter((found) => found !== undefined);
  }
  return isPlain(value) ? valueAt(own(value, keys[at] as string), keys, at + 1) : undefined;
}
