import type { DatabaseCallRecord, Json, SchemaFile, Service, WireAction } from '../service';
import { isUnserved, WireError } from '../service';
import type { Folder } from '../store/folder';
import { createHandlers, type Handler, type Trace } from './actions';
import { Catalog } from './tables/catalog';
import { migrate } from './tables/migrate';
import { Engine } from './sessions/engine';
import { requestFailed, storageFailure } from './errors';
import { STAGE_BYTES } from './room';
import { inspect, inspectCount, type Inspection, type InspectRequest } from './search/inspect';
import { queryShape } from './shape';
import { Sql } from './tables/sql';
import { Waits } from '../waits';

export interface DatabaseOptions {
  folder: Folder;
  schema: SchemaFile;
  /** Artificial delay of every call, none when absent; makes needless round trips felt at the desk. */
  latencyMs?: () => number;
  onCall?: (record: DatabaseCallRecord) => void;
  /** The clock, in ms; for tests. */
  now?: () => number;
  /** How long a plain write waits for a document locked by a transaction; 10 s when absent (not documented). */
  lockWaitMs?: number;
  /** How many bytes one stage of a query may hold; MongoDB's 100 MB when absent. */
  stageMemory?: number;
}

/** The document database: every `database.*` wire action. */
export interface DatabaseService extends Service {
  readonly actions: Readonly<Record<string, WireAction>>;
  /** Content hash of all collections, independent of write order; for tests. */
  hash(): string;
  /** Documents as they are stored, without a record of a call; for the console. Throws WireError. */
  inspect(request: InspectRequest): Inspection;
  inspectCount(request: Pick<InspectRequest, 'collection' | 'query'>): number;
}

/** Opens the collections of a folder. Throws FolderError when stored documents contradict the schema. */
export function createDatabaseService(options: DatabaseOptions): DatabaseService {
  const { folder, latencyMs = () => 0, now = Date.now, lockWaitMs = 10_000, stageMemory = STAGE_BYTES } = options;
  const sql = new Sql(folder.db);
  migrate(sql);
  const catalog = new Catalog(sql);
  catalog.apply(options.schema);
  const engine = new Engine(sql, catalog, { now, lockWaitMs, stageMemory });
  const handlers = Object.entries(createHandlers(engine));
  let calls = 0;
  let unindexed = 0;
  const delays = new Waits();
  const underWay = new Set<Promise<Json>>();

  const action = (name: string, handler: Handler): WireAction => {
    return async (body, context) => {
      const delay = latencyMs();
      if (delay > 0) await delays.for(delay);
      // Looked at after the delay: a statement run then would write into a folder that was given back.
      if (delays.over) throw new WireError('SYS_ERR', 'the database is stopped');
      const started = performance.now();
      const trace: Trace = { examined: 0 };
      let failure: WireError | undefined;
      const running = run(handler, body, trace);
      underWay.add(running);
      try {
        return await running;
      } catch (error) {
        failure = error as WireError;
        throw failure;
      } finally {
        underWay.delete(running);
        calls += 1;
        if (isUnserved(trace)) unindexed += 1;
        options.onCall?.(record(name, body, context.invocationId, trace, performance.now() - started, failure));
      }
    };
  };

  return {
    name: 'database',
    actions: Object.fromEntries(handlers.map(([name, handler]) => [name, action(name, handler)])),
    start: () => Promise.resolve(),
    async stop() {
      delays.end();
      // Ending the transactions lets writers that wait for them finish.
      engine.transactions.finishAll();
      await Promise.allSettled(underWay);
    },
    info: () => ({
      calls,
      unindexed,
      transactions: engine.transactions.count,
      collections: catalog.list().map((collection) => ({
        name: collection.name,
        documents: collection.count(),
        indexes: collection.indexes.map((index) => index.declaration),
      })),
    }),
    hash: () => catalog.hash(),
    inspect: (request) => inspect(engine, request),
    inspectCount: (request) => inspectCount(engine, request),
  };
}

/** Every failure becomes a documented one: what is not, is the engine refusing the request. */
async function run(handler: Handler, body: Json, trace: Trace): Promise<Json> {
  try {
    return await handler(body, trace);
  } catch (error) {
    if (error instanceof WireError) throw error;
    throw storageFailure(error) ?? requestFailed((error as Error).message);
  }
}

function record(
  action: string,
  body: Json,
  invocationId: string | undefined,
  trace: Trace,
  ms: number,
  failure: WireError | undefined,
): DatabaseCallRecord {
  // Only what was searched has a shape worth telling.
  const shape = trace.index === undefined ? undefined : queryShape(body);
  return {
    action,
    ...(typeof body.collectionName === 'string' ? { collection: body.collectionName } : {}),
    ...(invocationId === undefined ? {} : { invocationId }),
    ...(trace.index === undefined ? {} : { index: trace.index }),
    ...(trace.orderOnly && trace.index !== null ? { orderOnly: true } : {}),
    ...(shape === undefined ? {} : { shape }),
    examined: trace.examined,
    ...(trace.returned === undefined ? {} : { returned: trace.returned }),
    ms,
    ...(failure ? { error: failure.code } : {}),
  };
}
