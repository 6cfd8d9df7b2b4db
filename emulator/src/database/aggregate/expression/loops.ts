import { requestFailed } from '../../errors';
import { parseSort, sortDocs } from '../../query/sort';
import { compareValues, isPlain } from '../../values/values';
import { withVars, type Operator } from './compile';
import { array, integer, isNullish, isTrue, namedOperands, onNamed } from './helpers';

/** The name a variable is given; throws for what MongoDB does not allow. */
function variable(name: unknown): string {
  if (typeof name !== 'string' || !/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name))
    throw requestFailed(`'${String(name)}' is an invalid name for a user variable`);
  return name;
}

const map: Operator = (operand, env) => {
  const { input, as = 'this', in: each } = namedOperands('$map', operand, ['input', 'in'], ['as']);
  const name = variable(as);
  const list = env.compile(input);
  const body = env.compile(each, [name]);
  return (frame) => {
    const elements = list(frame);
    if (isNullish(elements)) return null;
    return array('$map', elements).map((element) => body(withVars(frame, { [name]: element })) ?? null);
  };
};

const filter: Operator = (operand, env) => {
  const { input, as = 'this', cond, limit } = namedOperands('$filter', operand, ['input', 'cond'], ['as', 'limit']);
  const name = variable(as);
  const list = env.compile(input);
  const test = env.compile(cond, [name]);
  const most = env.compile(limit ?? null);
  return (frame) => {
    const elements = list(frame);
    if (isNullish(elements)) return null;
    const n = most(frame);
    const kept = array('$filter', elements).filter((element) => isTrue(test(withVars(frame, { [name]: element }))));
    return isNullish(n) ? kept : kept.slice(0, integer('$filter', n, 1));
  };
};

const reduce: Operator = (operand, env) => {
  const { input, initialValue, in: each } = namedOperands('$reduce', operand, ['input', 'initialValue', 'in'], []);
  const list = env.compile(input);
  const start = env.compile(initialValue);
  const body = env.compile(each, ['value', 'this']);
  return (frame) => {
    const elements = list(frame);
    if (isNullish(elements)) return null;
    return array('$reduce', elements).reduce<unknown>(
      (value, element) => body(withVars(frame, { value, this: element })),
      start(frame),
    );
  };
};

const bind: Operator = (operand, env) => {
  const { vars, in: body } = namedOperands('$let', operand, ['vars', 'in'], []);
  if (!isPlain(vars)) throw requestFailed('invalid parameter: expected an object (vars)');
  const bindings = Object.keys(vars).map((name) => {
    // CURRENT may be bound anew: it is what field paths start from.
    return { name: name === 'CURRENT' ? name : variable(name), value: env.compile(vars[name]) };
  });
  const inner = env.compile(
    body,
    bindings.map(({ name }) => name),
  );
  return (frame) => inner(withVars(frame, Object.fromEntries(bindings.map(({ name, value }) => [name, value(frame)]))));
};

/** By whole elements with 1 or -1, or by fields. */
const sortArray: Operator = (operand, env) => {
  const by = isPlain(operand) ? operand.sortBy : undefined;
  const input = onNamed('$sortArray', ['input'], ['sortBy'], (given) => given.input);
  const order = isPlain(by) ? parseSort(by) : undefined;
  if (by !== 1 && by !== -1 && (!order || order.length === 0))
    throw requestFailed('$sortArray requires a sortBy of 1, -1 or a document of them');
  const list = input({ ...(operand as object), sortBy: null }, env);
  return (frame) => {
    const elements = list(frame);
    if (isNullish(elements)) return null;
    const copy = [...array('$sortArray', elements)];
    if (order) return sortDocs(copy, order, (element) => (isPlain(element) ? element : {}));
    return copy.sort((a, b) => compareValues(a, b) * (by as number));
  };
};

export const loops: Readonly<Record<string, Operator>> = {
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $let: bind,
  $sortArray: sortArray,
};
