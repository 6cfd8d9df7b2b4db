import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../../scripts/lib/paths';

/** Binary code for this machine and for another one, as npm's lockfile has them. */
const native = (os: string) => ({ version: '1.0.0', optional: true, os: [os], cpu: [process.arch] });
export const HERE = `node_modules/@toy/${process.platform}`;
export const ELSEWHERE = 'node_modules/@toy/elsewhere';

const installed = { 'node_modules/tsx': { version: '1.0.0' }, [HERE]: native(process.platform) };
/** A package that is a folder of the repository: npm installs nothing for it but a link. */
const workspace = { house: { version: '1.0.0' }, 'node_modules/@toy/house': { resolved: 'house', link: true } };
const lock = { '': {}, ...workspace, ...installed, [ELSEWHERE]: native('elsewhere') };

/** An npm that fills `node_modules` from here, says what it was given, and can be slow or fail. */
const NPM = `#!${process.execPath}
const { cpSync, writeFileSync } = require('node:fs');
const settings = Object.keys(process.env).filter((name) => /^npm_config_/.test(name));
writeFileSync('npm.json', JSON.stringify({ pid: process.pid, args: process.argv.slice(2), settings }));
if (process.env.TOY_NPM === 'fail') process.exit(1);
if (process.env.TOY_NPM === 'slow') setInterval(() => undefined, 1000);
else cpSync('installed', 'node_modules', { recursive: true });
`;

/** A repository of one command, `hello`, with the real entry. */
export interface Toy {
  folder: string;
  /** Fills `node_modules` as npm would. */
  install(): void;
  run(env?: Record<string, string>): { child: ChildProcess; ended: Promise<{ code: number | null; output: string }> };
  /** What npm was given since the last look; `undefined` when it was not called. */
  npm(): { pid: number; args: string[]; settings: string[] } | undefined;
  remove(): void;
}

export function createToy(): Toy {
  const folder = mkdtempSync(join(tmpdir(), 'shuxiang-toy-'));
  const at = (path: string) => join(folder, path);
  const write = (path: string, content: string) => {
    mkdirSync(join(at(path), '..'), { recursive: true });
    writeFileSync(at(path), content);
  };
  chmodSync(folder, 0o755);
  for (const path of ['scripts/run.cjs', 'scripts/run']) cpSync(inRoot(path), at(path), { recursive: true });
  write('scripts/hello.ts', "console.log('hello', require('@toy/words'));");
  write('package-lock.json', JSON.stringify({ packages: lock }));
  write('installed/.package-lock.json', JSON.stringify({ packages: installed }));
  write('installed/tsx/package.json', '{"exports":"./index.mjs"}');
  write(
    'installed/tsx/index.mjs',
    `import ${JSON.stringify(pathToFileURL(inRoot('node_modules/tsx/dist/loader.mjs')).href)};`,
  );
  write(`installed/@toy/${process.platform}/package.json`, '{}');
  write(`installed/@toy/${process.platform}/toy.node`, 'x'.repeat(200_000));
  write('installed/@toy/words/index.js', "module.exports = 'world';");
  write('bin/npm', NPM);
  chmodSync(at('bin/npm'), 0o755);

  return {
    folder,
    install: () => cpSync(at('installed'), at('node_modules'), { recursive: true }),
    run(env = {}) {
      const path = `${at('bin')}${delimiter}${process.env.PATH}`;
      const own = { PATH: path, HOME: folder, npm_execpath: '', ...env };
      const child = spawn(process.execPath, ['scripts/run.cjs', 'hello'], {
        cwd: folder,
        env: own as unknown as NodeJS.ProcessEnv,
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (output += text));
      }
      const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
        child.once('close', (code) => resolve({ code, output })),
      );
      return { child, ended };
    },
    npm() {
      if (!existsSync(at('npm.json'))) return undefined;
      const told = JSON.parse(readFileSync(at('npm.json'), 'utf8')) as {
        pid: number;
        args: string[];
        settings: string[];
      };
      rmSync(at('npm.json'));
      return told;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
