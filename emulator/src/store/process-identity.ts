import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Tells a process from a later one with the same number: the machine's current start and the process's own. `undefined`
 * where the system does not say, and for a process that is gone.
 */
export function processIdentity(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxIdentity(pid);
    if (process.platform === 'darwin') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    }
  } catch {
    // Gone, or not ours to look at.
  }
  return undefined;
}

/** Whether a process still runs; false where its number now belongs to another one, as far as the system can tell. */
export function isRunning({ pid, identity }: { pid: number; identity?: string }): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = processIdentity(pid);
  return identity === undefined || now === undefined || identity === now;
}

function linuxIdentity(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // The second field is the program's name in brackets, which may hold spaces and brackets; the rest follows the last.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const STARTED = 19;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${fields[STARTED]}`;
}
