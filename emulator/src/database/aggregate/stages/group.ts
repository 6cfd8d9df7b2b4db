import { requestFailed, stageTooLarge } from '../../errors';
import { Room, sizeOf } from '../../room';
import { compareValues, isPlain, type Doc } from '../../values/values';
import { compileExpression } from '../expression/registry';
import { compileFields, type GroupFields } from '../group-fields';
import { pour, type Run } from '../sink';
import { keyOf } from '../tallies/tally';
import { fieldsOf, type Stage } from './stage';

/** Documents by a value; a missing one counts as null. Groups come in the order of their first documents. */
export function groupBy(docs: readonly Doc[], read: (doc: Doc) => unknown): Doc[][] {
  const groups = new Map<string, Doc[]>();
  for (const doc of docs) {
    const key = keyOf(read(doc) ?? null);
    const group = groups.get(key);
    if (group) group.push(doc);
    else groups.set(key, [doc]);
  }
  return [...groups.values()];
}

/** What a group takes beside what it counts up. */
const GROUP_BYTES = 64;

interface Grouping {
  read: (doc: Doc) => unknown;
  start: () => GroupFields;
  order?: (a: Doc, b: Doc) => number;
}

/**
 * One document for each value, of fields that are counted up as documents pass: what is held grows with the groups, not
 * with the documents. A missing value counts as null. Groups come in the order of their first documents, or in `order`.
 */
function grouped(stage: string, memory: number, { read, start, order }: Grouping): Run {
  return (next) => {
    const room = new Room(memory, stageTooLarge(stage));
    const groups = new Map<string, { value: unknown; fields: GroupFields }>();
    const results = function* (): Generator<Doc> {
      for (const { value, fields } of groups.values()) yield { _id: value, ...fields.result() };
    };
    return {
      add(doc) {
        const value = read(doc) ?? null;
        const key = keyOf(value);
        let group = groups.get(key);
        if (!group) {
          groups.set(key, (group = { value, fields: start() }));
          room.hold(GROUP_BYTES + sizeOf(value));
        }
        room.hold(group.fields.add(doc));
        return true;
      },
      end: () => pour(order ? [...results()].sort(order) : results(), next),
    };
  };
}

const group: Stage = (spec, env) => {
  if (!isPlain(spec)) throw requestFailed("a group's fields must be specified in an object");
  if (!('_id' in spec)) throw requestFailed('a group specification must include an _id');
  const { _id: id, ...fields } = spec;
  const [read, start] = [compileExpression(id, env.outer), compileFields('$group', fields, env)];
  return grouped('$group', env.memory, { read, start });
};

const COUNT = { count: { $sum: 1 } };

const sortByCount: Stage = (expression, env) => {
  if (isPlain(expression) ? !Object.keys(expression)[0]?.startsWith('$') : !String(expression).startsWith('$'))
    throw requestFailed('the sortByCount field must be specified as a $-prefixed path or an expression in an object');
  const order = (a: Doc, b: Doc): number => (b.count as number) - (a.count as number);
  const [read, start] = [compileExpression(expression, env.outer), compileFields('$sortByCount', COUNT, env)];
  return grouped('$sortByCount', env.memory, { read, start, order });
};

/** A value in no bucket is an error unless there is a default. */
const bucket: Stage = (spec, env) => {
  const { outer, memory } = env;
  const given = fieldsOf('$bucket', spec, ['groupBy', 'boundaries'], ['default', 'output']);
  const { groupBy: by, boundaries, default: fallback, output = COUNT } = given;
  if (!isPlain(output)) throw requestFailed("the $bucket 'output' field must be an object");
  if (!Array.isArray(boundaries)) throw requestFailed("the $bucket 'boundaries' field must be an array");
  const bounds = boundaries.map((bound: unknown) => compileExpression(bound, outer)({}));
  if (bounds.length < 2 || !bounds.every((bound, i) => i === 0 || compareValues(bounds[i - 1], bound) < 0))
    throw requestFailed("The 'boundaries' option to $bucket must be at least two values in ascending order");
  const hasDefault = 'default' in given;
  const other = compileExpression(fallback, outer)({});
  if (hasDefault && compareValues(other, bounds[0]) >= 0 && compareValues(other, bounds.at(-1)) < 0)
    throw requestFailed("The $bucket 'default' field must be less than the lowest boundary or above the highest.");
  const key = compileExpression(by, outer);
  const bucketOf = (doc: Doc): unknown => {
    const value = key(doc);
    const above = bounds.findIndex((bound) => compareValues(value, bound) < 0);
    if (above > 0 && value !== undefined) return bounds[above - 1];
    if (!hasDefault) throw requestFailed('$bucket could not find a matching bucket for an input, and no default');
    return other;
  };
  const order = (a: Doc, b: Doc): number => compareValues(a._id, b._id);
  return grouped('$bucket', memory, { read: bucketOf, start: compileFields('$bucket', output, env), order });
};

export const groupStages: Readonly<Record<string, Stage>> = {
  $group: group,
  $sortByCount: sortByCount,
  $bucket: bucket,
};
