import { accumulatorTooLarge, requestFailed } from '../../errors';
import { parseSort, sortDocs, type SortKey } from '../../query/sort';
import { isPlain, type Doc } from '../../values/values';
import { ACCUMULATORS } from '../accumulators';
import { compileExpression } from '../expression/registry';
import { allDocs } from '../sink';
import { withField } from './fields';
import { groupBy } from './group';
import { fieldsOf, nameOf, type Stage, type StageEnv } from './stage';
import { frameOf, type Frame } from './window-frame';
import { FUNCTIONS } from './window-functions';

/** One computed field: its value for the document at `at` of a sorted partition. */
type Compute = (partition: readonly Doc[]) => (at: number) => unknown;

/** Fields computed for each document from those around it in its partition. */
export const setWindowFields: Stage = (spec, { outer, memory }) => {
  const given = fieldsOf('$setWindowFields', spec, ['output'], ['partitionBy', 'sortBy']);
  const { output, sortBy } = given;
  if (!isPlain(output) || Object.keys(output).length === 0)
    throw requestFailed("$setWindowFields requires an 'output' document");
  if (sortBy !== undefined && !isPlain(sortBy)) throw requestFailed("$setWindowFields: 'sortBy' must be an object");
  const keys = sortBy === undefined ? [] : parseSort(sortBy);
  const partition = compileExpression(given.partitionBy ?? null, outer);
  const fields = Object.keys(output).map((name) => ({
    path: nameOf('$setWindowFields', 'output', name).split('.'),
    compute: compileOutput(name, output[name], keys, { outer, memory }),
  }));
  return allDocs('$setWindowFields', memory, (docs) =>
    groupBy(docs, partition).flatMap((members) => {
      const sorted = keys.length > 0 ? sortDocs(members, keys, (doc) => doc) : members;
      const ready = fields.map(({ path, compute }) => ({ path, valueAt: compute(sorted) }));
      return sorted.map((doc, at) =>
        ready.reduce((result, { path, valueAt }) => withField(result, path, valueAt(at) ?? null), doc),
      );
    }),
  );
};

function compileOutput(
  name: string,
  spec: unknown,
  keys: readonly SortKey[],
  { outer, memory }: Pick<StageEnv, 'outer' | 'memory'>,
): Compute {
  if (!isPlain(spec)) throw requestFailed(`The field '${name}' in $setWindowFields must be an object`);
  const { window, ...rest } = spec;
  const [operator, ...others] = Object.keys(rest);
  if (operator === undefined || others.length > 0)
    throw requestFailed(`The field '${name}' in $setWindowFields must have exactly one function`);
  const operand = rest[operator];
  const make = FUNCTIONS.get(operator);
  if (make) return make(operand, { operator, keys, outer, window });
  const accumulator = ACCUMULATORS.get(operator);
  if (!accumulator) throw requestFailed(`Unrecognized window function, ${operator}`);
  const frame: Frame = frameOf(window, keys);
  const { read, start } = accumulator(operand, outer);
  return (partition) => {
    const bounds = frame(partition);
    let tally = start();
    let [from, to] = [0, 0];
    return (at) => {
      const [first, end] = bounds(at);
      // A window that only grows is counted on; what has left one cannot be taken back.
      if (first !== from || end < to) [tally, from, to] = [start(), first, first];
      for (; to < end; to += 1) tally.add(read(partition[to] as Doc));
      if (tally.bytes > memory) throw accumulatorTooLarge(operator, memory);
      return tally.result();
    };
  };
}
