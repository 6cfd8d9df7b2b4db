import type { IncomingMessage, ServerResponse } from 'node:http';

/** A JSON object as it travels on the wire. */
export type Json = Record<string, unknown>;

/** What is known about one wire call (one `POST /admin`). */
export interface WireContext {
  /** Request id given back to the SDK. */
  readonly requestId: string;
  /** CloudBase environment id from `?env=`. */
  readonly env: string;
  /**
   * Invocation the call belongs to when it comes from a function worker, so that round trips can be counted
   * per function call; `undefined` for calls from outside (tests, scripts).
   */
  readonly invocationId?: string;
}

/**
 * One wire action, such as `database.getDocument`. Its body came as JSON, or as a form in which parts of bytes are
 * Buffers. An object goes back merged with `requestId`; a Buffer goes back as it is, where the SDK asks for bytes.
 */
export type WireAction<Reply extends Json | Buffer = Json> = (
  body: Json,
  context: WireContext,
) => Promise<Reply> | Reply;

/** One plain HTTP route (storage transfer, gateway). Returns true when it answered. */
export type HttpRoute = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

/** The one interface every emulated service has. */
export interface Service {
  readonly name: string;
  /** Wire actions by their CloudBase name. */
  readonly actions?: Readonly<Record<string, WireAction<Json | Buffer>>>;
  readonly routes?: readonly HttpRoute[];
  start(): Promise<void>;
  /** Finishes what is under way, then releases everything. Safe to call twice. */
  stop(): Promise<void>;
  /** Facts for the console and for `GET /info`; cheap, no personal data. */
  info(): Json;
}

/** A documented failure: travels as `{code, message, requestId}` with HTTP status 200. */
export class WireError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'WireError';
  }
}

/** Index key direction: ascending, descending or geo. */
export type IndexDirection = 1 | -1 | '2dsphere';

/** The `--schema FILE` format: `{"collections":{"NAME":{"indexes":[{"name","unique","keys":[["field",1]]}]}}}`. */
export interface SchemaFile {
  collections: Record<string, { indexes?: IndexDeclaration[] }>;
}

/** One declared index. A missing field counts as null, as on the real cloud. */
export interface IndexDeclaration {
  name: string;
  unique?: boolean;
  keys: [field: string, direction: IndexDirection][];
}

/** One database round trip, as recorded for the benchmark, the log and the console. */
export interface DatabaseCallRecord {
  action: string;
  collection?: string;
  invocationId?: string;
  /** Name of the index that served the query; `null` when none did; absent where no query was run. */
  index?: string | null;
  /** Set when the index gave the order alone, and documents were examined that no index had left out. */
  orderOnly?: true;
  /** Fields and operators of the query, without values. */
  shape?: string;
  examined?: number;
  returned?: number;
  /** Milliseconds inside the engine. */
  ms: number;
  error?: string;
}

/** True where no index served the query, or one gave its order only and left the condition to be tried on documents. */
export function isUnserved({ index, orderOnly }: { index?: string | null; orderOnly?: boolean }): boolean {
  return index === null || orderOnly === true;
}
