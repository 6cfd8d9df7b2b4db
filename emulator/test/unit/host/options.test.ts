import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discoverFunctions, isFunctionName, resolveConfig } from '../../../src/functions/config';
import { Personas } from '../../../src/gateway/personas';
import { checkEnvId } from '../../../src/options';

const folder = mkdtempSync(join(tmpdir(), 'options-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('environment ids follow the cloud’s rule', () => {
  expect(checkEnvId('shuxiang-1a2b')).toBe('shuxiang-1a2b');
  for (const id of ['', 'a', '1a', 'A1', 'a/b', 'a.b', '../x', 'a'.repeat(41)]) expect(() => checkEnvId(id)).toThrow();
});

describe('functions', () => {
  const directory = join(folder, 'functions');
  beforeAll(() => {
    for (const name of ['api', 'timer', 'empty', '.hidden', '0bad'])
      mkdirSync(join(directory, name), { recursive: true });
    for (const name of ['api', 'timer', '.hidden', '0bad']) writeFileSync(join(directory, name, 'index.js'), '');
  });

  test('are the folders with a bundle and a name of the cloud’s kind', () => {
    expect(discoverFunctions(directory)).toEqual(['api', 'timer']);
    for (const name of ['../api', 'a/b', '', '.', '1a', 'a b', 'a'.repeat(61)])
      expect(isFunctionName(name)).toBe(false);
  });

  test('take the cloud’s defaults, then config.json, then what the caller says', () => {
    expect(resolveConfig(directory, 'api')).toMatchObject({
      timeoutSec: 3,
      memoryMb: 256,
      workers: 4,
      clientCallable: true,
    });
    const triggers = [
      { name: 'night', type: 'timer', config: '0 0 2 * * * *' },
      { name: 'other', type: 'cos', config: 'x' },
    ];
    file('functions/timer/config.json', { timeout: 60, memorySize: 512, clientCallable: false, triggers });
    expect(resolveConfig(directory, 'timer', { memoryMb: 128, workers: undefined })).toMatchObject({
      timeoutSec: 60,
      memoryMb: 128,
      workers: 4,
      clientCallable: false,
      timers: [{ name: 'night', cron: '0 0 2 * * * *' }],
    });
  });

  test.each([
    { timeoutSec: 901 },
    { timeoutSec: 0 },
    { memoryMb: 32 },
    { workers: 0 },
    { queue: -1 },
    { timeoutSec: NaN },
  ])('with %j are refused', (config) => expect(() => resolveConfig(directory, 'api', config)).toThrow('云函数 api'));
});

describe('the personas file', () => {
  test.each([
    ['{', '不是有效的 JSON'],
    ['{}', '数组'],
    ['[{}]', '第 1 项'],
    ['[{"id":"a","label":"a","openid":""}]', '第 1 项'],
    ['[{"id":"a","label":"a","openid":"o","description":7}]', '第 1 项'],
    ['[null]', '第 1 项'],
    ['[{"id":"a","label":"a","openid":"1"},{"id":"a","label":"b","openid":"2"}]', '重复'],
  ])('with %s is refused in Chinese', (content, message) => {
    expect(() => new Personas(file('personas.json', content))).toThrow(message);
  });

  test('may be left out', () => expect(new Personas(undefined).summaries()).toEqual([]));
});
