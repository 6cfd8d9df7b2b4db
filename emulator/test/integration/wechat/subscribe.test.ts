import { Inbox } from '../../../src/wechat/inbox';
import { failureOf } from '../host/support';
import { READER, startWechat, STRANGER, type Params, type WechatHost } from './support';

const API = 'subscribeMessage.send';
const REMINDER = 'tmpl-reminder';

const templates = { [REMINDER]: { title: '活动提醒', fields: { thing1: '活动', time2: '时间', phrase3: '状态' } } };
const config = { templates, pages: ['pages/events/index'] };

let host: WechatHost;
beforeAll(async () => {
  host = await startWechat({ wechat: config });
});
afterAll(() => host.stop());
beforeEach(() => {
  const { wechat } = host.emulator;
  wechat.set({ everyoneConsents: false, faults: {} });
  for (const openid of [READER, STRANGER]) wechat.revokeConsent(openid, REMINDER);
  wechat.clearInbox();
});

const data = {
  thing1: { value: '江边读书会' },
  time2: { value: '2026年11月23日 15:01' },
  phrase3: { value: '将开始' },
};
const message = (more: Params = {}): Params => ({ touser: READER, template_id: REMINDER, data, ...more });

test('a message goes through once for each agreement, into the inbox, newest first', async () => {
  const { wechat } = host.emulator;
  wechat.grantConsent(READER, REMINDER, 2);
  expect(await host.node(API, message({ page: 'pages/events/index?id=7' }))).toEqual({ errcode: 0, errmsg: 'ok' });
  const sent = { touser: READER, templateId: REMINDER, data: { ...data, thing1: { value: '第二条' } } };
  expect(await host.wxInFunction(API, { ...sent, miniprogramState: 'trial' })).toEqual({
    errCode: 0,
    errMsg: 'openapi.subscribeMessage.send:ok',
  });
  expect(await host.node(API, message())).toEqual({
    errcode: 43101,
    errmsg: expect.stringMatching(/^user refuse to accept the msg rid: /) as string,
  });
  expect(wechat.inbox()).toMatchObject([
    { state: 'trial', fields: [{ value: '第二条' }, {}, {}] },
    {
      to: { label: '林晓 · 读者', persona: 'reader' },
      title: '活动提醒',
      page: 'pages/events/index?id=7',
      state: 'formal',
      read: false,
      fields: [
        { key: 'thing1', title: '活动', value: '江边读书会' },
        { key: 'time2', title: '时间', value: '2026年11月23日 15:01' },
        { key: 'phrase3', title: '状态', value: '将开始' },
      ],
    },
  ]);
  expect(wechat.deliveries()[0]).toMatchObject({ openid: READER });
  expect(JSON.stringify(wechat.inbox())).not.toContain(READER);
});

test('an agreement is to one template and of one user', async () => {
  host.emulator.wechat.grantConsent(READER, REMINDER);
  expect(await host.node(API, message({ touser: STRANGER }))).toMatchObject({ errcode: 43101 });
  expect(host.emulator.wechat.consents()).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      person: { label: '林晓 · 读者', persona: 'reader' },
      templateId: REMINDER,
      title: '活动提醒',
      left: 1,
    },
  ]);
});

test.each<[string, Params, number, string?]>([
  ['no receiver', { touser: '' }, 40003],
  ['no template', { template_id: undefined }, 40037],
  ['an unknown template', { template_id: 'other' }, 40037],
  ['no data', { data: undefined }, 47003, 'argument invalid! data is empty'],
  ['a missing field', { data: { thing1: data.thing1 } }, 47003, 'argument invalid! data.time2.value is empty'],
  ['21 characters', { data: { ...data, thing1: { value: '字'.repeat(21) } } }, 47003, 'data.thing1.value invalid'],
  ['a phrase of letters', { data: { ...data, phrase3: { value: 'soon' } } }, 47003, 'data.phrase3.value invalid'],
  ['a field of another template', { data: { ...data, thing9: { value: '多' } } }, 47003, 'data.thing9 invalid'],
  ['a field without value', { data: { ...data, thing1: '江边' } }, 47003, 'data.thing1.value is empty'],
  ['a page that is none', { page: 'pages/none/index' }, 41030],
  ['an unknown state', { miniprogram_state: 'beta' }, 40097],
  ['an unknown language', { lang: 'fr_FR' }, 40097],
])('%s is refused, sends nothing, and uses no agreement up', async (_, part, code, words = '') => {
  host.emulator.wechat.grantConsent(READER, REMINDER);
  const refused = await host.node(API, message(part));
  expect(refused).toEqual({ errcode: code, errmsg: expect.stringContaining(words) as string });
  expect(await host.wx(API, message(part))).toMatchObject({ errCode: code });
  expect(host.emulator.wechat.inbox()).toEqual([]);
  expect(host.emulator.wechat.consents()).toMatchObject([{ left: 1 }]);
});

