import { spawn } from 'node:child_process';
import { root } from './paths';

export interface ChildResult {
  code: number;
  output: string;
}

interface ChildOptions {
  env?: Record<string, string>;
  /** `show`: straight to the terminal; `keep`: collected, for showing when it failed. */
  output?: 'show' | 'keep';
}

/** Runs Node with these arguments in the repository and waits for its end. Ctrl-C reaches it through the terminal. */
export function runNode(args: readonly string[], options: ChildOptions = {}): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: options.output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    process.once('SIGTERM', forward);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', forward);
      resolve({ code: code ?? 1, output });
    });
  });
}
