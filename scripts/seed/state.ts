import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How far the demo data of a data folder is. Beside the database, because it is about the laptop, not the city. */
export interface SeedState {
  /** Instant the demo data is relative to, epoch milliseconds: an interrupted seeding goes on with the same one. */
  at: number;
  done: boolean;
}

const fileOf = (dataDir: string) => join(dataDir, 'demo.json');

/** `undefined` for a folder that was never seeded. */
export function readSeedState(dataDir: string): SeedState | undefined {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return undefined;
  try {
    const { at, done } = JSON.parse(readFileSync(file, 'utf8')) as Partial<SeedState>;
    return typeof at === 'number' ? { at, done: done === true } : undefined;
  } catch {
    // Cut short while it was written the first time: nothing was seeded yet.
    return undefined;
  }
}

export function writeSeedState(dataDir: string, state: SeedState): void {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}
