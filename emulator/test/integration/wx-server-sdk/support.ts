import * as wxServerSdk from 'wx-server-sdk';
import type { SchemaFile } from '../../../src/service';
import type { Chain, Doc, Sdk } from '../database/sdk';
import { startHost, type Host } from '../host/support';

/** Path for `require` in fixture functions, which live outside the project. */
export const WX = JSON.stringify(require.resolve('wx-server-sdk'));

/** Types for the part of wx-server-sdk the tests use: its own declarations are mostly `any` or `void`. */
export interface Query {
  where(query: Doc | Chain): Query;
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  skip(n: number): Query;
  limit(n: number): Query;
  field(projection: Doc): Query;
  get(): Promise<{ data: Doc[]; errMsg: string }>;
  count(): Promise<{ total: number; errMsg: string }>;
  update(options: { data: Doc }): Promise<{ stats: { updated: number }; errMsg: string }>;
  remove(): Promise<{ stats: { removed: number }; errMsg: string }>;
}

export interface Document {
  get(): Promise<{ data: Doc | null; errMsg: string }>;
  field(projection: Doc): Document;
  set(options: { data: Doc }): Promise<{ _id: string; stats: { updated: number; created: number }; errMsg: string }>;
  update(options: { data: Doc }): Promise<{ stats: { updated: number }; errMsg: string }>;
  remove(): Promise<{ stats: { removed: number }; errMsg: string }>;
}

export interface Pipeline {
  match(query: Doc): Pipeline;
  group(spec: Doc): Pipeline;
  project(spec: Doc): Pipeline;
  sort(spec: Doc): Pipeline;
  limit(n: number): Pipeline;
  unwind(spec: unknown): Pipeline;
  lookup(spec: Doc): Pipeline;
  geoNear(spec: Doc): Pipeline;
  end(): Promise<{ list: Doc[]; errMsg: string }>;
}

export interface Collection extends Query {
  add(options: { data: Doc }): Promise<{ _id: string; errMsg: string }>;
  add(options: { data: Doc[] }): Promise<{ _ids: string[]; errMsg: string }>;
  doc(id: string | number): Document;
  aggregate(): Pipeline;
}

export interface Transaction {
  collection(name: string): Collection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

export interface Database {
  command: Sdk['command'];
  /** Geometries are made without `new` here. */
  Geo: {
    Point(longitude: number, latitude: number): unknown;
    LineString(points: unknown[]): unknown;
    Polygon(lines: unknown[]): unknown;
  };
  RegExp: Sdk['RegExp'];
  serverDate: Sdk['serverDate'];
  collection(name: string): Collection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>;
}

export interface Cloud {
  DYNAMIC_CURRENT_ENV: symbol;
  database(config?: { throwOnNotFound?: boolean }): Database;
  callFunction(options: { name: string; data?: Doc }): Promise<{ result: unknown; errMsg: string; requestID: string }>;
  uploadFile(options: { cloudPath: string; fileContent: unknown }): Promise<{ fileID: string; errMsg: string }>;
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer; statusCode: number; errMsg: string }>;
  getTempFileURL(options: { fileList: unknown[] }): Promise<{ fileList: StoredFile[]; errMsg: string }>;
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: StoredFile[]; errMsg: string }>;
}

export interface StoredFile {
  fileID: string;
  tempFileURL?: string;
  status: number;
  errMsg: string;
}

export interface WxHost extends Host {
  /** The unmodified wx-server-sdk, as a script of this process uses it. */
  cloud: Cloud;
}

/** Nearness asks for a geo index. */
const schema: SchemaFile = {
  collections: { things: { indexes: [{ name: 'by_place', keys: [['place', '2dsphere']] }] } },
};

/** Starts an emulator with these functions and points wx-server-sdk at it. */
export async function startWxHost(functions: Record<string, string> = {}): Promise<WxHost> {
  const host = await startHost(functions, { schema });
  const { createNewInstance } = wxServerSdk as unknown as { createNewInstance(this: void, config: object): Cloud };
  const cloud = createNewInstance({ env: 'local', secretId: 'x', secretKey: 'y', serviceUrl: host.emulator.adminUrl });
  return Object.assign(host, { cloud });
}

/** The failure of wx-server-sdk: a number and a text. */
export async function wxFailureOf(promise: Promise<unknown>): Promise<{ errCode: number; errMsg: string }> {
  try {
    await promise;
  } catch (error) {
    const { errCode, errMsg } = error as { errCode: number; errMsg: string };
    return { errCode, errMsg };
  }
  throw new Error('expected a rejection');
}
