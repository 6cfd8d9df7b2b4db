import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/folder';
import { post, type Reply } from '../host/support';
import { READER, startWechat, text, type Params, type WechatHost } from './support';

const TEMPLATE = 'tmpl-reminder';

const preview = temporaryFolder('wechat-preview-');

let host: WechatHost;
beforeAll(async () => {
  writeFileSync(join(preview, 'index.html'), '<!doctype html>');
  const templates = { [TEMPLATE]: { title: '提醒', fields: { thing1: '活动' } } };
  host = await startWechat({ static: preview, wechat: { templates, pushFunction: 'receiver' } });
});
afterAll(() => host.stop());

const at = (path: string): string => `${host.emulator.url}/emulator/wechat${path}`;
const get = async (path: string): Promise<Params> => (await (await fetch(at(path))).json()) as Params;
const asReader = { 'x-emulator-persona': 'reader' };
const subscribe = (body: Params, headers: Record<string, string> = asReader): Promise<Reply> =>
  post(at('/consent'), body, headers);
const send = (): Promise<Params> =>
  host.node('subscribeMessage.send', { touser: READER, template_id: TEMPLATE, data: { thing1: { value: '好' } } });

test('a test in any language can switch states, see what is sent, and push verdicts', async () => {
  expect((await post(at('/settings'), { moderation: 'risky', mediaDelayMs: null })).body).toMatchObject({
    moderation: 'risky',
    everyoneConsents: false,
    everyoneWrote: false,
    phoneNumber: '13800000000',
  });
  host.emulator.wechat.visit(READER);
  expect(await host.node('security.msgSecCheck', text('好'))).toMatchObject({ result: { suggest: 'risky' } });
  const media = { media_url: 'https://example.com/1.png', media_type: 2, version: 2, scene: 1, openid: READER };
  const { trace_id: traceId } = await host.node('security.mediaCheckAsync', media);
  expect(await get('')).toMatchObject({
    settings: { moderation: 'risky', pushFunction: 'receiver' },
    pendingMedia: [{ traceId, kind: 'image' }],
    consents: [],
    templates: [{ id: TEMPLATE, title: '提醒' }],
  });
  expect(await post(at('/media'), { traceId, verdict: 'review' })).toMatchObject({
    status: 200,
    body: { requestId: expect.any(String) as string },
  });
  expect(await post(at('/media'), { traceId, verdict: 'review' })).toMatchObject({
    status: 400,
    body: { code: 'MEDIA_NOT_FOUND' },
  });
  const granted = await post(at('/consents'), { persona: 'reader', templateId: TEMPLATE });
  expect(granted.body).toMatchObject({ consents: [{ templateId: TEMPLATE, left: 1 }] });
  expect(await send()).toMatchObject({ errcode: 0 });
  expect(await get('/inbox')).toMatchObject({ messages: [{ title: '提醒', to: { persona: 'reader' } }] });
  expect((await post(at('/inbox/clear'), {})).body).toMatchObject({ cleared: 1 });
  expect(await get('/inbox')).toEqual({ messages: [] });
  const { calls } = (await get('/calls')) as { calls: Params[] };
  expect(calls[0]).toMatchObject({ api: 'subscribeMessage.send', via: 'wx.api', errcode: 0 });
  expect(JSON.stringify([await get(''), calls])).not.toContain(READER);
});

test('the preview agrees for its user, as wx.requestSubscribeMessage does', async () => {
  expect((await subscribe({ tmplIds: [TEMPLATE] })).body).toEqual({
    errMsg: 'requestSubscribeMessage:ok',
    [TEMPLATE]: 'accept',
  });
  expect(await send()).toMatchObject({ errcode: 0 });
  expect((await subscribe({ tmplIds: [TEMPLATE], answers: { [TEMPLATE]: 'reject' } })).body).toMatchObject({
    [TEMPLATE]: 'reject',
  });
  expect(await send()).toMatchObject({ errcode: 43101 });
});

test.each<[string, Params, number]>([
  ['no template', {}, 10001],
  ['four templates', { tmplIds: ['a', 'b', 'c', 'd'] }, 20003],
  ['an unknown template', { tmplIds: ['other'] }, 20001],
])('%s is refused as WeChat does, and nothing is agreed to', async (_, body, errCode) => {
  expect((await subscribe(body)).body).toMatchObject({
    errCode,
    errMsg: expect.stringMatching(/^requestSubscribeMessage:fail/) as string,
  });
  expect(host.emulator.wechat.consents()).toEqual([]);
});

test.each([
  ['JSON cut off', '/settings', '{'],
  ['an unknown setting', '/settings', '{"x":1}'],
  ['an unknown verdict', '/media', '{"traceId":"x","verdict":"good"}'],
  ['an unknown persona', '/consents', '{"persona":"nobody","templateId":"T"}'],
  ['too many agreements', '/consents', '{"persona":"reader","templateId":"T","times":101}'],
  ['no persona', '/consent', '{"tmplIds":["T"]}'],
])('%s is refused in words', async (_, path, body) => {
  const before = host.emulator.wechat.settings();
  const response = await fetch(at(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ message: expect.any(String) as string });
  expect(host.emulator.wechat.settings()).toEqual(before);
});

test('a scanned code opens its page in the preview, with the scene as WeChat hands it over', async () => {
  const query = new URLSearchParams({ page: 'pages/index/index', scene: 'a=1&b=2' });
  const response = await fetch(`${at('/code')}?${query.toString()}`, { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/#/pages/index/index?scene=a%3D1%26b%3D2');
  const sly = await fetch(`${at('/code')}?page=${encodeURIComponent('\r\nx: y')}`, { redirect: 'manual' });
  expect(sly.headers.get('x')).toBeNull();
});
