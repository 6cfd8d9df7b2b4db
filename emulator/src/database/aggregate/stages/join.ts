import { facetTooLarge, graphTooLarge, lookupTooLarge, requestFailed } from '../../errors';
import { Room, sizeOf } from '../../room';
import { isPlain, type Doc } from '../../values/values';
import { valueAt } from '../expression/compile';
import { compileExpression } from '../expression/registry';
import { keyOf } from '../tallies/tally';
import { Collector, eachDoc, pour, type Run } from '../sink';
import { withField } from './fields';
import { fieldsOf, nameOf, type Stage, type StageSpec } from './stage';

function collectionOf(stage: string, from: unknown): string {
  if (typeof from !== 'string' || from === '') throw requestFailed(`${stage} requires the name of a collection`);
  return from;
}

/** By equality, by a pipeline with variables, or by both. */
const lookup: Stage = (spec, env) => {
  const given = fieldsOf('$lookup', spec, ['from', 'as'], ['localField', 'foreignField', 'let', 'pipeline']);
  const { localField, foreignField, let: variables = {}, pipeline } = given;
  const from = collectionOf('$lookup', given.from);
  const as = nameOf('$lookup', 'as', given.as).split('.');
  const byField = localField !== undefined || foreignField !== undefined;
  const local = byField ? nameOf('$lookup', 'localField', localField) : '';
  const foreign = byField ? nameOf('$lookup', 'foreignField', foreignField) : '';
  if (!byField && pipeline === undefined)
    throw requestFailed('$lookup requires localField and foreignField, or pipeline');
  if (!isPlain(variables)) throw requestFailed("$lookup argument 'let' must be an object");
  const stages = pipeline === undefined ? [] : env.specs(pipeline);
  const bindings = Object.keys(variables).map((name) => {
    if (!/^[a-z]\w*$/.test(name)) throw requestFailed(`'${name}' is an invalid name for a user variable`);
    return [name, compileExpression(variables[name], env.outer)] as const;
  });
  env.check(stages, Object.fromEntries(bindings.map(([name]) => [name, null])));
  const joined = env.finder(from, foreign);
  return eachDoc((doc) => {
    const more = Object.fromEntries(bindings.map(([name, value]) => [name, value(doc)]));
    const found = new Collector(new Room(env.memory, lookupTooLarge(from)));
    const values = byField ? localValues(doc, local) : [];
    const docs = byField ? joined(values) : undefined;
    const equal: StageSpec[] = byField ? [['$match', { [foreign]: { $in: values } }]] : [];
    if (docs) env.feed(docs, stages, more, found);
    else env.run(from, [...equal, ...stages], more, found);
    return withField(doc, as, found.docs);
  });
};

/** The values a document is joined by: an array joins by its elements, a missing field as null. */
function localValues(doc: Doc, path: string): unknown[] {
  let values: unknown[] = [doc];
  for (const key of path.split('.')) {
    values = values.flatMap((value) => {
      const next = isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined;
      return Array.isArray(next) ? (next as unknown[]) : [next];
    });
  }
  return values.filter((value) => !(value instanceof RegExp)).map((value) => value ?? null);
}

/** Follows connections from document to document, each found once, with the least depth. */
const graphLookup: Stage = (spec, env) => {
  const given = fieldsOf(
    '$graphLookup',
    spec,
    ['from', 'startWith', 'connectFromField', 'connectToField', 'as'],
    ['maxDepth', 'depthField', 'restrictSearchWithMatch'],
  );
  const from = collectionOf('$graphLookup', given.from);
  const start = compileExpression(given.startWith, env.outer);
  const connectFrom = nameOf('$graphLookup', 'connectFromField', given.connectFromField).split('.');
  const connectTo = nameOf('$graphLookup', 'connectToField', given.connectToField);
  const as = nameOf('$graphLookup', 'as', given.as).split('.');
  const { maxDepth = Infinity, depthField, restrictSearchWithMatch: restrict = {} } = given;
  if (typeof maxDepth !== 'number' || maxDepth < 0 || (maxDepth !== Infinity && !Number.isInteger(maxDepth)))
    throw requestFailed('$graphLookup: maxDepth must be a non-negative integer');
  const depthAt = depthField === undefined ? undefined : nameOf('$graphLookup', 'depthField', depthField).split('.');
  if (!isPlain(restrict)) throw requestFailed('$graphLookup: restrictSearchWithMatch must be an object');
  const search = (values: unknown[]): StageSpec[] => [
    ['$match', { $and: [{ [connectTo]: { $in: values } }, restrict] }],
  ];
  env.check(search([null]), {});
  const connected = env.finder(from, connectTo);
  return eachDoc((doc) => {
    const found = new Map<string, Doc>();
    const room = new Room(env.memory, graphTooLarge);
    let values = elements(start(doc));
    for (let depth = 0; depth <= maxDepth && values.length > 0; depth += 1) {
      const reached = new Collector(new Room(env.memory, graphTooLarge));
      const docs = connected(values);
      if (docs) env.feed(docs, [['$match', restrict]], {}, reached);
      else env.run(from, search(values), {}, reached);
      values = [];
      for (const one of reached.docs) {
        const id = keyOf(one._id);
        if (found.has(id)) continue;
        room.hold(sizeOf(one));
        found.set(id, depthAt ? withField(one, depthAt, depth) : one);
        for (const value of elements(valueAt(one, connectFrom))) values.push(value);
      }
    }
    return withField(doc, as, [...found.values()]);
  });
};

function elements(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

const unionWith: Stage = (operand, env) => {
  const full = typeof operand === 'string' ? { coll: operand } : operand;
  const { coll, pipeline = [] } = fieldsOf('$unionWith', full, ['coll'], ['pipeline']);
  const from = collectionOf('$unionWith', coll);
  const stages = env.specs(pipeline);
  env.check(stages, {});
  return (next) => {
    let wanted = true;
    return {
      add: (doc) => (wanted = next.add(doc)),
      end: () => (wanted ? env.run(from, stages, {}, next) : next.end()),
    };
  };
};

const NOT_IN_FACET = new Set(['$facet', '$geoNear']);

/** Several pipelines over the same documents, which all of them see as they pass. */
const facet: Stage = (spec, env) => {
  if (!isPlain(spec) || Object.keys(spec).length === 0)
    throw requestFailed('the $facet specification must be a non-empty object');
  const branches = Object.keys(spec).map((name): [string, Run] => {
    const stages = env.specs(spec[name]);
    const bad = stages.find(([operator]) => NOT_IN_FACET.has(operator));
    if (bad) throw requestFailed(`${bad[0]} is not allowed to be used within a $facet stage`);
    return [nameOf('$facet', 'output', name), env.compile(stages)];
  });
  return (next) => {
    const room = new Room(env.memory, facetTooLarge);
    const results = branches.map(([name, run]) => {
      const found = new Collector(room);
      return { name, found, sink: run(found), wants: true };
    });
    return {
      add(doc) {
        for (const branch of results) if (branch.wants) branch.wants = branch.sink.add(doc);
        return results.some(({ wants }) => wants);
      },
      end() {
        for (const { sink } of results) sink.end();
        pour([Object.fromEntries(results.map(({ name, found }) => [name, found.docs]))], next);
      },
    };
  };
};

export const joinStages: Readonly<Record<string, Stage>> = {
  $lookup: lookup,
  $graphLookup: graphLookup,
  $unionWith: unionWith,
  $facet: facet,
};