test('the switch "everyone agrees" lets every message through and uses nothing up', async () => {
  host.emulator.wechat.grantConsent(READER, REMINDER);
  host.emulator.wechat.set({ everyoneConsents: true });
  expect(await host.node(API, message({ touser: STRANGER }))).toMatchObject({ errcode: 0 });
  expect(await host.node(API, message())).toMatchObject({ errcode: 0 });
  expect(host.emulator.wechat.inbox()[1]).toMatchObject({ to: { label: 'o-s…9z' } });
  expect(host.emulator.wechat.consents()).toMatchObject([{ left: 1 }]);
});

test.each([
  ['down', -1],
  ['quota', 45009],
] as const)('a tester can make it fail: %s', async (fault, code) => {
  host.emulator.wechat.set({ everyoneConsents: true, faults: { [API]: fault } });
  expect(await host.node(API, message())).toMatchObject({ errcode: code });
  expect(await host.wx(API, message())).toMatchObject({ errCode: code });
  expect(host.emulator.wechat.inbox()).toEqual([]);
});

test('messages, agreements and switches are there after a restart', async () => {
  const { wechat } = host.emulator;
  wechat.grantConsent(READER, REMINDER, 2);
  await host.node(API, message());
  wechat.markRead();
  wechat.set({ moderation: 'review' });
  await host.restart();
  expect(host.emulator.wechat.inbox()).toMatchObject([{ title: '活动提醒', read: true }]);
  expect(host.emulator.wechat.consents()).toMatchObject([{ left: 1 }]);
  expect(host.emulator.wechat.settings().moderation).toBe('review');
  expect(host.log.some(({ level, message: line }) => level === 'warn' && line.includes('review'))).toBe(true);
});

test('an inbox that was cleared comes back whole, until it is cleared again', async () => {
  const { wechat } = host.emulator;
  wechat.set({ everyoneConsents: true });
  await host.node(API, message());
  const { cleared, batch } = wechat.clearInbox();
  expect([cleared, wechat.inbox().length]).toEqual([1, 0]);
  await host.node(API, message());
  expect(wechat.restoreInbox(batch)).toBe(1);
  expect(wechat.inbox()).toHaveLength(2);
  wechat.clearInbox();
  expect(wechat.restoreInbox(batch)).toBe(0);
});

test('without declared templates any id is one, and the type in a key decides what it takes', async () => {
  const open = await startWechat();
  try {
    open.emulator.wechat.set({ everyoneConsents: true });
    const send = (more: Params) => open.node(API, message({ template_id: 'anything', ...more }));
    expect(await send({ page: 'any/page' })).toMatchObject({ errcode: 0 });
    expect(await send({ data: { number1: { value: 12.5 } } })).toMatchObject({ errcode: 0 });
    expect(await send({ data: { whatever: { value: 'x' } } })).toMatchObject({ errcode: 47003 });
    expect(await send({ data: {} })).toMatchObject({ errcode: 47003 });
    expect(await send({ template_id: '模板' })).toMatchObject({ errcode: 40037 });
  } finally {
    await open.stop();
  }
});

test('a message that cannot be stored uses no agreement up', async () => {
  const { wechat } = host.emulator;
  wechat.grantConsent(READER, REMINDER, 1);
  jest.spyOn(Inbox.prototype, 'add').mockImplementationOnce(() => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  });
  expect((await failureOf(host.node(API, message()))).code).toBe('SYS_ERR');
  expect(wechat.consents()).toMatchObject([{ templateId: REMINDER, left: 1 }]);
  expect(await host.node(API, message())).toMatchObject({ errcode: 0 });
});
