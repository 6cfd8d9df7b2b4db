import { spawn } from 'node:child_process';
import { inRoot } from '../../scripts/lib/paths';

/** How a command of ours ended, and all it said. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Runs `npm run <command>` as npm does, and waits for its end. */
export function runCommand(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/run.cjs', command, ...args], {
      cwd: inRoot(),
      env: { ...process.env, NODE_ENV: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** What a stack trace looks like; an operator must never see one. */
export const stackTrace = /\n\s+at .+:\d+:\d+/;
