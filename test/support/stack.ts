import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Emulator } from '@shuxiang/local-cloudbase';
import type { Reply } from '../../contract/errors';
import { type ClientFunction, functionOf } from '../../contract/functions';
import type { ActionInput, ActionName, ActionOutput } from '../../contract/registry';
import type { Database } from '../../cloudfunctions/schema';
import { functionsPart } from '../../scripts/build/functions';
import { localDatabase } from '../../scripts/lib/database';
import { openEmulator } from '../../scripts/lib/emulator';
import { personasFile } from '../../scripts/lib/paths';
import { seedIfNew } from '../../scripts/seed/seed';

export interface StackOptions {
  /** `demo`: the demo city; `none` (default): empty collections. */
  seed?: 'demo' | 'none';
  /** What the clock of the emulator and of function code shows at the start, epoch milliseconds. Default: now. */
  clock?: number;
  /** Added to every database request. Default 0. */
  latencyMs?: number;
  /** Folder of the H5 build to serve. */
  static?: string;
  /** A data folder to use instead of a temporary one; it is not removed. */
  dataDir?: string;
}

/** The whole back end as it is deployed: the built bundles in the local cloud, through the real SDK. */
export interface Stack {
  readonly emulator: Emulator;
  readonly url: string;
  readonly dataDir: string;
  /** Everything that the local cloud and the functions in it have logged, line by line, facts included. */
  readonly logged: readonly string[];
  /** For arranging and looking at facts, through the same port as domain code. */
  readonly db: Database;
  /** Calls an action as a persona of `demo/personas.json` or as anybody's openid. */
  callAs<N extends ActionName>(who: string, action: N, input: ActionInput<N>): Promise<Reply<ActionOutput<N>>>;
  /** The same, giving the data back; throws when it was refused. */
  call<N extends ActionName>(who: string, action: N, input: ActionInput<N>): Promise<ActionOutput<N>>;
  /** Sends anything at all to a function; for malformed calls. No identity when `who` is undefined. */
  send(who: string | undefined, event: Record<string, unknown>, name?: ClientFunction): Promise<Reply<unknown>>;
  /** Moves the clock; only for a stack made with `clock`. */
  setClock(instant: number): void;
  /** Stops and starts on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const personas = new Map(
  (JSON.parse(readFileSync(personasFile, 'utf8')) as { id: string; openid: string }[]).map((p) => [p.id, p.openid]),
);

/** The openid of a persona; anything else is an openid itself. */
export const openidOf = (who: string): string => personas.get(who) ?? who;

/** A new command id, as the client makes one. */
export const newCommandId = (): string => randomBytes(15).toString('base64url');

export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const missing = functionsPart.outputs.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`functions are not built: ${missing.join(', ')}`);
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'shuxiang-'));
  const logged: string[] = [];
  let clockOffsetMs = options.clock === undefined ? undefined : options.clock - Date.now();
  const open = () =>
    openEmulator({
      port: 0,
      dataDir,
      latencyMs: options.latencyMs ?? 0,
      static: options.static,
      clockOffsetMs,
      timers: false,
      log: (entry) => {
        const { level, scope, message } = entry;
        logged.push(JSON.stringify(entry));
        // What a test does not expect must be seen; a refusal is no error.
        if (level === 'error') console.error(`[${scope}] ${message}`);
      },
    });
  let emulator = await open();
  let db = localDatabase(emulator.adminUrl);
  if (options.seed === 'demo') await seedIfNew(emulator, dataDir, Date.now() + (clockOffsetMs ?? 0));
  emulator.calls.clear();

  const send: Stack['send'] = async (who, event, name = 'api') => {
    const identity = who === undefined ? {} : { openId: openidOf(who) };
    return (await emulator.invoke(name, event, identity)).result as Reply<unknown>;
  };
  const callAs: Stack['callAs'] = async (who, action, input) =>
    (await send(who, { action, input }, functionOf(action))) as Reply<ActionOutput<typeof action>>;

  return {
    get emulator() {
      return emulator;
    },
    get url() {
      return emulator.url;
    },
    get db() {
      return db;
    },
    dataDir,
    logged,
    send,
    callAs,
    async call(who, action, input) {
      const reply = await callAs(who, action, input);
      if (reply.ok) return reply.data;
      throw new Error(`${action} refused ${who}: ${reply.code} ${reply.message} ${JSON.stringify(reply.fields ?? '')}`);
    },
    setClock(instant) {
      clockOffsetMs = instant - Date.now();
      emulator.setClockOffset(clockOffsetMs);
    },
    async restart() {
      await emulator.stop();
      emulator = await open();
      db = localDatabase(emulator.adminUrl);
    },
    async stop() {
      await emulator.stop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
