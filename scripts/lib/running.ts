import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the emulator that holds a data folder can be reached, so that an import can go through it. */
export interface Running {
  pid: number;
  adminUrl: string;
}

const fileOf = (dataDir: string) => join(dataDir, 'running.json');

export function writeRunning(dataDir: string, adminUrl: string): () => void {
  writeFileSync(fileOf(dataDir), JSON.stringify({ pid: process.pid, adminUrl } satisfies Running));
  return () => rmSync(fileOf(dataDir), { force: true });
}

/** The running emulator of a data folder; `undefined` when there is none, or the file was left by a crash. */
export function readRunning(dataDir: string): Running | undefined {
  try {
    const { pid, adminUrl } = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Partial<Running>;
    if (typeof pid !== 'number' || typeof adminUrl !== 'string') return undefined;
    process.kill(pid, 0);
    return { pid, adminUrl };
  } catch {
    return undefined;
  }
}
