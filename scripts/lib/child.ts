import { spawn, type ChildProcess } from 'node:child_process';
import { inRoot, root } from './paths';

export interface ChildResult {
  code: number;
  output: string;
}

interface ChildOptions {
  /** The whole environment; absent: ours. */
  env?: NodeJS.ProcessEnv;
  /** `show`: straight to the terminal; `keep`: collected, for showing when it failed. */
  output?: 'show' | 'keep';
}

const running = new Set<ChildProcess>();
let ending = false;

/** Runs Node with these arguments in the repository and waits for its end. It ends with us, even when we are killed. */
export function runNode(args: readonly string[], options: ChildOptions = {}): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const io = options.output === 'show' ? 'inherit' : 'pipe';
    const child = spawn(process.execPath, ['--require', inRoot('scripts/lib/end-with-parent.cjs'), ...args], {
      cwd: root,
      env: options.env ?? process.env,
      stdio: ['ignore', io, io, 'ipc'],
    });
    running.add(child);
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      // Whoever waits for it must not go on with the next one.
      if (!ending) resolve({ code: code ?? 1, output });
    });
  });
}

/** Ends every child and waits until they are gone; what they were run for does not go on. */
export async function endChildren(signal: NodeJS.Signals): Promise<void> {
  ending = true;
  const gone = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of running) child.kill(signal);
  await Promise.all(gone);
}

/** Does not ask politely, and does not wait. */
export function killChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}
