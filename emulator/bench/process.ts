import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { program } from '../scripts/paths';

export interface EmulatorProcess {
  adminUrl: string;
  /** Milliseconds from starting the process to its first answer. */
  readyMs: number;
  /** Resident memory now, in MB. */
  memoryMb(): number;
  stop(): Promise<void>;
}

/** Starts the built emulator as anybody would, without artificial latency, and waits for its first answer. */
export async function startEmulator(dataDir: string, schemaFile: string, ask: Ask): Promise<EmulatorProcess> {
  const started = performance.now();
  const where = ['--port', '0', '--data', dataDir, '--schema', schemaFile];
  const child = spawn(process.execPath, [program, ...where, '--latency', '0', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]) => String(text)),
    ended.then(() => {
      throw new Error('the emulator ended before it was ready');
    }),
  ]);
  const adminUrl = line.replace(/^ready /, '');
  await ask(adminUrl);
  return {
    adminUrl,
    readyMs: performance.now() - started,
    memoryMb: () => residentKb(child.pid as number) / 1024,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A bare Linux has no `ps`; macOS has no /proc. */
function residentKb(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString());
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]);
}

/** Asks the emulator at this address for something; its first answer ends the start. */
export type Ask = (adminUrl: string) => Promise<unknown>;
