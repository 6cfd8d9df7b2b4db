import { requestFailed } from '../errors';
import type { Catalog } from '../tables/catalog';
import type { Collection } from '../tables/collection';
import { choosePlan } from '../plan/planner';
import { search } from '../search/find';
import type { FindRequest, Source, Stats } from '../search/found';
import { compileFilter } from '../query/filter';
import { parseSort } from '../query/sort';
import { isPlain, type Doc } from '../values/values';
import type { Scope } from './expression/compile';
import { JoinTable } from './join-table';
import { pour, type Run, type Sink } from './sink';
import { geoNearStage } from './stages/geo-near';
import { mostWanted } from './stages/most-wanted';
import { STAGES } from './stages/registry';
import type { StageEnv, StageSpec } from './stages/stage';

export interface AggregateContext {
  source: Source;
  catalog: Catalog;
  stats: Stats;
  /** The time in ms, for `$$NOW`. */
  now: number;
  /** How many bytes one stage may hold. */
  memory: number;
}

/**
 * Runs a pipeline into a sink, document by document. What can be a query at its head is one, served by indexes. Throws
 * DATABASE_REQUEST_FAILED.
 */
export function aggregate(
  context: AggregateContext,
  collection: Collection,
  stages: readonly StageSpec[],
  into: Sink,
): void {
  const outer = { NOW: new Date(context.now) };
  check(context, stages, outer);
  runOn(context, collection, stages, outer, into);
}

function runOn(
  context: AggregateContext,
  collection: Collection,
  stages: readonly StageSpec[],
  outer: Scope,
  into: Sink,
): void {
  const { docs, rest } = head(context, collection, stages, outer);
  pour(docs, compile(context, rest, outer)(into));
}

/** Compiles everything without reading a document, so that what is unknown is refused even where nothing is found. */
function check(context: AggregateContext, stages: readonly StageSpec[], outer: Scope): void {
  compile(context, stages[0]?.[0] === '$geoNear' ? stages.slice(1) : stages, outer);
}

function compile(context: AggregateContext, stages: readonly StageSpec[], outer: Scope): Run {
  const runs = stages.map(([operator, operand], i) => {
    if (operator === '$geoNear') throw requestFailed('$geoNear is only valid as the first stage in a pipeline.');
    const stage = STAGES.get(operator);
    if (!stage) throw requestFailed(`Unrecognized pipeline stage name: '${operator}'`);
    return stage(operand, envOf(context, outer, mostWanted(stages.slice(i + 1))));
  });
  return (into) => runs.reduceRight((next, run) => run(next), into);
}

function envOf(context: AggregateContext, outer: Scope, most: number): StageEnv {
  return {
    outer,
    memory: context.memory,
    most,
    specs: specsOf,
    compile: (stages) => compile(context, stages, outer),
    finder: (name, path) => finderOf(context, name, path),
    feed: (docs, stages, more, into) => pour(docs, compile(context, stages, { ...outer, ...more })(into)),
    run(name, stages, more, into) {
      const collection = collectionOf(context, name);
      // A collection that does not exist joins nothing, as in MongoDB.
      if (!collection) {
        into.end();
        return;
      }
      if (stages[0]?.[0] !== '$match') context.stats.index = null;
      runOn(context, collection, stages, { ...outer, ...more }, into);
    },
    check: (stages, more) => check(context, stages, { ...outer, ...more }),
  };
}

const collectionOf = ({ catalog }: AggregateContext, name: string): Collection | undefined =>
  catalog.list().find((known) => known.name === name);

/** Reads the collection when it is asked for the first time. */
function finderOf(context: AggregateContext, name: string, path: string): ReturnType<StageEnv['finder']> {
  let table: JoinTable | undefined;
  let read = false;
  return (values) => {
    // An expression among the values is searched for by what it matches.
    if (values.some((value) => value instanceof RegExp)) return undefined;
    if (!read) {
      read = true;
      const collection = collectionOf(context, name);
      if (!collection || choosePlan(collection.shapes, { [path]: { $in: [null] } }, [])) return undefined;
      const { source, stats, memory } = context;
      stats.index = null;
      table = JoinTable.of(search(source, collection, { query: {} }, stats), path, memory);
    }
    return table?.find(values);
  };
}

function specsOf(pipeline: unknown): StageSpec[] {
  if (!Array.isArray(pipeline)) throw requestFailed('a pipeline must be an array');
  return pipeline.map((stage: unknown) => {
    const [operator, ...others] = isPlain(stage) ? Object.keys(stage) : [];
    if (!isPlain(stage) || operator === undefined || others.length > 0)
      throw requestFailed('A pipeline stage specification object must contain exactly one field.');
    return [operator, stage[operator]];
  });
}

function head(
  { source, stats, memory }: AggregateContext,
  collection: Collection,
  stages: readonly StageSpec[],
  outer: Scope,
): { docs: Iterable<Doc>; rest: StageSpec[] } {
  const rest = [...stages];
  if (rest[0]?.[0] === '$geoNear') {
    const [, spec] = rest.shift() as StageSpec;
    return { docs: geoNearStage(source, collection, spec, stats, mostWanted(rest)), rest };
  }
  const request: FindRequest = { query: {}, outer, memory };
  if (rest[0]?.[0] === '$match' && isPlain(rest[0][1])) request.query = (rest.shift() as StageSpec)[1] as Doc;
  if (compileFilter(request.query, outer).near)
    throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context');
  if (rest[0]?.[0] === '$sort' && isPlain(rest[0][1])) request.sort = parseSort((rest.shift() as StageSpec)[1] as Doc);
  request.limit = mostWanted(rest);
  return { docs: docsOf(search(source, collection, request, stats)), rest };
}

function* docsOf(found: Iterable<{ doc: Doc }>): Generator<Doc> {
  for (const { doc } of found) yield doc;
}
