import { aggregate, Query as Matcher, updateOne as change, find } from 'mingo';
import {
  encodeChange,
  encodeGathering,
  encodeJoins,
  encodeProjection,
  encodeQuery,
  encodeTally,
} from '../../../cloudfunctions/kernel/encode';
import type { Commands } from '../../../cloudfunctions/kernel/encode';
import type { Platform } from '../../../cloudfunctions/kernel/platform';
import type { Change, Collection, Doc, Query, Results } from '../../../cloudfunctions/kernel/port';
import type { CollectionName, Database } from '../../../cloudfunctions/schema';
import { schema } from '../../../cloudfunctions/schema';
import { memoryFiles } from '../../support/files';

/*
 * The port in memory, for tests of what stands above it. Every method answers in a later turn of the event loop, so that
 * parallel calls interleave as they do against a server; each is one step, as it is there.
 */

type Raw = Record<string, unknown>;

/** A copy with the fields asked for only, so that whoever reads another finds nothing. */
function projected(value: unknown, paths: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((element) => projected(element, paths));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    if (paths.includes(key)) return [[key, inner]];
    const below = paths.flatMap((path) => (path.startsWith(`${key}.`) ? [path.slice(key.length + 1)] : []));
    return below.length > 0 ? [[key, projected(inner, below)]] : [];
  });
  return Object.fromEntries(entries) as Raw;
}

const op = (name: string) => (value: unknown) => ({ [name]: value });
/** The commands of the SDK as plain operators; `encode.ts` builds queries with them as it does with the real ones. */
const commands: Commands = {
  in: op('$in'),
  nin: op('$nin'),
  all: op('$all'),
  neq: op('$ne'),
  elemMatch: op('$elemMatch'),
  lt: op('$lt'),
  lte: op('$lte'),
  gt: op('$gt'),
  gte: (from) => ({ $gte: from, and: (other: unknown) => ({ $gte: from, ...(other as Raw) }) }),
  and: (...queries) => ({ $and: queries }),
  or: (...queries) => ({ $or: queries }),
  set: op('$set'),
  remove: () => ({ $unset: '' }),
  rename: op('$rename'),
  inc: op('$inc'),
  push: ({ each, slice }) => ({ $push: { $each: each, ...(slice === undefined ? {} : { $slice: slice }) } }),
  addToSet: op('$addToSet'),
  pull: op('$pull'),
};

/** The query without the builder's own functions. */
const plain = (query: object): Raw => JSON.parse(JSON.stringify(query)) as Raw;

function operators(encoded: Record<string, unknown>): Raw {
  const byOperator: Record<string, Raw> = {};
  for (const [path, command] of Object.entries(encoded)) {
    for (const [name, value] of Object.entries(command as Raw)) (byOperator[name] ??= {})[path] = value;
  }
  return byOperator;
}

/** What all collections hold, for those that join them. */
type Held = Map<string, () => Raw[]>;

