/** Types for the part of the SDK the tests use: its own declarations are mostly `any`. */

export type Doc = Record<string, unknown>;

export interface Query {
  where(query: Doc): Query;
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  skip(n: number): Query;
  limit(n: number): Query;
  field(projection: Doc): Query;
  options(options: { raw?: boolean; multiple?: boolean }): Query;
  get(): Promise<{ data: Doc[] }>;
  count(): Promise<{ total: number }>;
  update(data: Doc): Promise<{ updated: number; upsertId?: string }>;
  updateAndReturn(data: Doc): Promise<{ updated: number; doc: Doc | null }>;
  remove(): Promise<{ deleted: number }>;
}

export interface Document {
  get(): Promise<{ data: Doc[] }>;
  field(projection: Doc): Document;
  set(data: Doc): Promise<{ updated: number; upsertedId?: string }>;
  update(data: Doc): Promise<{ updated: number }>;
  remove(): Promise<{ deleted: number }>;
}

export interface Pipeline {
  match(query: Doc): Pipeline;
  group(spec: Doc): Pipeline;
  project(spec: Doc): Pipeline;
  addFields(spec: Doc): Pipeline;
  sort(spec: Doc): Pipeline;
  skip(n: number): Pipeline;
  limit(n: number): Pipeline;
  count(field: string): Pipeline;
  unwind(spec: unknown): Pipeline;
  lookup(spec: Doc): Pipeline;
  geoNear(spec: Doc): Pipeline;
  bucket(spec: Doc): Pipeline;
  sortByCount(spec: unknown): Pipeline;
  replaceRoot(spec: Doc): Pipeline;
  end(): Promise<{ data: Doc[] }>;
}

export interface Collection extends Query {
  add(doc: Doc): Promise<{ id: string }>;
  add(docs: Doc[]): Promise<{ ids: string[] }>;
  doc(id: string | number): Document;
  options(options: { raw?: boolean; multiple?: boolean }): Collection;
  aggregate(pipeline?: Doc[]): Pipeline;
}

/** Inside a transaction a read of one document gives it, or null. */
export interface TransactionDocument extends Omit<Document, 'get'> {
  get(): Promise<{ data: Doc | null }>;
}

export interface TransactionCollection extends Omit<Collection, 'doc'> {
  doc(id: string | number): TransactionDocument;
}

export interface Transaction {
  collection(name: string): TransactionCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

type Make = (...operands: unknown[]) => Chain;

/** A command that can be chained: `_.gt(1).and(_.lt(5))`. */
export interface Chain {
  and: Make;
  or: Make;
  gt: Make;
  lt: Make;
  gte: Make;
  lte: Make;
}

export type CommandName =
  | 'eq'
  | 'neq'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'in'
  | 'nin'
  | 'all'
  | 'elemMatch'
  | 'exists'
  | 'size'
  | 'mod'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'geoNear'
  | 'geoWithin'
  | 'geoIntersects'
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'bit'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'pull'
  | 'pullAll'
  | 'addToSet';

export interface Sdk {
  command: Record<CommandName, Make> & { aggregate: Record<string, (operand: unknown) => unknown> };
  Geo: {
    Point: new (longitude: number, latitude: number) => { longitude: number; latitude: number };
    LineString: new (points: unknown[]) => unknown;
    Polygon: new (lines: unknown[]) => unknown;
  };
  ObjectId: new (options: { id: string }) => unknown;
  RegExp(spec: { regexp: string; options?: string }): unknown;
  serverDate(options?: { offset: number }): unknown;
  collection(name: string): Collection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>;
}
