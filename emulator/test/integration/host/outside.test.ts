import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHost, type Host } from './support';

let host: Host;
beforeAll(async () => {
  host = await startHost({
    reaches: `const { shared } = require('../shared'); exports.main = async () => shared;`,
    keeps: `const { own } = require('./lib/own'); const { packed } = require('packed'); exports.main = async () => own + packed;`,
  });
  const functions = join(host.directory, 'functions');
  writeFileSync(join(functions, 'shared.js'), 'exports.shared = 1;');
  mkdirSync(join(functions, 'keeps/lib'));
  writeFileSync(join(functions, 'keeps/lib/own.js'), 'exports.own = 1;');
  mkdirSync(join(functions, 'node_modules/packed'), { recursive: true });
  writeFileSync(join(functions, 'node_modules/packed/index.js'), 'exports.packed = 1;');
});
afterAll(() => host.stop());

const warnings = (): string[] =>
  host.log.filter(({ level, message }) => level === 'warn' && message.includes('目录之外')).map(({ scope }) => scope);

test('a function that loads a file from outside its folder is warned of once: the cloud has the folder only', async () => {
  for (let i = 0; i < 3; i += 1) await host.app.callFunction({ name: 'reaches', data: {} });
  expect(warnings()).toEqual(['reaches']);
  expect(host.log.find(({ message }) => message.includes('目录之外'))?.message).toContain('../shared.js');
});

test('files of its own and installed packages are no reason to warn', async () => {
  expect((await host.app.callFunction({ name: 'keeps', data: {} })).result).toBe(2);
  expect(warnings()).toEqual(['reaches']);
});
