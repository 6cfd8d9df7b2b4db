import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import cloudbase from '@cloudbase/node-sdk';
import { bundleInto } from '../../../scripts/bundle';
import { inHouse } from '../../../scripts/paths';
import { temporaryFolder } from '../../support/folder';
import { installDependencies } from '../../support/installed';

/** Making the types, and copying what it depends on. */
jest.setTimeout(240_000);

const { bin, files, name } = JSON.parse(readFileSync(inHouse('package.json'), 'utf8')) as {
  bin: Record<string, string>;
  files: string[];
  name: string;
};
const folder = temporaryFolder('local-cloudbase-package-');
/** Another project, in which the package is installed. */
const project = join(folder, 'project');
const installed = join(project, 'node_modules', name);
let packed: string[] = [];

/** What `npm run pack` does, on a copy, since others use what is built meanwhile. */
async function pack(): Promise<string> {
  const copy = join(folder, 'copy');
  mkdirSync(copy);
  for (const file of ['package.json', 'README.md', 'LICENSE', ...files.filter((file) => file !== 'dist')])
    cpSync(inHouse(file), join(copy, file), { recursive: true });
  await bundleInto(join(copy, 'dist'));
  const compiler = require.resolve('typescript/bin/tsc');
  const types = ['-p', inHouse('tsconfig.build.json'), '--outDir', join(copy, 'dist/types')];
  execFileSync(process.execPath, [compiler, ...types]);
  const options = ['--ignore-scripts', '--offline', '--json', '--pack-destination', folder];
  const output = execFileSync('npm', ['pack', ...options], { cwd: copy, encoding: 'utf8' });
  const [made] = JSON.parse(output) as [{ filename: string; files: { path: string }[] }];
  packed = made.files.map(({ path }) => path);
  return join(folder, made.filename);
}

beforeAll(async () => {
  const archive = await pack();
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '-C', installed, '--strip-components=1']);
  // The packages it names are taken from here; it must not find any other one.
  installDependencies(inHouse(), project);
});

let running: ChildProcess | undefined;
afterEach(async () => {
  if (running === undefined) return;
  running.kill('SIGTERM');
  if (running.exitCode === null) await once(running, 'exit');
  running = undefined;
});

/** Starts it by its bin in the project; gives the address from its `ready` line. */
async function start(): Promise<string> {
  const schema = { collections: { books: { indexes: [{ name: 'byTitle', keys: [['title', 1]] }] } } };
  writeFileSync(join(project, 'schema.json'), JSON.stringify(schema));
  mkdirSync(join(project, 'functions/hello'), { recursive: true });
  writeFileSync(join(project, 'functions/hello/index.js'), 'exports.main = async ({ name }) => `hello, ${name}`;');
  const program = join(installed, bin['local-cloudbase'] ?? '');
  const args = ['--port', '0', '--schema', 'schema.json', '--functions', 'functions', '--quiet'];
  running = spawn(process.execPath, [program, ...args], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(running, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${String(code)}`)));
  const line = once(createInterface(running.stdout!), 'line').then(([text]) => String(text));
  return (await Promise.race([line, ended])).replace('ready ', '');
}

const appAt = (serviceUrl: string) => cloudbase.init({ env: 'local', secretId: 'x', secretKey: 'y', serviceUrl });

test('a package made here runs in another project, with its own dependencies alone, and serves the SDK', async () => {
  process.env.TENCENTCLOUD = 'true';
  const adminUrl = await start();
  const app = appAt(adminUrl);
  const books = app.database().collection('books');
  const { id } = await books.add({ title: '活着' });
  expect((await books.where({ title: '活着' }).get()).data).toMatchObject([{ _id: id }]);
  expect((await app.callFunction({ name: 'hello', data: { name: '世界' } })).result).toBe('hello, 世界');
  const { fileID } = await app.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('bytes') });
  expect(String((await app.downloadFile({ fileID })).fileContent)).toBe('bytes');
  const script = await fetch(new URL('/console/app.js', adminUrl));
  expect([script.status, (await script.text()).length > 10_000]).toEqual([200, true]);
});

test('what it exports can be used from JavaScript, and nothing else can', () => {
  const code = `const { createEmulator } = require('${name}');
    const { isRunning } = require('${name}/process');
    createEmulator({ port: 0, dataDir: 'data', log: 'quiet' }).then(async (emulator) => {
      await emulator.stop();
      let inner; try { require('${name}/dist/cli.js'); } catch (error) { inner = error.code; }
      console.log(JSON.stringify([isRunning({ pid: process.pid }), inner]));
    });`;
  const output = execFileSync(process.execPath, ['-e', code], { cwd: project, encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual([true, 'ERR_PACKAGE_PATH_NOT_EXPORTED']);
});

test('a program in TypeScript finds its types', () => {
  const source = `import { createEmulator, type Emulator } from '${name}';
    import { isRunning } from '${name}/process';
    export const started: Promise<Emulator> = createEmulator({ dataDir: 'data', port: 0 });
    export const running: boolean = isRunning({ pid: 1 });
    // @ts-expect-error the folder of the data must be named
    void createEmulator({});`;
  writeFileSync(join(project, 'program.ts'), source);
  const compilerOptions = { noEmit: true, strict: true, module: 'node16', target: 'es2022', types: ['node'] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  for (const types of ['@types/node', 'undici-types'])
    cpSync(inHouse('../node_modules', types), join(project, 'node_modules', types), { recursive: true });
  const compiler = require.resolve('typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('it ships what it runs and what its readers need, and no source, test or other business', () => {
  expect(packed).toEqual(
    expect.arrayContaining([
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
      'bin/local-cloudbase.js',
      'dist/cli.js',
      'docs/parity.md',
    ]),
  );
  expect(
    packed.filter((path) => !/^(bin|dist|docs)\/|^(README|CHANGELOG)\.md$|^(LICENSE|package\.json)$/.test(path)),
  ).toEqual([]);
});
