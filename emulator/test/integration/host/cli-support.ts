import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleProgram } from '../../support/program';

/** Gives its process id; where the event names a file, not before that is there. */
const HELLO = `const { existsSync } = require('node:fs');
  exports.main = async ({ until }) => {
    while (until && !existsSync(until)) await new Promise((done) => setTimeout(done, 10));
    return process.pid;
  };`;

export interface Run {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  /** Address from the line `ready …`. */
  ready: Promise<string>;
  exit: Promise<number | null>;
}

/** The emulator as a program of its own, and a folder for each test. */
export interface Cli {
  /** Path of the bundle. */
  readonly bundle: string;
  readonly folder: string;
  /** Starts it in the folder, with `tmp` in there for its temporary files. */
  readonly run: (...args: string[]) => Run;
}

/** Bundles the emulator for the tests of a file, which run it in a folder with a function and a page. */
export function useCli(): Cli {
  let program: ReturnType<typeof bundleProgram>;
  const children: ChildProcess[] = [];
  let folder = '';

  beforeAll(() => (program = bundleProgram('host-cli')));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'host-cli-'));
    for (const name of ['functions/hello', 'page', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'functions/hello/index.js'), HELLO);
    writeFileSync(join(folder, 'functions/hello/config.json'), '{"timeout":60}');
    writeFileSync(join(folder, 'page/index.html'), 'page');
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => program.remove());

  return {
    get bundle() {
      return program.file;
    },
    get folder() {
      return folder;
    },
    run(...args) {
      // A process group of its own, as a shell gives it, so that a test can press Ctrl-C.
      const env = { ...process.env, TMPDIR: join(folder, 'tmp') };
      const child = spawn(process.execPath, [program.file, ...args], { cwd: folder, env, detached: true });
      children.push(child);
      let out = '';
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      const ready = new Promise<string>((resolve) => {
        child.stdout.on('data', (chunk: Buffer) => {
          out += chunk.toString();
          const line = /^ready (\S+)$/m.exec(out);
          if (line) resolve(line[1]!);
        });
      });
      const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
      return { child, out: () => out, err: () => err, ready, exit };
    },
  };
}
