import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { failureOf, startHost, type Host } from './support';

/** Names the variables, and reads a file the way code does that was written for `/var/user`. */
const ROOTED = `
const { join } = require('node:path');
const { greeting } = require('project/deep/words');
const { packed } = require('packed');
exports.main = async () => ({
  greeting, packed,
  root: process.env.USER_CODE_ROOT,
  path: process.env.NODE_PATH,
  text: require('node:fs').readFileSync(join(process.env.USER_CODE_ROOT, 'data.txt'), 'utf8'),
});`;

let host: Host;
let folder: string;
beforeAll(async () => {
  host = await startHost({
    rooted: ROOTED,
    prying: `require('project/deep/words'); exports.main = async () => 1;`,
    own: 'exports.main = async () => process.env.NODE_PATH;',
  });
  host.write('own', 'exports.main = async () => process.env.NODE_PATH;', { envVariables: { NODE_PATH: '/opt' } });
  folder = join(host.directory, 'functions', 'rooted');
  const files = {
    'project/deep/words.js': `exports.greeting = require('project/deep/name').name;`,
    'project/deep/name.js': `exports.name = '书香';`,
    'node_modules/packed/index.js': 'exports.packed = 1;',
    'data.txt': 'data',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterAll(() => host.stop());

test('code that is written for /var/user starts: the folder is where it looks for modules, and says where it is', async () => {
  const { result } = await host.emulator.invoke('rooted', {});
  expect(result).toEqual({
    ...{ greeting: '书香', packed: 1, text: 'data', root: folder + sep },
    path: [folder, join(folder, 'node_modules')].join(process.platform === 'win32' ? ';' : ':'),
  });
});

test('a file found so counts as the function’s own: a change of it is taken over, and nobody is warned', async () => {
  writeFileSync(join(folder, 'project/deep/name.js'), `exports.name = '改过';`);
  expect((await host.emulator.invoke('rooted', {})).result).toMatchObject({ greeting: '改过' });
  expect(host.log.filter(({ message }) => message.includes('目录之外'))).toEqual([]);
});

test('one function does not find the files of another', async () => {
  const { message } = await failureOf(host.emulator.invoke('prying', {}));
  expect(message).toContain("Cannot find module 'project/deep/words'");
});

test('a function’s own variable goes before the cloud’s', async () => {
  expect((await host.emulator.invoke('own', {})).result).toBe('/opt');
});
