import { openSync, closeSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderError } from '../../../src/store/error';
import { acquireLock, type Lock } from '../../../src/store/lock';

/**
 * Takes the lock of a folder again and again, in a race with others that do the same, and gives it back or leaves it
 * as a dead process does. Prints how often it had it, and how often somebody else had it at the same time.
 */
function main([folder = '', deadPid = '', until = '']: readonly string[]): void {
  const held = join(folder, 'held');
  const lockFile = join(folder, 'lock.json');
  let taken = 0;
  let shared = 0;
  while (Date.now() < Number(until)) {
    let lock: Lock;
    try {
      lock = acquireLock(folder);
    } catch (error) {
      if (!(error instanceof FolderError)) throw error;
      continue;
    }
    taken += 1;
    try {
      closeSync(openSync(held, 'wx'));
    } catch {
      shared += 1;
    }
    rmSync(held, { force: true });
    if (taken % 2 === 0) {
      writeFileSync(`${lockFile}.${process.pid}`, JSON.stringify({ pid: Number(deadPid), startedAt: 'x' }));
      renameSync(`${lockFile}.${process.pid}`, lockFile);
    } else lock.release();
  }
  process.stdout.write(JSON.stringify({ taken, shared }));
}

main(process.argv.slice(2));
