import { expressionOf } from './expressions';
import type { Change, Computed, Condition, Conditions, Query } from './port';

/*
 * Queries and changes of the port as the SDK's commands. A value to store always goes through `_.set`, because the SDK
 * merges a plain object by its paths instead of replacing what is there.
 */

/** What is used of the SDK's command builder. */
export interface Commands {
  in(values: readonly unknown[]): unknown;
  nin(values: readonly unknown[]): unknown;
  all(values: readonly unknown[]): unknown;
  neq(value: unknown): unknown;
  elemMatch(bounds: { readonly $gte: unknown; readonly $lte: unknown }): unknown;
  lt(value: unknown): unknown;
  lte(value: unknown): unknown;
  gt(value: unknown): unknown;
  gte(value: unknown): { and(other: unknown): unknown };
  and(...queries: unknown[]): object;
  or(...queries: unknown[]): object;
  set(value: unknown): unknown;
  remove(): unknown;
  rename(to: string): unknown;
  inc(by: number): unknown;
  push(options: { each: readonly unknown[]; slice?: number }): unknown;
  addToSet(values: { $each: readonly unknown[] }): unknown;
  pull(match: unknown): unknown;
}

/** What is used of the SDK's query. */
export interface SdkQuery {
  limit(count: number): SdkQuery;
  skip(count: number): SdkQuery;
  orderBy(path: string, direction: 'asc' | 'desc'): SdkQuery;
  field(projection: Readonly<Record<string, boolean>>): SdkQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  update(change: object): Promise<{ updated: number }>;
  updateAndReturn(change: object): Promise<{ updated: number; doc: unknown }>;
  remove(): Promise<{ deleted: number }>;
}

/** Documents of another collection, put under a name by the ids at a path. */
export interface Join {
  from: string;
  localField: string;
  foreignField: '_id';
  as: string;
}

/** What is used of the SDK's aggregation. */
export interface SdkStages {
  match(query: object): SdkStages;
  sort(keys: Readonly<Record<string, 1 | -1>>): SdkStages;
  skip(count: number): SdkStages;
  limit(count: number): SdkStages;
  lookup(join: Join): SdkStages;
  project(projection: object): SdkStages;
  group(fields: object): SdkStages;
  unwind(path: string): SdkStages;
  end(): Promise<{ data: unknown[] }>;
}

export interface SdkCollection {
  aggregate(): SdkStages;
  doc(id: string): Pick<SdkQuery, 'get'>;
  where(query: object): SdkQuery;
  add(doc: object): Promise<unknown>;
}

/** What is used of the SDK's database. */
export interface SdkDatabase {
  readonly command: Commands;
  collection(name: string): SdkCollection;
  startTransaction(): Promise<{
    collection(name: string): SdkCollection;
    commit(): Promise<unknown>;
    rollback(reason: undefined): Promise<unknown>;
  }>;
}

function encodeCondition(_: Commands, condition: Condition): unknown {
  if (condition === null || typeof condition !== 'object') return condition;
  switch (condition.op) {
    case 'in':
    case 'nin':
    case 'all':
      return _[condition.op]([...condition.values]);
    case 'between':
      return _.gte(condition.from).and(_.lte(condition.to));
    case 'oneBetween':
      return _.elemMatch({ $gte: condition.from, $lte: condition.to });
    default:
      return _[condition.op](condition.value);
  }
}

function encodeConditions<T>(_: Commands, conditions: Conditions<T>): Record<string, unknown> {
  const given = Object.entries<Condition | undefined>(conditions);
  return Object.fromEntries(
    given.flatMap(([path, condition]) => (condition === undefined ? [] : [[path, encodeCondition(_, condition)]])),
  );
}

/** The `where` of a query. */
export function encodeQuery<T>(_: Commands, query: Query<T>): object {
  const { anyOf, ...conditions } = query;
  const every = encodeConditions(_, conditions as unknown as Conditions<T>);
  if (anyOf === undefined) return every;
  return _.and(every, _.or(...anyOf.map((conditions) => encodeConditions(_, conditions))));
}

type AllComputed = Readonly<Record<string, Computed<unknown>>>;

/** The `lookup`s of an aggregation. */
export const encodeJoins = (computed: AllComputed): Join[] =>
  Object.entries(computed).flatMap(([as, one]) =>
    one.op === 'joined' ? [{ from: one.from, localField: one.path, foreignField: '_id' as const, as }] : [],
  );

/** The `project` of an aggregation: fields as they are, and what is computed beside them. */
export const encodeProjection = (fields: readonly string[], computed: AllComputed): object => ({
  ...Object.fromEntries(fields.map((path) => [path, 1])),
  ...Object.fromEntries(
    Object.entries(computed).flatMap(([name, one]): [string, unknown][] =>
      one.op === 'joined'
        ? ['_id', ...one.fields].map((field) => [`${name}.${field}`, 1])
        : [[name, expressionOf(one)]],
    ),
  ),
});

/** The `group` that makes one list of all documents, of these fields each. */
export const encodeGathering = (fields: readonly string[]): object => ({
  _id: null,
  all: { $push: Object.fromEntries(['_id', ...fields].map((path) => [path, `$${path}`])) },
});

/** The `group` of documents, one for each element of a list, by the element; and the one that makes a list of those. */
export const encodeTally = (path: string): readonly [object, object] => [
  { _id: `$${path}`, count: { $sum: 1 } },
  { _id: null, all: { $push: { _id: '$_id', count: '$count' } } },
];

/** The `update` of a change; throws when two parts of it touch one path, which no database does in one step. */
export function encodeChange<T>(_: Commands, change: Change<T>): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  const put = (path: string, command: unknown) => {
    if (path in encoded) throw new Error(`two changes of ${path}`);
    encoded[path] = command;
  };
  for (const [path, value] of Object.entries(change.set ?? {})) put(path, _.set(value));
  for (const path of change.unset ?? []) put(path, _.remove());
  for (const [path, to] of Object.entries(change.rename ?? {})) put(path, _.rename(to as string));
  for (const [path, by] of Object.entries(change.inc ?? {})) put(path, _.inc(by as number));
  for (const [path, push] of Object.entries(change.push ?? {})) {
    const { items, keepLast } = push as { items: readonly unknown[]; keepLast?: number };
    put(path, _.push({ each: items, ...(keepLast === undefined ? {} : { slice: -keepLast }) }));
  }
  for (const [path, items] of Object.entries(change.addToSet ?? {}))
    put(path, _.addToSet({ $each: items as readonly unknown[] }));
  for (const [path, match] of Object.entries(change.pull ?? {})) put(path, _.pull(match));
  if (Object.keys(encoded).length === 0) throw new Error('an empty change');
  return encoded;
}
