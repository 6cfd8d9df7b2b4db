import type { Json } from '../service';
import { aggregate } from './aggregate/pipeline';
import type { Sink } from './aggregate/sink';
import type { StageSpec } from './aggregate/stages/stage';
import { count, insert, modify, modifyAndReturn, remove } from './commands';
import type { Collection } from './tables/collection';
import { decode, docToWire, parseWire, parseWireDoc, textToWire } from './values/ejson';
import type { Engine } from './sessions/engine';
import { DuplicateKey, duplicateWire, invalidParam, nothingNamed, resultTooLarge } from './errors';
import { RESULT_BYTES, sizeOf } from './room';
import { find } from './search/find';
import type { Stats } from './search/found';
import { compileProjection } from './query/projection';
import { parseSort } from './query/sort';
import type { Doc } from './values/values';

/** What a call did, for its record. */
export interface Trace extends Stats {
  returned?: number;
}

export type Handler = (body: Json, trace: Trace) => Promise<Json> | Json;

/** The default and the largest page of one get. */
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** The wire actions of the database, by name; shapes as in section 2 of the protocol notes. */
export function createHandlers(engine: Engine): Readonly<Record<string, Handler>> {
  const { catalog } = engine;
  const { stageMemory: memory } = engine.options;
  const now = (): number => engine.options.now();
  const collectionOf = (body: Json): Collection => catalog.require(body.collectionName);
  const queryOf = (body: Json): Doc => {
    if (body.query === undefined || body.query === null || body.query === '') {
      if (body.queryType === 'DOC') throw invalidParam('query is required');
      return {};
    }
    return parseWireDoc(body.query, 'query', now());
  };
  /** The cloud changes nothing where nobody says what: a forgotten `where` must not reach a whole collection. */
  const targetOf = (body: Json): Doc => {
    const query = queryOf(body);
    if (Object.keys(query).length === 0) throw nothingNamed();
    return query;
  };

  return {
    'database.addCollection': (body) => {
      catalog.create(body.collectionName);
      return {};
    },

    'database.insertDocument': async (body, trace) => {
      const data: unknown = body.data;
      if (!Array.isArray(data) || data.length === 0) throw invalidParam('data must be a non-empty array');
      const docs = data.map((text) => parseWireDoc(text, 'data', now()));
      const ids = await write('insert', body, (session) => insert(session, collectionOf(body), docs));
      trace.returned = ids.length;
      return { data: { insertedIds: ids.map(plainId) } };
    },

    'database.getDocument': (body, trace) => {
      const query = queryOf(body);
      const order = body.order ? parseSort(parseWireDoc(body.order, 'order', now())) : [];
      const project = body.projection
        ? compileProjection(parseWireDoc(body.projection, 'projection', now()), query)
        : undefined;
      const request =
        body.queryType === 'DOC'
          ? { query, limit: 1 }
          : { query, sort: order, skip: number(body.offset, 'offset', 0), limit: limitOf(body.limit), memory };
      const list = engine.read(body.transactionId, (session) =>
        find(session, collectionOf(body), request, trace).map((item) =>
          project ? docToWire(project(item.doc)) : textToWire(item.text),
        ),
      );
      trace.returned = list.length;
      return { data: { list } };
    },

    'database.calculateDocument': (body, trace) => {
      const query = queryOf(body);
      const total = engine.read(body.transactionId, (session) => count(session, collectionOf(body), query, trace));
      return { data: { total } };
    },

    'database.modifyDocument': async (body, trace) => {
      const request = {
        query: targetOf(body),
        data: parseWireDoc(body.data, 'data', now()),
        merge: body.merge !== false,
        multi: body.multi === true,
        upsert: body.upsert === true,
        now: now(),
      };
      const result = await write('write', body, (session) => modify(session, collectionOf(body), request, trace));
      trace.returned = result.updated;
      const upserted = result.upsertId === undefined ? {} : { upsert_id: plainId(result.upsertId) };
      return { data: { updated: result.updated, ...upserted } };
    },

    'database.modifyAndReturnDoc': async (body, trace) => {
      const request = { query: targetOf(body), data: parseWireDoc(body.data, 'data', now()), now: now() };
      const doc = await write('write', body, (session) => modifyAndReturn(session, collectionOf(body), request, trace));
      trace.returned = doc ? 1 : 0;
      return { data: { updated: doc ? 1 : 0, doc: doc ? docToWire(doc) : null } };
    },

    'database.removeDocument': async (body, trace) => {
      const query = targetOf(body);
      const request = body.multi === true ? { query } : { query, limit: 1 };
      const deleted = await write('write', body, (session) => remove(session, collectionOf(body), request, trace));
      trace.returned = deleted;
      return { data: { deleted } };
    },

    'database.aggregateDocuments': (body, trace) => {
      const stages = stagesOf(body.stages, now());
      const list: string[] = [];
      const into: Sink = { add: (doc) => list.push(docToWire(checkSize(doc))) > 0, end: () => undefined };
      engine.read(undefined, (source) =>
        aggregate({ source, catalog, stats: trace, now: now(), memory }, collectionOf(body), stages, into),
      );
      trace.returned = list.length;
      return { data: { list } };
    },

    'database.startTransaction': () => ({ transactionId: engine.transactions.start() }),

    'database.commitTransaction': (body) => {
      engine.commit(body.transactionId);
      return {};
    },

    'database.abortTransaction': (body) => {
      engine.abort(body.transactionId);
      return {};
    },
  };

  async function write<T>(
    kind: 'insert' | 'write',
    body: Json,
    work: Parameters<typeof engine.write<T>>[1],
  ): Promise<T> {
    try {
      return await engine.write(body.transactionId, work);
    } catch (error) {
      throw error instanceof DuplicateKey ? duplicateWire(error, kind) : error;
    }
  }
}

function stagesOf(stages: unknown, now: number): StageSpec[] {
  if (!Array.isArray(stages)) throw invalidParam('stages must be an array');
  return stages.map((stage: unknown): StageSpec => {
    const { stageKey, stageValue } = (decode(stage, now, 0) ?? {}) as Doc;
    if (typeof stageKey !== 'string' || !stageKey.startsWith('$')) throw invalidParam('stageKey must be an operator');
    return [stageKey, parseWire(stageValue, stageKey, now)];
  });
}

/** A stage may make a document that is larger than any that is stored, but not give it back. */
function checkSize(doc: Doc): Doc {
  const bytes = sizeOf(doc);
  if (bytes > RESULT_BYTES) throw resultTooLarge(bytes);
  return doc;
}

/** Ids travel as plain values: an ObjectId as its hexadecimal digits. */
function plainId(id: unknown): unknown {
  return JSON.parse(docToWire(id));
}

function limitOf(value: unknown): number {
  const limit = number(value, 'limit', DEFAULT_LIMIT);
  return limit === 0 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT);
}

function number(value: unknown, name: string, absent: number): number {
  if (value === undefined || value === null) return absent;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${name} must be a non-negative integer`);
  return value;
}
