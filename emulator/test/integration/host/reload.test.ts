import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureOf, startHost, underWay, until, type Host } from './support';

let host: Host;
afterEach(() => host.stop());

const result = async (name: string, event = {}): Promise<unknown> => (await host.emulator.invoke(name, event)).result;

/** Writes a file of a function with a time of its own: two writes within the clock's resolution look alike. */
let seconds = 0;
function write(name: string, file: string, source: string): void {
  const path = join(host.directory, 'functions', name, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, source);
  seconds += 10;
  const time = new Date(Date.now() + seconds * 1000);
  utimesSync(path, time, time);
}

test('a change of a file that the bundle loaded counts from the next call on', async () => {
  host = await startHost({ parts: 'const { n } = require("./lib/part"); exports.main = async () => n;' });
  write('parts', 'lib/part.js', 'exports.n = 1;');
  expect(await result('parts')).toBe(1);
  write('parts', 'lib/part.js', 'exports.n = 2;');
  expect(await result('parts')).toBe(2);
});

test('a change of a file that was loaded during a call counts too', async () => {
  host = await startHost({ lazy: 'exports.main = async () => require("./late").n;' });
  write('lazy', 'late.js', 'exports.n = 1;');
  expect(await result('lazy')).toBe(1);
  write('lazy', 'late.js', 'exports.n = 2;');
  expect(await result('lazy')).toBe(2);
});

test('a bundle that became broken says in which file and line, and a call under way ends with the old code', async () => {
  const slow = 'exports.main = async (e) => { await new Promise((d) => setTimeout(d, e.ms || 0)); return "old"; };';
  host = await startHost({ version: slow });
  expect(await result('version')).toBe('old');
  const under = result('version', { ms: 300 });
  await underWay(host, 'version');
  write('version', 'index.js', 'exports.main = async () => 1;\nthis is not JavaScript');
  const { code, message } = await failureOf(result('version'));
  expect(code).toBe('FUNCTIONS_EXECUTE_FAIL');
  expect(message).toContain('cannot load version/index.js:2: SyntaxError');
  expect(await under).toBe('old');
  write('version', 'index.js', 'exports.main = async () => "repaired";');
  expect(await result('version')).toBe('repaired');
});

test('a module that is missing, or an index.js without main, is named with the function', async () => {
  host = await startHost({ needs: 'require("./nowhere");', empty: 'exports.other = 1;' });
  const { message } = await failureOf(result('needs'));
  expect(message).toContain('cannot load needs/index.js: Error: Cannot find module');
  expect((await failureOf(result('empty'))).message).toContain('cannot load empty/index.js: TypeError');
});

test('changed settings count from the next call on; settings that became wrong leave the old ones', async () => {
  host = await startHost({ set: 'exports.main = async (e, c) => [process.env.COLOUR, c.time_limit_in_ms];' });
  expect(await result('set')).toEqual([null, 3000]);
  write('set', 'config.json', '{"timeout":5,"envVariables":{"COLOUR":"red"}}');
  expect(await result('set')).toEqual(['red', 5000]);
  write('set', 'config.json', '{"timeout":');
  expect(await result('set')).toEqual(['red', 5000]);
  expect(host.log.some(({ level, message }) => level === 'error' && message.includes('仍用原来的配置'))).toBe(true);
});

test('a call under way keeps the settings with which it began', async () => {
  host = await startHost({ slow: 'exports.main = (e) => new Promise((d) => setTimeout(() => d("done"), e.ms));' });
  const under = result('slow', { ms: 500 });
  await underWay(host, 'slow');
  write('slow', 'config.json', '{"timeout":1}');
  expect(await result('slow', { ms: 1 })).toBe('done');
  expect(await under).toBe('done');
});

test('a function that comes after the start is found with its settings and timers', async () => {
  host = await startHost({});
  write('later', 'config.json', '{"timeout":7,"triggers":[{"name":"often","type":"timer","config":"* * * * * * *"}]}');
  write('later', 'index.js', 'exports.main = async (e, c) => c.time_limit_in_ms;');
  expect(await result('later')).toBe(7000);
  expect((await host.emulator.fireTimer('often')).result).toBe(7000);
  await until(() => host.emulator.calls.recent().filter(({ trigger }) => trigger === 'timer').length > 1);
});
