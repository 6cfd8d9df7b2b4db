import { spawn, type ChildProcess } from 'node:child_process';
import { inRoot } from '../../scripts/lib/paths';

/** A program of this repository that says `ready <url>` once it serves, run as a process of its own. */
export interface Served {
  readonly url: string;
  /** What it has said so far, both streams. */
  output: () => string;
  /** Asks it to stop and waits; gives its exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Ends it without any warning, as a power cut does. */
  kill9: () => Promise<void>;
}

const READY = /^ready (http:\/\/\S+)$/m;

/** Starts `node <args>` and waits for its `ready` line; fails with all it said when it ends before that. */
export async function serve(args: readonly string[], env: Record<string, string>, ms = 240_000): Promise<Served> {
  const child = spawn(process.execPath, args, {
    cwd: inRoot(),
    env: { ...process.env, NODE_ENV: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((done) => child.once('exit', done));

  const url = await new Promise<string>((resolve, reject) => {
    const failed = (why: string) => reject(new Error(`${args.join(' ')} ${why}:\n${output.slice(-4000)}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      failed(`was not ready after ${ms} ms`);
    }, ms);
    void ended.then((code) => {
      clearTimeout(timer);
      failed(`ended with ${code}`);
    });
    listen(child, (text) => {
      output += text;
      const ready = READY.exec(output)?.[1];
      if (ready === undefined) return;
      clearTimeout(timer);
      resolve(ready);
    });
  });

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    output: () => output,
    stop: (signal = 'SIGINT') => end(signal),
    kill9: async () => void (await end('SIGKILL')),
  };
}

function listen(child: ChildProcess, heard: (text: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', heard);
}
