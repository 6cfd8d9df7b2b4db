import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { startConsole, type ConsoleHost } from './support';

let host: ConsoleHost;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  host = await startConsole();
  await host.app
    .database()
    .collection('things')
    .add({ _id: 'one', name: '春江', nested: { left: 3 } });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // A refused save is a 409, which the browser reports as well.
    if (message.type() === 'error' && !message.text().includes('409')) problems.push(message.text());
  });
});
afterAll(async () => {
  await browser.close();
  await host.stop();
});
afterEach(async () => {
  // A draft is kept until its tab ends; the next test begins without one.
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  expect(problems).toEqual([]);
});

const open = (place: string) => page.goto(`${host.emulator.url}/console${place}`);
const openOne = () => open(`#/data/things?doc=${encodeURIComponent('"one"')}`);
const stored = async (): Promise<object> => {
  const { data } = (await host.app.database().collection('things').doc('one').get()) as { data: object[] };
  return data[0]!;
};
const text = () => page.getByLabel('文档内容，JSON');

test('every view opens without an error and without scrolling sideways, on a desk and on a phone', async () => {
  await host.emulator.invoke('look', { action: 'find', name: 'x' });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const [view, sign] of [
      ['data/things', '春江'],
      ['data/things/indexes', 'byKind'],
      ['data/things/calls', '新增'],
      ['queries', '未走索引'],
      ['calls', 'look · find'],
      ['files', '还没有文件'],
      ['timers', '没有定时触发器'],
      ['personas', '没有演示身份'],
      ['logs', 'find'],
    ] as const) {
      await open(`#/${view}`);
      await page.locator('main').getByText(sign).first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}, 120_000);

test('a document is edited with the keyboard alone and saved', async () => {
  await openOne();
  await page.getByRole('button', { name: '编辑' }).press('Enter');
  await text().fill('{"_id":"one","name":"秋水","nested":{"left":3}}');
  await text().press('Control+s');
  await page.getByText('已保存').waitFor();
  expect(await stored()).toEqual({ _id: 'one', name: '秋水', nested: { left: 3 } });
});

test('what is not JSON cannot be saved, and the line of the mistake is named', async () => {
  await openOne();
  await page.getByRole('button', { name: '编辑' }).click();
  await text().fill('{\n  "_id": "one",\n  "name": \n}');
  await page.getByText(/第 4 行/).waitFor();
  expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: '放弃修改' }).click();
});

test('what is typed survives refreshes, other views, and a change by somebody else, who is not written over', async () => {
  await openOne();
  await page.getByRole('button', { name: '编辑' }).click();
  const draft = '{"_id":"one","name":"我写的","nested":{"left":3}}';
  await text().fill(draft);
  await open('#/queries');
  await page.reload();
  await host.app.database().collection('things').doc('one').update({ 'nested.left': 2 });
  await openOne();
  await page.getByText('已被别处改动').first().waitFor();
  await page.getByText('nested.left').first().waitFor();
  expect(await text().inputValue()).toBe(draft);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('您的操作没有执行').waitFor();
  expect(await stored()).toMatchObject({ nested: { left: 2 } });
  await page.getByRole('button', { name: '以我写的为准' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '编辑' }).waitFor();
  expect(await stored()).toMatchObject({ name: '我写的', nested: { left: 3 } });
});

test('a deletion can be undone', async () => {
  const before = await stored();
  await openOne();
  await page.getByRole('button', { name: '删除' }).click();
  await page.getByText('已删除').waitFor();
  expect(await stored()).toBeUndefined();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已恢复').waitFor();
  expect(await stored()).toEqual(before);
});

test('text of a document is shown as text, whatever it looks like', async () => {
  await host.app.database().collection('things').add({ _id: 'evil', name: '<img src=x onerror="window.bad=1">' });
  await open(`#/data/things?doc=${encodeURIComponent('"evil"')}`);
  await page.getByText('<img src=x').first().waitFor();
  expect(await page.evaluate(() => 'bad' in window)).toBe(false);
});

test('a paused page asks for nothing until it goes on', async () => {
  await open('#/calls');
  await page.getByRole('heading', { name: '调用' }).waitFor();
  await page.keyboard.press('p');
  await page.getByText('已暂停刷新').waitFor();
  await page.waitForTimeout(300);
  let asked = 0;
  page.on('request', () => (asked += 1));
  await page.waitForTimeout(3500);
  expect(asked).toBe(0);
  await page.keyboard.press('p');
  await page.waitForRequest(/invocations/);
});
