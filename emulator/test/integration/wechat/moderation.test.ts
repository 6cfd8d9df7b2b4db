import { connect, READER, startWechat, STRANGER, text, type Params, type WechatHost } from './support';

let host: WechatHost;
beforeAll(async () => {
  host = await startWechat({ wechat: { timeoutMs: 150 } });
});
afterAll(() => host.stop());
beforeEach(() => {
  host.emulator.wechat.set({ moderation: 'pass', rules: [], faults: {} });
  host.emulator.wechat.visit(READER);
});

const API = 'security.msgSecCheck';

test.each([
  ['pass', 100],
  ['review', 21000],
  ['risky', 20006],
] as const)('a tester who chooses "%s" has every text so judged, through both SDKs', async (moderation, label) => {
  host.emulator.wechat.set({ moderation });
  const reply = {
    result: { suggest: moderation, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest: moderation, label, prob: 90 }],
  };
  const trace = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) as string;
  const ok = { errCode: 0, errMsg: 'openapi.security.msgSecCheck:ok', traceId: trace, ...reply };
  expect(await host.wx(API, text('春江潮水'))).toEqual(ok);
  expect(await host.wxInFunction(API, text('春江潮水'))).toEqual(ok);
  const plain = { errcode: 0, errmsg: 'ok', trace_id: trace, ...reply };
  expect(await host.node(API, text('春江潮水'))).toEqual(plain);
  const inFunction = await host.emulator.invoke('node', { api: API, params: text('春江潮水') }, { openId: READER });
  expect(inFunction.result).toEqual(plain);
});

test.each(['security.msgSecCheck', '/wxa/msg_sec_check', 'wxa/msg_sec_check'])(
  'the interface answers under the name %s',
  async (name) => {
    expect(await host.node(name, text('好'))).toMatchObject({ errcode: 0, result: { suggest: 'pass' } });
  },
);

test('version 2 of cloud calls, and names that the SDK leaves as they are, are understood', async () => {
  const { openapi } = connect(host);
  expect(await openapi({ version: 'v2' }).security!.msgSecCheck!(text('好'))).toMatchObject({
    errCode: 0,
    traceId: expect.any(String) as string,
  });
  expect(await openapi({ convertCase: false }).security!.msgSecCheck!(text('好'))).toMatchObject({
    errCode: 0,
    trace_id: expect.any(String) as string,
  });
});

test('a word rule decides over the mode, the gravest of several; the words that were found are told', async () => {
  host.emulator.wechat.set({
    moderation: 'review',
    rules: [
      { word: '放行', verdict: 'pass' },
      { word: 'Casino', verdict: 'risky' },
      { word: '兼职', verdict: 'review' },
    ],
  });
  expect(await host.node(API, text('请放行'))).toMatchObject({ result: { suggest: 'pass', label: 100 } });
  expect(await host.node(API, text('没有词'))).toMatchObject({ result: { suggest: 'review' } });
  const { result, detail } = await host.node(API, text('兼职 CASINO 放行'));
  expect(result).toEqual({ suggest: 'risky', label: 20006 });
  const keywords = (detail as Params[]).slice(1).map(({ keyword, suggest }) => [keyword, suggest]);
  expect(keywords).toEqual([
    ['放行', 'pass'],
    ['Casino', 'risky'],
    ['兼职', 'review'],
  ]);
});

test('title, nickname and, in a profile only, signature are looked at', async () => {
  host.emulator.wechat.set({ rules: [{ word: '坏', verdict: 'risky' }] });
  const suggest = async (more: Params): Promise<unknown> =>
    ((await host.node(API, text('好', more))).result as Params).suggest;
  expect(await suggest({ title: '坏' })).toBe('risky');
  expect(await suggest({ nickname: '坏' })).toBe('risky');
  expect(await suggest({ signature: '坏', scene: 1 })).toBe('risky');
  expect(await suggest({ signature: '坏', scene: 2 })).toBe('pass');
});

const long = '字'.repeat(2500);

