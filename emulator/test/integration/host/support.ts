import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { createEmulator, type Emulator } from '../../../src/emulator';
import type { LogEntry } from '../../../src/log';
import type { EmulatorOptions } from '../../../src/options';

/** The SDK asks the cloud's metadata service at every call unless it is told where it runs. */
process.env.TENCENTCLOUD = 'true';

/** A process takes 0.2 s to start on an idle machine, and seconds on a busy one. */
jest.setTimeout(60_000);

/** Path for `require` in fixture functions, which live outside the project. */
export const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'));

/** An emulator of a test's own, with fixture functions in a temporary folder. */
export interface Host {
  emulator: Emulator;
  directory: string;
  log: LogEntry[];
  /** The unmodified SDK, as an administrator's script uses it. */
  app: ReturnType<typeof tcb.init>;
  /** Writes the source of a function; `config` goes into its config.json. */
  write(name: string, source: string, config?: object): void;
  /** Stops the emulator and starts it again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an emulator with these functions: name to source of `index.js`. */
export async function startHost(
  functions: Record<string, string>,
  options: Partial<EmulatorOptions> = {},
): Promise<Host> {
  const directory = mkdtempSync(join(tmpdir(), 'host-test-'));
  const log: LogEntry[] = [];
  const write = (name: string, source: string, config?: object): void => {
    const folder = join(directory, 'functions', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), source);
    if (config) writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  };
  mkdirSync(join(directory, 'functions'));
  for (const [name, source] of Object.entries(functions)) write(name, source);
  const start = (): Promise<Emulator> =>
    createEmulator({
      port: 0,
      dataDir: join(directory, 'data'),
      functions: join(directory, 'functions'),
      schema: { collections: { things: {} } },
      log: (entry) => log.push(entry),
      ...options,
    });
  const connect = (emulator: Emulator): Host['app'] =>
    tcb.init({ env: 'local', secretId: 'x', secretKey: 'y', serviceUrl: emulator.adminUrl });
  const emulator = await start().catch((error: unknown) => {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  });
  const host: Host = {
    emulator,
    directory,
    log,
    app: connect(emulator),
    write,
    restart: async () => {
      await host.emulator.stop();
      host.emulator = await start();
      host.app = connect(host.emulator);
    },
    stop: async () => {
      await host.emulator.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return host;
}

/** Sends JSON and reads JSON. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Reply['body'] };
}

export interface Reply {
  status: number;
  body: Record<string, unknown>;
}

/** The code and message of a rejection. */
export async function failureOf(promise: Promise<unknown>): Promise<{ code?: string; message: string }> {
  try {
    await promise;
  } catch (error) {
    return error as { code?: string; message: string };
  }
  throw new Error('expected a rejection');
}

/** Waits until a condition holds; rejects, with a line of the test, before Jest gives the test up. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 2500; attempt += 1) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('the condition did not come true');
}

/** Waits until the operating system has let a process go. */
export function gone(pid: number): Promise<void> {
  return until(() => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  });
}

/** Waits until a call of this function is under way. */
export function underWay(host: Host, name: string): Promise<void> {
  return until(() => {
    const { functions } = host.emulator.info().services as { functions: Record<string, { busy: number }> };
    return (functions[name]?.busy ?? 0) > 0;
  });
}
