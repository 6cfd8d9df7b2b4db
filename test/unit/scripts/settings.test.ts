import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isForOperator } from '../../../scripts/lib/explain';
import { OperatorError } from '../../../scripts/lib/say';
import { clockSetting, dataDirSetting, latencySetting, portSetting } from '../../../scripts/lib/settings';
import { readSeedState, writeSeedState } from '../../../scripts/seed/state';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('PORT', () => {
  it.each([
    [undefined, 8399],
    ['', 8399],
    ['0', 0],
    ['65535', 65535],
  ])('%p is %p', (text, port) => expect(portSetting(text)).toBe(port));

  it.each(['65536', '-1', '80a', '1e3', ' 80'])('%p is refused', (text) => {
    expect(() => portSetting(text)).toThrow(OperatorError);
  });
});

describe('DATA_DIR', () => {
  it('is made when it is not there', () => {
    expect(dataDirSetting(join(folder, 'a/b'))).toBe(join(folder, 'a/b'));
  });

  it('that is a file, or below one, is refused', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => dataDirSetting(join(folder, 'file'))).toThrow('它不是文件夹');
    expect(() => dataDirSetting(join(folder, 'file/below'))).toThrow('它不是文件夹');
  });
});

describe('CLOCK', () => {
  const shown = (text: string): number => Date.now() + (clockSetting(text) ?? 0);

  it.each(['2026-11-18T09:00', '2026-11-18 09:00', '2026-11-18T09:00:00+08:00', '2026-11-18T01:00:00.000Z'])(
    '%p is that moment in Shanghai now',
    (text) => expect(Math.abs(shown(text) - Date.UTC(2026, 10, 18, 1))).toBeLessThan(5000),
  );

  it.each([undefined, ''])('%p is the present', (text) => expect(clockSetting(text)).toBeUndefined());

  it.each(['2026-11-18', '2026-13-18T09:00', '9点', '1763427600000'])('%p is refused', (text) => {
    expect(() => clockSetting(text)).toThrow('应为时刻');
  });
});

describe('the state of the demo data', () => {
  it('is what was written last', () => {
    expect(readSeedState(folder)).toBeUndefined();
    writeSeedState(folder, { at: 5, done: false });
    expect(readSeedState(folder)).toEqual({ at: 5, done: false });
  });

  it('counts as unseeded when it was cut short', () => {
    writeFileSync(join(folder, 'demo.json'), '{"at":');
    expect(readSeedState(folder)).toBeUndefined();
  });
});

it('only what an operator can put right is told without a stack', () => {
  expect(isForOperator(new OperatorError('x'))).toBe(true);
  expect(isForOperator(new TypeError('x'))).toBe(false);
  expect(isForOperator('x')).toBe(false);
});

describe('LATENCY', () => {
  it.each([
    [undefined, 20],
    ['', 20],
    ['0', 0],
    ['150', 150],
  ])('%p is %p', (text, ms) => expect(latencySetting(text)).toBe(ms));

  it.each(['-1', '1.5', 'no', '100000'])('%p is refused', (text) =>
    expect(() => latencySetting(text)).toThrow(OperatorError),
  );
});