test.each<[string, Params, number]>([
  ['no content', { content: undefined }, 44002],
  ['an empty content', { content: '' }, 44002],
  ['a content that is no text', { content: 7 }, 47001],
  ['an unknown version', { version: 3 }, 47001],
  ['a version that is text', { version: '2' }, 47001],
  ['no openid', { openid: undefined }, 40003],
  ['an openid that cannot be one', { openid: '不是' }, 40003],
  ['no scene', { scene: undefined }, 40129],
  ['scene 5', { scene: 5 }, 40129],
  ['2,501 characters', { content: `${long}多` }, 45002],
  ['a user who was never here', { openid: STRANGER }, 61010],
])('%s is refused, the same through both SDKs', async (_, part, code) => {
  const params = text('好', part);
  expect(await host.node(API, params)).toEqual({
    errcode: code,
    errmsg: expect.stringMatching(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) as string,
  });
  expect(await host.wx(API, params)).toMatchObject({ errCode: code });
});

test('2,500 characters are checked, counted as people count', async () => {
  expect(await host.node(API, text(long))).toMatchObject({ errcode: 0 });
  expect(await host.node(API, text('😀'.repeat(2500)))).toMatchObject({ errcode: 0 });
});

test('a user counts as here for two hours after his last call, over a restart too', async () => {
  const shifted = await startWechat({ clockOffsetMs: 0 });
  try {
    await shifted.emulator.invoke('wx', { api: API, params: text('好') }, { openId: READER });
    shifted.emulator.setClockOffset(119 * 60_000);
    await shifted.restart();
    shifted.emulator.setClockOffset(119 * 60_000);
    expect(await shifted.node(API, text('好'))).toMatchObject({ errcode: 0 });
    shifted.emulator.setClockOffset(121 * 60_000);
    expect(await shifted.node(API, text('好'))).toMatchObject({ errcode: 61010 });
  } finally {
    await shifted.stop();
  }
});

test('a call through the gateway makes its user a visitor', async () => {
  host.emulator.wechat.forgetVisit(READER);
  expect(await host.node(API, text('好'))).toMatchObject({ errcode: 61010 });
  await fetch(`${host.emulator.url}/gateway/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-emulator-persona': 'reader' },
    body: JSON.stringify({ name: 'none' }),
  });
  expect(await host.node(API, text('好'))).toMatchObject({ errcode: 0 });
});

test('version 1 answers 0 or 87014', async () => {
  host.emulator.wechat.set({ rules: [{ word: '坏', verdict: 'risky' }] });
  expect(await host.node(API, { content: '好' })).toEqual({ errcode: 0, errmsg: 'ok' });
  expect(await host.node(API, { content: '坏' })).toMatchObject({ errcode: 87014 });
  expect(await host.wx(API, { content: '坏' })).toMatchObject({ errCode: 87014 });
});

test('while moderation is down, the answer is "system error"', async () => {
  host.emulator.wechat.set({ moderation: 'down' });
  expect(await host.node(API, text('好'))).toMatchObject({ errcode: -1 });
  expect(await host.wxInFunction(API, text('好'))).toMatchObject({ errCode: -1 });
});

test('while moderation does not answer, the cloud gives up after a time, and the SDK says so', async () => {
  host.emulator.wechat.set({ moderation: 'timeout' });
  const started = performance.now();
  expect(await host.wx(API, text('好'))).toMatchObject({
    errCode: -604102,
    errMsg: expect.stringContaining('-604102') as string,
  });
  expect(performance.now() - started).toBeGreaterThan(140);
  expect(await host.node(API, text('好'))).toMatchObject({ errcode: -604102 });
});

test('an emulator that stops does not wait for an interface that does not answer', async () => {
  const silent = await startWechat({ wechat: { timeoutMs: 60_000 } });
  silent.emulator.wechat.visit(READER);
  silent.emulator.wechat.set({ moderation: 'timeout' });
  const call = silent.wx(API, text('好'));
  // Round trips of its own loop later, the request is there, however long that took.
  for (let n = 0; n < 10; n += 1) await fetch(`${silent.emulator.url}/info`);
  const started = performance.now();
  await silent.stop();
  expect(performance.now() - started).toBeLessThan(8000);
  expect((await call).errCode).toBe(-604102);
});

test('what was checked and who wrote it stay out of the log', async () => {
  host.log.length = 0;
  host.emulator.wechat.set({ moderation: 'risky' });
  await host.wxInFunction(API, text('不该出现在日志里', { nickname: '某某' }));
  await host.node(API, text('不该出现在日志里', { openid: STRANGER }));
  const lines = JSON.stringify(host.log);
  expect(lines).toContain('security.msgSecCheck 0 risky');
  expect(lines).not.toMatch(/不该出现|某某|o-reader|o-stranger/);
});
