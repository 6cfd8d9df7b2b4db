import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import * as pipelines from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import { WireError } from '../../service';
import type { Catalog } from '../catalog';
import type { Collection } from '../collection';
import { requestFailed } from '../errors';
import { find } from '../find';
import type { FindRequest, Source, Stats } from '../found';
import { compileFilter } from '../query/filter';
import { parseSort } from '../query/sort';
import { isPlain, type Doc } from '../values';
import { bucketAsGroup } from './bucket';
import { checkStage } from './checks';
import { checkedGroup } from './group';
import { EXPRESSION_CONTEXT, EXPRESSION_OPTIONS } from './expressions';
import { geoNearStage } from './geo-near';
import { correctedStages, lookupStage } from './stages';

/** One stage: its operator and operand. */
export type StageSpec = [operator: string, operand: unknown];

/** Stages that write, or that read what only a real server has. */
const REFUSED = new Set(['$out', '$merge', '$documents']);

export interface AggregateContext {
  source: Source;
  catalog: Catalog;
  stats: Stats;
}

/** Runs a pipeline. What can be a query at its head is one, served by indexes; mingo runs the rest. */
export function aggregate(context: AggregateContext, collection: Collection, stages: readonly StageSpec[]): Doc[] {
  for (const [operator] of stages) if (REFUSED.has(operator)) throw requestFailed(`stage ${operator} is not supported`);
  try {
    const { docs, rest } = head(context, collection, stages);
    const pipeline = rest.flatMap(([operator, operand]) => rewrite(operator, operand));
    return new Aggregator(pipeline, stageOptions(context)).run<Doc>(docs);
  } catch (error) {
    if (error instanceof WireError) throw error;
    throw requestFailed((error as Error).message);
  }
}

/** Checks a stage and puts it in the form that is run: `$bucket` is a `$group`, `$lookup` by equality is ours. */
function rewrite(operator: string, operand: unknown): Doc[] {
  switch (operator) {
    case '$bucket':
      return bucketAsGroup(operand);
    case '$group':
      return [checkedGroup(operand)];
    case '$sortByCount':
      return [checkedGroup({ _id: operand, count: { $sum: 1 } }), { $sort: { count: -1 } }];
    case '$unwind':
    case '$project':
    case '$addFields':
    case '$set':
      checkStage(operator, operand);
      break;
    case '$geoNear':
      throw requestFailed('$geoNear is only valid as the first stage in a pipeline.');
    case '$facet':
      if (isPlain(operand)) return [{ $facet: mapValues(operand, rewriteAll) }];
      break;
    case '$lookup':
      if (!isPlain(operand)) throw requestFailed('the $lookup specification must be an Object');
      if (operand.pipeline === undefined) return [{ $equalityLookup: operand }];
      return [{ $lookup: { ...operand, pipeline: rewriteAll(operand.pipeline) } }];
    default:
  }
  return [{ [operator]: operand }];
}

/** The same for a pipeline inside a stage. */
function rewriteAll(pipeline: unknown): Doc[] {
  if (!Array.isArray(pipeline)) throw requestFailed('pipeline must be an array');
  return pipeline.flatMap((stage: unknown) => {
    const [operator, ...others] = isPlain(stage) ? Object.keys(stage) : [];
    if (operator === undefined || others.length > 0)
      throw requestFailed('A pipeline stage specification object must contain exactly one field.');
    if (REFUSED.has(operator)) throw requestFailed(`stage ${operator} is not supported`);
    return rewrite(operator, (stage as Doc)[operator]);
  });
}

function mapValues(doc: Doc, change: (value: unknown) => unknown): Doc {
  return Object.fromEntries(Object.keys(doc).map((key) => [key, change(doc[key])]));
}

function head(
  context: AggregateContext,
  collection: Collection,
  stages: readonly StageSpec[],
): { docs: Doc[]; rest: StageSpec[] } {
  const rest = [...stages];
  if (rest[0]?.[0] === '$geoNear') {
    const [, spec] = rest.shift() as StageSpec;
    return { docs: geoNearStage(context.source, collection, spec, context.stats), rest };
  }
  const request: FindRequest & { query: Doc } = { query: {} };
  if (rest[0]?.[0] === '$match' && isPlain(rest[0][1])) request.query = (rest.shift() as StageSpec)[1] as Doc;
  if (compileFilter(request.query).near)
    throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context');
  if (rest[0]?.[0] === '$sort' && isPlain(rest[0][1]) && Object.keys(rest[0][1]).length > 0) {
    request.sort = parseSort((rest.shift() as StageSpec)[1] as Doc);
  }
  if (rest[0]?.[0] === '$skip' && isCount(rest[0][1], 0)) request.skip = (rest.shift() as StageSpec)[1] as number;
  if (rest[0]?.[0] === '$limit' && isCount(rest[0][1], 1)) request.limit = (rest.shift() as StageSpec)[1] as number;
  return { docs: run(context, collection, request), rest };
}

function isCount(value: unknown, least: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least;
}

function run({ source, stats }: AggregateContext, collection: Collection, request: FindRequest): Doc[] {
  return find(source, collection, request, stats).map(({ doc }) => doc);
}

function stageOptions(context: AggregateContext): Partial<Options> {
  const foreign = (from: string, query: Doc): Doc[] => {
    const collection = context.catalog.list().find(({ name }) => name === from);
    // A collection that does not exist joins nothing, as in MongoDB.
    return collection ? run(context, collection, { query }) : [];
  };
  const own = Context.init({
    pipeline: { ...pipelines, ...correctedStages, $equalityLookup: lookupStage(foreign) } as never,
  });
  return {
    ...EXPRESSION_OPTIONS,
    context: Context.from(own, EXPRESSION_CONTEXT),
    collectionResolver: (name) => {
      context.stats.index = null;
      return foreign(name, {});
    },
  };
}