function memoryCollection<T extends Doc>(
  name: string,
  unique: readonly string[],
  { held, onCall }: { held: Held; onCall: () => void },
): Collection<T> {
  let docs: T[] = [];
  held.set(name, () => docs as unknown as Raw[]);
  const turn = () => {
    onCall();
    return new Promise<void>((resolve) => setImmediate(resolve));
  };
  const copy = <V>(value: V): V => structuredClone(value);
  const matching = (query: Query<T>): T[] => {
    const matcher = new Matcher(plain(encodeQuery(commands, query)));
    return docs.filter((doc) => matcher.test(doc as Raw));
  };
  /** As on the cloud, nothing is changed where nobody says what. */
  const named = (query: Query<T>): Query<T> => {
    if (Object.keys(plain(encodeQuery(commands, query))).length > 0) return query;
    throw new Error("param.query can't be empty");
  };
  /** Whether anything came to be different: as on the cloud, what stays as it was is not counted. */
  const apply = (doc: T, edit: Change<T>): boolean => {
    // By way of JSON: objects that `structuredClone` made are all the same to mingo, which would leave the older one.
    const sent = JSON.parse(JSON.stringify(edit)) as Change<T>;
    return change([doc] as Raw[], {}, operators(encodeChange(commands, sent)) as never).modifiedCount > 0;
  };
  const taken = (doc: T) =>
    docs.some(
      (other) =>
        other._id === doc._id ||
        unique.some((field) => (other as unknown as Raw)[field] === (doc as unknown as Raw)[field]),
    );
  return {
    async get(id) {
      await turn();
      return copy(docs.find((doc) => doc._id === id));
    },
    async find(query, { sort = [], limit, skip = 0, fields }) {
      await turn();
      const cursor = find<T>(docs as never, plain(encodeQuery(commands, query)));
      const sorted = sort.length === 0 ? cursor : cursor.sort(Object.fromEntries(sort));
      const found = copy(sorted.skip(skip).limit(limit).all());
      return fields === undefined ? found : (projected(found, ['_id', ...fields]) as T[]);
    },
    async findWith(query, { sort = [], limit, skip = 0, fields }, computed) {
      await turn();
      const stages: Raw[] = [
        { $match: plain(encodeQuery(commands, query)) },
        ...(sort.length === 0 ? [] : [{ $sort: Object.fromEntries(sort) }]),
        { $skip: skip },
        { $limit: limit },
        ...encodeJoins(computed).map((join) => ({ $lookup: join })),
        { $project: encodeProjection(fields, computed) },
      ];
      return copy(
        aggregate(docs as unknown as Raw[], stages, { collectionResolver: (from) => held.get(from)?.() ?? [] }),
      ) as (T & Results<typeof computed>)[];
    },
    async gather(query, { sort = [], fields }) {
      await turn();
      const stages: Raw[] = [
        { $match: plain(encodeQuery(commands, query)) },
        ...(sort.length === 0 ? [] : [{ $sort: Object.fromEntries(sort) }]),
        { $group: encodeGathering(fields) },
      ];
      return copy((aggregate(docs as unknown as Raw[], stages) as { all: T[] }[])[0]?.all ?? []);
    },
    async tally(query, path) {
      await turn();
      const [counting, listing] = encodeTally(path);
      const matching = { $match: plain(encodeQuery(commands, query)) };
      const stages: Raw[] = [matching, { $unwind: `$${path}` }, { $group: counting }, { $group: listing }];
      const [counts] = aggregate(docs, stages) as { all: { _id: string; count: number }[] }[];
      return new Map(counts?.all.map(({ _id, count }) => [_id, count]));
    },
    async count(query) {
      await turn();
      return matching(query).length;
    },
    async add(doc) {
      await turn();
      if (taken(doc)) return false;
      docs.push(copy(doc));
      return true;
    },
    async addAll(added) {
      await turn();
      if (added.some(taken)) throw new Error('there already');
      docs.push(...copy(added));
    },
    async update(query, edit) {
      await turn();
      return matching(named(query)).filter((doc) => apply(doc, edit)).length;
    },
    async updateOne(query, edit) {
      await turn();
      const [doc] = matching(named(query));
      if (doc !== undefined) apply(doc, edit);
      return copy(doc);
    },
    async remove(query) {
      await turn();
      const removed = new Set(matching(named(query)));
      docs = docs.filter((doc) => !removed.has(doc));
      return removed.size;
    },
  };
}

/** An empty database; `calls()` counts its round trips. */
export function memoryDatabase(): { db: Database; calls: () => number } {
  let calls = 0;
  const shared = { held: new Map<string, () => Raw[]>(), onCall: () => (calls += 1) };
  const names = Object.keys(schema) as CollectionName[];
  const collections = names.map((name) => {
    const unique = schema[name].indexes.filter((index) => index.unique === true).flatMap(({ keys }) => keys);
    const fields = unique.map(([field]) => field);
    return [name, memoryCollection(name, fields, shared)];
  });
  return { db: Object.fromEntries(collections) as Database, calls: () => calls };
}

/** A platform on which tests say who calls and what time it is. */
export interface FakePlatform extends Platform {
  caller: string | undefined;
  time: number;
}

export function fakePlatform(given: Partial<Platform> = {}): FakePlatform {
  const platform: FakePlatform = {
    db: memoryDatabase().db,
    caller: undefined,
    time: Date.UTC(2026, 10, 23, 4),
    openid: () => platform.caller,
    appId: () => undefined,
    trigger: () => undefined,
    now: () => platform.time,
    // Of WeChat only the check of texts is there, which finds nothing.
    callWechat: (name) =>
      name === 'security.msgSecCheck'
        ? Promise.resolve({ errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } })
        : Promise.reject(new Error('nobody is there')),
    mayCallWechat: () => false,
    files: memoryFiles(),
    ...given,
  };
  return platform;
}
