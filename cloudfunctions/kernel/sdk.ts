import { getCloudbaseContext, init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk';
import type { CloudBase } from '@cloudbase/node-sdk';
import type { CollectionName, Database } from '../schema';
import { schema } from '../schema';
import { clock } from './clock';
import type { Platform } from './platform';
import { createFiles } from './storage';
import type { Collection, Doc, FindOptions, Query, Results } from './port';
import { encodeChange, encodeGathering, encodeJoins, encodeProjection, encodeQuery, encodeTally } from './encode';
import type { SdkDatabase } from './encode';

/*
 * The ports over the unmodified CloudBase SDK; nothing else imports the SDK.
 */

/** Below the shortest function timeout, so that a slow database ends in BUSY rather than in a killed call. */
const REQUEST_TIMEOUT_MS = 8000;
/** Documents in one insert of `addAll`. */
const BATCH = 200;

const isDuplicate = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as { code?: unknown }).code === 'DATABASE_DUPLICATE_WRITE' || /\bE11000\b/.test(error.message));

function createCollection<T extends Doc>(db: SdkDatabase, name: CollectionName): Collection<T> {
  const _ = db.command;
  const collection = () => db.collection(name);
  const where = (query: Query<T>) => collection().where(encodeQuery(_, query));
  return {
    async get(id) {
      const { data } = await collection().doc(id).get();
      return (data as T[])[0];
    },
    async find(query, { sort = [], limit, skip, fields }: FindOptions<T>) {
      let request = where(query).limit(limit);
      for (const [path, direction] of sort) request = request.orderBy(path, direction === 1 ? 'asc' : 'desc');
      if (skip !== undefined && skip > 0) request = request.skip(skip);
      if (fields !== undefined) request = request.field(Object.fromEntries(fields.map((path) => [path, true])));
      return (await request.get()).data as T[];
    },
    async findWith(query, { sort = [], limit, skip = 0, fields }, computed) {
      let stages = collection().aggregate().match(encodeQuery(_, query));
      if (sort.length > 0) stages = stages.sort(Object.fromEntries(sort));
      if (skip > 0) stages = stages.skip(skip);
      stages = stages.limit(limit);
      for (const join of encodeJoins(computed)) stages = stages.lookup(join);
      const { data } = await stages.project(encodeProjection(fields, computed)).end();
      return data as (T & Results<typeof computed>)[];
    },
    async gather(query, { sort = [], fields }) {
      let stages = collection().aggregate().match(encodeQuery(_, query));
      if (sort.length > 0) stages = stages.sort(Object.fromEntries(sort));
      const { data } = await stages.group(encodeGathering(fields)).end();
      return (data as { all: T[] }[])[0]?.all ?? [];
    },
    async tally(query, path) {
      const [counting, listing] = encodeTally(path);
      const stages = collection()
        .aggregate()
        .match(encodeQuery(_, query))
        .project({ [path]: 1 })
        .unwind(`$${path}`);
      const { data } = await stages.group(counting).group(listing).end();
      const counts = (data as { all: { _id: string; count: number }[] }[])[0]?.all ?? [];
      return new Map(counts.map(({ _id, count }) => [_id, count]));
    },
    async count(query) {
      return (await where(query).count()).total;
    },
    async add(doc) {
      try {
        await collection().add(doc);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async addAll(docs) {
      const transaction = await db.startTransaction();
      try {
        for (let from = 0; from < docs.length; from += BATCH) {
          await transaction.collection(name).add(docs.slice(from, from + BATCH));
        }
        await transaction.commit();
      } catch (error) {
        // The server may have ended it already; what went wrong first is what matters.
        await transaction.rollback(undefined).catch(() => undefined);
        throw error;
      }
    },
    async update(query, change) {
      return (await where(query).update(encodeChange(_, change))).updated;
    },
    async updateOne(query, change) {
      const { updated, doc } = await where(query).updateAndReturn(encodeChange(_, change));
      return updated > 0 ? (doc as T) : undefined;
    },
    async remove(query) {
      return (await where(query).remove()).deleted;
    },
  };
}

/** Typed collections of the app's database. */
export function openDatabase(app: CloudBase): Database {
  // Its own types say `any` where ours say what comes back.
  const db = app.database() as unknown as SdkDatabase;
  const names = Object.keys(schema) as CollectionName[];
  return Object.fromEntries(names.map((name) => [name, createCollection(db, name)])) as unknown as Database;
}

/**
 * What set the running call off: `timer`, or `tcb` for a caller. Where the cloud does not say, whoever has a name or comes
 * from anywhere but a timer is a caller.
 */
function triggerOf(): string | undefined {
  const { TRIGGER_SRC, TCB_SOURCE, TCB_UUID } = getCloudbaseContext() as {
    TRIGGER_SRC?: string;
    TCB_SOURCE?: string;
    TCB_UUID?: string;
  };
  if (TRIGGER_SRC) return TRIGGER_SRC;
  return TCB_UUID || (TCB_SOURCE && TCB_SOURCE !== 'wx_trigger') ? 'tcb' : undefined;
}

/** Whether the running call brings WeChat's token: by the same variables as the SDK looks for it. */
function bringsToken(): boolean {
  const { TRIGGER_SRC, WX_API_TOKEN, WX_TRIGGER_API_TOKEN_V0 } = getCloudbaseContext() as {
    TRIGGER_SRC?: string;
    WX_API_TOKEN?: string;
    WX_TRIGGER_API_TOKEN_V0?: string;
  };
  return Boolean(WX_API_TOKEN || (TRIGGER_SRC === 'timer' && WX_TRIGGER_API_TOKEN_V0));
}

/** The cloud that this function runs in. Made once in an instance's life; identity is read anew on every call. */
export function connect(): Platform {
  const app = init({ env: SYMBOL_CURRENT_ENV, timeout: REQUEST_TIMEOUT_MS });
  return {
    db: openDatabase(app),
    files: createFiles(app),
    openid: () => app.auth().getUserInfo().openId || undefined,
    appId: () => app.auth().getUserInfo().appId || undefined,
    trigger: triggerOf,
    now: clock,
    mayCallWechat: bringsToken,
    callWechat: async (apiName, requestData) => (await app.callWxOpenApi({ apiName, requestData })).result as unknown,
  };
}
