import { failureOf, until } from '../host/support';
import { READER, startWechat, STRANGER, type Params, type WechatHost } from './support';

const API = 'security.mediaCheckAsync';
const URL_OF_IMAGE = 'https://example.com/cover.png';

let host: WechatHost;
beforeEach(async () => {
  host = await startWechat({ wechat: { pushFunction: 'receiver' } });
  host.emulator.wechat.visit(READER);
});
afterEach(() => host.stop());

const media = (more: Params = {}): Params => {
  return { media_url: URL_OF_IMAGE, media_type: 2, version: 2, scene: 1, openid: READER, ...more };
};
const traceOf = async (params: Params = media()): Promise<string> => (await host.node(API, params)).trace_id as string;
const things = () => host.app.database().collection('things');

test('the verdict comes later, to the function that receives pushes, as the documented event', async () => {
  const reply = await host.wxInFunction(API, { ...media(), mediaUrl: URL_OF_IMAGE });
  expect(reply).toEqual({
    errCode: 0,
    errMsg: 'openapi.security.mediaCheckAsync:ok',
    traceId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) as string,
  });
  const traceId = reply.traceId as string;
  expect(await host.pushed()).toEqual([]);
  expect(host.emulator.wechat.pendingMedia()).toEqual([
    {
      traceId,
      at: expect.any(String) as string,
      url: URL_OF_IMAGE,
      kind: 'image',
      scene: 1,
      person: { label: '林晓 · 读者', persona: 'reader' },
    },
  ]);
  await host.emulator.wechat.pushVerdict(traceId, 'risky');
  expect(await host.pushed()).toMatchObject([
    {
      openid: null,
      event: {
        ToUserName: expect.stringMatching(/^gh_[0-9a-f]{12}$/) as string,
        FromUserName: expect.any(String) as string,
        CreateTime: expect.any(Number) as number,
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: 'wx0000000000000000',
        trace_id: traceId,
        version: 2,
        detail: [{ strategy: 'content_model', errcode: 0, suggest: 'risky', label: 20006, prob: 90 }],
        errcode: 0,
        errmsg: 'ok',
        result: { suggest: 'risky', label: 20006 },
      },
    },
  ]);
  expect(host.emulator.wechat.pendingMedia()).toEqual([]);
  expect(host.emulator.wechat.calls(1)).toMatchObject([{ api: 'wxa_media_check', via: 'push', errcode: 0 }]);
});

test('a file that WeChat could not fetch is told with -1008 and no result', async () => {
  await host.emulator.wechat.pushVerdict(await traceOf(), 'unreachable');
  const { event } = (await host.pushed())[0]!;
  expect(event).toMatchObject({ errcode: -1008, detail: [] });
  expect(event).not.toHaveProperty('result');
});

test.each<[string, Params, number]>([
  ['no address', { media_url: undefined }, 44002],
  ['an address that is none', { media_url: 'cloud://local/1.png' }, 40066],
  ['another kind of media', { media_type: 3 }, 40004],
  ['version 1, which is no more', { version: undefined }, 47001],
  ['scene 0', { scene: 0 }, 40129],
  ['no openid', { openid: undefined }, 40003],
  ['a user who was never here', { openid: STRANGER }, 61010],
])('%s is refused, and nothing waits', async (_, part, code) => {
  expect(await host.node(API, media(part))).toMatchObject({ errcode: code });
  expect(await host.wx(API, media(part))).toMatchObject({ errCode: code });
  expect(host.emulator.wechat.pendingMedia()).toEqual([]);
});

test('moderation that is down takes no request', async () => {
  host.emulator.wechat.set({ moderation: 'down' });
  expect(await host.node(API, media())).toMatchObject({ errcode: -1 });
  expect(host.emulator.wechat.pendingMedia()).toEqual([]);
});

test('with a delay the verdict of the mode comes by itself, a word in the address deciding over it', async () => {
  host.emulator.wechat.set({
    mediaDelayMs: 50,
    moderation: 'review',
    rules: [{ word: 'bad', verdict: 'risky' }],
  });
  await traceOf();
  await traceOf(media({ media_url: 'https://example.com/bad.png' }));
  await until(async () => (await host.pushed()).length === 2);
  const verdicts = (await host.pushed()).map(({ event }) => (event.result as Params).suggest);
  expect(verdicts.sort()).toEqual(['review', 'risky']);
});

test('a delay of the operator counts until a tester chooses another, which lasts', async () => {
  const delayed = await startWechat({ mediaDelayMs: 40, wechat: { pushFunction: 'receiver' } });
  try {
    delayed.emulator.wechat.visit(READER);
    await delayed.node(API, media());
    await until(() => delayed.emulator.wechat.pendingMedia().length === 0);
    delayed.emulator.wechat.set({ mediaDelayMs: null });
    await delayed.restart();
    expect(delayed.emulator.wechat.settings().mediaDelayMs).toBeNull();
  } finally {
    await delayed.stop();
  }
});

test('what waits is there after a restart, and a verdict that came due meanwhile is pushed', async () => {
  const byHand = await traceOf();
  host.emulator.wechat.set({ mediaDelayMs: 300 });
  await traceOf();
  await host.restart();
  await until(() => host.emulator.wechat.pendingMedia().length === 1);
  expect(await host.pushed()).toHaveLength(1);
  expect(host.emulator.wechat.pendingMedia()).toMatchObject([{ traceId: byHand }]);
  await host.emulator.wechat.pushVerdict(byHand, 'pass');
  expect(await host.pushed()).toHaveLength(2);
});

test('a function that fails leaves the check waiting with the reason, for a push by hand', async () => {
  await things().add({ _id: 'fail' });
  const traceId = await traceOf();
  expect(await failureOf(host.emulator.wechat.pushVerdict(traceId, 'pass'))).toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
  });
  expect(host.emulator.wechat.pendingMedia()).toMatchObject([
    { traceId, problem: expect.stringContaining('not now') as string },
  ]);
  await things().doc('fail').remove();
  await host.emulator.wechat.pushVerdict(traceId, 'pass');
  expect(host.emulator.wechat.pendingMedia()).toEqual([]);
});

test('one verdict is pushed once, however often it is asked for', async () => {
  const traceId = await traceOf();
  const pushes = [1, 2, 3].map(() => host.emulator.wechat.pushVerdict(traceId, 'pass'));
  const settled = await Promise.allSettled(pushes);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await host.pushed()).toHaveLength(1);
  expect(await failureOf(host.emulator.wechat.pushVerdict(traceId, 'pass'))).toMatchObject({ code: 'MEDIA_NOT_FOUND' });
});

test('without a receiving function a push says so, and nothing is lost', async () => {
  host.emulator.wechat.set({ pushFunction: null, mediaDelayMs: 0 });
  const traceId = await traceOf();
  await new Promise((done) => setTimeout(done, 100));
  expect(await failureOf(host.emulator.wechat.pushVerdict(traceId, 'pass'))).toMatchObject({
    code: 'PUSH_NOT_CONFIGURED',
  });
  host.emulator.wechat.set({ pushFunction: 'none' });
  expect(await failureOf(host.emulator.wechat.pushVerdict(traceId, 'pass'))).toMatchObject({
    code: 'FUNCTION_NOT_FOUND',
  });
  host.emulator.wechat.set({ pushFunction: 'receiver' });
  await host.emulator.wechat.pushVerdict(traceId, 'pass');
  expect(await host.pushed()).toHaveLength(1);
});
