import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSettings } from '../../../src/wechat/checks';
import { loadWechatConfig } from '../../../src/wechat/config';
import { temporaryFolder } from '../../support/folder';

const directory = temporaryFolder('wechat-config-');
let files = 0;

function fileWith(text: string): string {
  const path = join(directory, `${(files += 1)}.json`);
  writeFileSync(path, text);
  return path;
}

test('a whole file is read as it stands', () => {
  const config = {
    pages: ['pages/index/index'],
    templates: { T: { title: '提醒', fields: { thing1: '活动' } } },
    pushFunction: 'onPush',
    mediaDelayMs: 3000,
    timeoutMs: 1000,
  };
  expect(loadWechatConfig(fileWith(JSON.stringify(config)))).toEqual(config);
  expect(loadWechatConfig(config)).toBe(config);
  expect(loadWechatConfig(undefined)).toEqual({});
});

test.each<[string, string]>([
  ['{', '无法读取'],
  ['[]', '应为一个对象'],
  ['null', '应为一个对象'],
  ['{"page":[]}', '没有 page 这一项'],
  ['{"toString":[]}', '没有 toString 这一项'],
  ['{"pages":"pages/index/index"}', 'pages'],
  ['{"pages":[1]}', 'pages'],
  ['{"templates":{"T":{"title":"x"}}}', 'templates'],
  ['{"templates":{"T":{"title":"","fields":{}}}}', 'templates'],
  ['{"templates":{"T":{"title":"x","fields":{"thing1":1}}}}', 'templates'],
  ['{"pushFunction":""}', 'pushFunction'],
  ['{"mediaDelayMs":-1}', 'mediaDelayMs'],
  ['{"mediaDelayMs":1800001}', 'mediaDelayMs'],
  ['{"timeoutMs":"5"}', 'timeoutMs'],
])('%s is refused in words that name what is wrong', (text, words) => {
  expect(() => loadWechatConfig(fileWith(text))).toThrow(words);
});

test('a file that is not there is refused', () => {
  expect(() => loadWechatConfig(join(directory, 'none.json'))).toThrow('无法读取微信设置文件');
});

test('what a tester sends changes what it names and nothing else', () => {
  expect(checkSettings({})).toEqual({});
  expect(
    checkSettings({ moderation: 'down', faults: { 'subscribeMessage.send': 'quota' }, mediaDelayMs: null }),
  ).toEqual({
    moderation: 'down',
    faults: { 'subscribeMessage.send': 'quota' },
    mediaDelayMs: null,
  });
  expect(checkSettings({ rules: [{ word: ' 坏 ', verdict: 'risky' }] })).toEqual({
    rules: [{ word: '坏', verdict: 'risky' }],
  });
  expect(checkSettings({ faults: { 'subscribeMessage.send': null } })).toEqual({ faults: {} });
});

test.each<[object]>([
  [{ moderation: 'off' }],
  [{ moderation: null }],
  [{ rules: {} }],
  [{ rules: [{ word: '', verdict: 'pass' }] }],
  [{ rules: [{ word: '  ', verdict: 'pass' }] }],
  [{ rules: [{ word: 'x'.repeat(101), verdict: 'pass' }] }],
  [{ rules: [{ word: 'x', verdict: 'no' }] }],
  [{ rules: [null] }],
  [{ rules: Array(201).fill({ word: 'x', verdict: 'pass' }) }],
  [{ everyoneConsents: 'yes' }],
  [{ faults: { 'some.api': 'down' } }],
  [{ faults: { 'subscribeMessage.send': 'slow' } }],
  [{ faults: [] }],
  [{ pushFunction: 7 }],
  [{ mediaDelayMs: -1 }],
  [{ other: 1 }],
  [{ constructor: 1 }],
])('%j is refused', (body) => {
  expect(() => checkSettings(body as Record<string, unknown>)).toThrow(
    expect.objectContaining({ code: 'INVALID_PARAM' }) as Error,
  );
});
