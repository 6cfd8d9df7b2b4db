import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../../..');

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
  readonly run: (...args: string[]) => Run;
}

/** Bundles the emulator for the tests of a file, which run it in a folder with a function and a page. */
export function useCli(): Cli {
  /** Inside the project, so that the bundle finds the packages it leaves out. */
  const built = join(root, '.cache', `host-cli-${process.pid}`);
  const children: ChildProcess[] = [];
  let folder = '';

  beforeAll(() => {
    buildSync({
      entryPoints: [join(root, 'emulator/main.ts')],
      outfile: join(built, 'index.js'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
    });
    copyFileSync(join(root, 'emulator/functions/worker.cjs'), join(built, 'worker.js'));
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'host-cli-'));
    for (const name of ['functions/hello', 'page']) mkdirSync(join(folder, name), { recursive: true });
    const source =
      'exports.main = async (e) => { await new Promise((d) => setTimeout(d, e.ms || 0)); return process.pid; };';
    writeFileSync(join(folder, 'functions/hello/index.js'), source);
    writeFileSync(join(folder, 'page/index.html'), 'page');
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => rmSync(built, { recursive: true, force: true }));

  return {
    bundle: join(built, 'index.js'),
    get folder() {
      return folder;
    },
    run(...args) {
      // A process group of its own, as a shell gives it, so that a test can press Ctrl-C.
      const child = spawn(process.execPath, [join(built, 'index.js'), ...args], { cwd: folder, detached: true });
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
