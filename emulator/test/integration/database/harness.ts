import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import { createDatabaseService, type DatabaseOptions, type DatabaseService } from '../../../src/database/service';
import { WireError, type DatabaseCallRecord, type Json, type SchemaFile } from '../../../src/service';
import { openFolder, type Folder } from '../../../src/store/folder';
import type { Sdk } from './sdk';

/** A database service behind HTTP, and the unmodified SDK in front of it. */
export interface Harness {
  db: Sdk;
  service: DatabaseService;
  calls: DatabaseCallRecord[];
  dir: string;
  /** Sends a wire call by hand, for bodies the SDK would never send. */
  send(action: string, body: Json): Promise<Json>;
  /** Stops, closes the folder and opens it again, as after a restart. */
  reopen(options?: Partial<DatabaseOptions>): Promise<void>;
  close(): Promise<void>;
}

/** Starts a database over an empty folder in front of which the real SDK sits. */
export async function startHarness(schema: SchemaFile, options: Partial<DatabaseOptions> = {}): Promise<Harness> {
  process.env.SILENCE = 'true';
  // Off the cloud the SDK asks the metadata service before every call, which costs 60 ms each.
  process.env.TENCENTCLOUD = 'true';
  const dir = mkdtempSync(join(tmpdir(), 'shuxiang-db-'));
  const calls: DatabaseCallRecord[] = [];
  let folder!: Folder;
  let service!: DatabaseService;
  const open = (more: Partial<DatabaseOptions>): void => {
    folder = openFolder(dir);
    service = createDatabaseService({ folder, schema, onCall: (call) => calls.push(call), ...options, ...more });
  };
  open({});
  const server = createServer((request, response) => {
    void dispatch(request).then((reply) => response.end(JSON.stringify(reply)));
  });
  // Never closed for being idle: a test may keep the process busy for longer than that takes.
  server.keepAliveTimeout = 0;
  const url = await listen(server);
  const app = cloudbase.init({ env: 'local', secretId: 'x', secretKey: 'y', serviceUrl: url, keepalive: true });
  const stop = async (): Promise<void> => {
    await service.stop();
    folder.close();
  };
  const harness: Harness = {
    db: app.database() as unknown as Sdk,
    get service() {
      return service;
    },
    calls,
    dir,
    send: async (action, body) => {
      const reply = await fetch(`${url}?env=local`, { method: 'POST', body: JSON.stringify({ action, ...body }) });
      return (await reply.json()) as Json;
    },
    async reopen(more = {}) {
      await stop();
      open(more);
    },
    async close() {
      await stop();
      server.closeAllConnections();
      server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return harness;

  async function dispatch(request: IncomingMessage): Promise<Json> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Json;
    const requestId = 'test';
    try {
      const action = service.actions[String(body.action)];
      if (!action) throw new WireError('INVALID_PARAM', `no action ${String(body.action)}`);
      return { ...(await action(body, { requestId, env: 'local' })), requestId };
    } catch (error) {
      const { code = 'SYS_ERR', message } = error as WireError;
      return { code, message, requestId };
    }
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`;
}

/** A query for all documents, as a change must name them. */
export const EVERYTHING = '{"_id":{"$exists":true}}';

/** The `code` a call failed with; fails the test when it succeeded. */
export async function failure(call: PromiseLike<unknown>): Promise<{ code: string; message: string }> {
  try {
    await call;
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('the call succeeded, a failure was expected');
}
