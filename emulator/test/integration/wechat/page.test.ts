import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { until } from '../host/support';
import { READER, startWechat, text, type Params, type WechatHost } from './support';

const TEMPLATE = 'tmpl-reminder';

let host: WechatHost;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  const templates = { [TEMPLATE]: { title: '活动提醒', fields: { thing1: '活动' } } };
  host = await startWechat({ wechat: { templates, pushFunction: 'receiver' } });
  host.emulator.wechat.visit(READER);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => problems.push(error.message));
});
afterAll(async () => {
  await browser.close();
  await host.stop();
});
afterEach(() => expect(problems).toEqual([]));

const open = async (view: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${host.emulator.url}/console#/${view}`);
};
const send = (value: string): Promise<Params> =>
  host.node('subscribeMessage.send', { touser: READER, template_id: TEMPLATE, data: { thing1: { value } } });
const settings = () => host.emulator.wechat.settings();

test('both views open without an error and without scrolling sideways, on a desk and on small phones', async () => {
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const [view, sign] of [
      ['messages', '还没有消息'],
      ['wechat', '还没有授权'],
    ] as const) {
      await open(view);
      await page.locator('main').getByText(sign).first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('a message that is sent appears with its receiver and fields, counts as unread, and can be found', async () => {
  host.emulator.wechat.grantConsent(READER, TEMPLATE, 2);
  await send('江边读书会');
  await send('青年讲坛');
  await open('messages');
  await page.getByText('共 2 条，2 条未读').waitFor();
  await page.getByLabel('2 条未读').waitFor();
  await page.getByLabel('筛选消息').fill('江边');
  const cards = page.locator('.message');
  await until(async () => (await cards.count()) === 1);
  expect(await cards.first().innerText()).toMatch(/林晓 · 读者[^]*活动提醒[^]*活动\s+江边读书会/);
  await page.getByLabel('筛选消息').fill('没有的词');
  await page.getByText('没有符合筛选的消息').waitFor();
  await page.getByLabel('筛选消息').fill('');
  await page.getByRole('button', { name: '全部已读' }).click();
  await page.getByText('共 2 条。').waitFor();
  expect(host.emulator.wechat.inbox().every(({ read }) => read)).toBe(true);
});

test('what the page is told has no openid in it', async () => {
  host.emulator.wechat.grantConsent(READER, TEMPLATE);
  for (const name of ['inbox', 'wechat', 'overview']) {
    const told = await (await fetch(`${host.emulator.url}/console/api/${name}`)).text();
    expect(told).not.toContain(READER);
  }
  host.emulator.wechat.revokeConsent(READER, TEMPLATE);
});

test('an inbox that was cleared by mistake comes back', async () => {
  await open('messages');
  await page.getByRole('button', { name: '清空' }).click();
  await page.getByText('已清空 2 条消息').waitFor();
  expect(host.emulator.wechat.inbox()).toEqual([]);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已恢复 2 条消息').waitFor();
  expect(host.emulator.wechat.inbox()).toHaveLength(2);
});

test('moderation, a word, a fault and the consent of all are switched, and hold in the next call', async () => {
  await open('wechat');
  await page.getByText('建议复审', { exact: true }).click();
  await page.getByText('所有文字和图片都判为建议人工复审').waitFor();
  await page.getByLabel('词', { exact: true }).fill('代写');
  await page.getByRole('button', { name: '添加' }).click();
  await page.getByRole('button', { name: '去掉“代写”' }).waitFor();
  expect(settings()).toMatchObject({ moderation: 'review', rules: [{ word: '代写', verdict: 'risky' }] });
  expect(await host.node('security.msgSecCheck', text('代写论文'))).toMatchObject({ result: { suggest: 'risky' } });
  await page.getByRole('button', { name: '去掉“代写”' }).click();
  await until(() => settings().rules.length === 0);
  await page.getByLabel('发订阅消息').selectOption('quota');
  await until(() => settings().faults['subscribeMessage.send'] === 'quota');
  expect(await send('x')).toMatchObject({ errcode: 45009 });
  await page.locator('tr', { hasText: '45009' }).getByText('超过调用次数').waitFor();
  await page.getByLabel('发订阅消息').selectOption('');
  await page.getByText('视为人人已同意').click();
  await until(() => settings().everyoneConsents && Object.keys(settings().faults).length === 0);
  expect(await send('人人')).toMatchObject({ errcode: 0 });
  await page.getByText('视为人人已同意').click();
  await until(() => !settings().everyoneConsents);
});

test('a user is granted one message, and it is taken back', async () => {
  await open('wechat');
  await page.getByLabel('模板', { exact: true }).selectOption(TEMPLATE);
  await page.getByRole('button', { name: '授予一次' }).click();
  await until(() => host.emulator.wechat.consents().length === 1);
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByText('还没有授权').waitFor();
  expect(host.emulator.wechat.consents()).toEqual([]);
});

test('a verdict is pushed by a button, and leads to the call of the function', async () => {
  host.emulator.wechat.set({ moderation: 'pass' });
  const media = { media_url: 'https://example.com/1.png', media_type: 2, version: 2, scene: 1, openid: READER };
  await host.node('security.mediaCheckAsync', media);
  await open('wechat');
  await page.locator('.cards').getByRole('button', { name: '违规' }).click();
  await page.getByText('已推送“违规”').waitFor();
  expect((await host.pushed())[0]).toMatchObject({ event: { result: { suggest: 'risky' } } });
  await page.getByRole('button', { name: '看这次调用' }).click();
  await page.getByRole('heading', { name: /receiver/ }).waitFor();
});
