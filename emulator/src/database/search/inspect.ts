import { count } from '../commands';
import { parseWireDoc } from '../values/ejson';
import type { Engine } from '../sessions/engine';
import { find } from './find';
import type { Stats } from './found';
import { parseSort } from '../query/sort';

/** A look at a collection from outside the protocol. `query` and `sort` are EJSON texts, as on the wire. */
export interface InspectRequest {
  collection: string;
  query?: string;
  sort?: string;
  skip?: number;
  limit?: number;
}

/**
 * Documents as they are stored, in EJSON that keeps every type (the wire gives ObjectIds as plain strings), and how the
 * query was served, as in the record of a call.
 */
export interface Inspection extends Stats {
  texts: string[];
}

/** Reads without being recorded as a call, so that whoever looks does not see his own looking. Throws WireError. */
export function inspect(engine: Engine, request: InspectRequest): Inspection {
  const { query, sort } = parse(engine, request);
  const stats: Stats = { examined: 0 };
  const collection = engine.catalog.require(request.collection);
  const { skip, limit } = request;
  const { stageMemory: memory } = engine.options;
  const found = engine.read(undefined, (session) =>
    find(session, collection, { query, sort, skip, limit, memory }, stats),
  );
  return { texts: found.map((item) => item.text), ...stats };
}

/** Number of documents that match. */
export function inspectCount(engine: Engine, request: Pick<InspectRequest, 'collection' | 'query'>): number {
  const { query } = parse(engine, request);
  const collection = engine.catalog.require(request.collection);
  return engine.read(undefined, (session) => count(session, collection, query, { examined: 0 }));
}

function parse(engine: Engine, { query, sort }: Pick<InspectRequest, 'query' | 'sort'>) {
  const now = engine.options.now();
  return {
    query: query === undefined ? {} : parseWireDoc(query, 'query', now),
    sort: sort === undefined ? [] : parseSort(parseWireDoc(sort, 'order', now)),
  };
}
