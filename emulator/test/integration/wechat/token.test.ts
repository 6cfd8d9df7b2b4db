import { SDK } from '../host/support';
import { READER, startWechat, text, type Params, type WechatHost } from './support';

/** Calls the function that the event names, and gives what it gave. */
const VIA = `
const tcb = require(${SDK});
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
exports.main = async ({ name, data }) => (await app.callFunction({ name, data })).result;`;

/** Tells what node-sdk says of a text check, and which tokens the call came with. */
const CHECK = `
const tcb = require(${SDK});
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
exports.main = async () => {
  const tokens = Object.keys(process.env).filter((name) => /^WX_.*TOKEN/.test(name));
  try {
    await app.callWxOpenApi({ apiName: 'security.msgSecCheck', requestData: { content: 'x' } });
    return { ok: true, tokens };
  } catch ({ code, message }) {
    return { code, message, tokens };
  }
};`;

const permissions = { openapi: ['security.msgSecCheck'] };
const triggers = [{ name: 'hourly', type: 'timer', config: '0 5 * * * * *' }];
const gateway = { routes: [{ path: '/check' }, { path: '/closed', enableAuth: true }] };

async function start(wechat = {}): Promise<WechatHost> {
  const host = await startWechat({ wechat });
  host.write('via', VIA, { timeout: 20 });
  host.write('check', CHECK, { timeout: 20, permissions, triggers, gateway });
  await host.restart();
  return host;
}

let host: WechatHost;
beforeAll(async () => {
  host = await start({ pushFunction: 'check', mediaDelayMs: 0 });
});
afterAll(() => host.stop());

const reader = { openId: READER, persona: 'reader' };
const missing = {
  code: 'INVALID_PARAM',
  message: expect.stringContaining('missing wxCloudApiToken') as string,
  tokens: [],
};

const through = async (path: string): Promise<unknown> => {
  const headers = { 'x-emulator-persona': 'reader' };
  return (await fetch(`${host.emulator.url}/http${path}`, { headers })).json();
};

test.each<[string, () => Promise<unknown>]>([
  ['HTTP access', () => through('/check')],
  ['HTTP access with a login', () => through('/closed')],
  ['another function', async () => (await host.emulator.invoke('via', { name: 'check' }, reader)).result],
  ['a timer', async () => (await host.emulator.fireTimer('hourly')).result],
  [
    'an administrator',
    async () => ((await host.app.callFunction({ name: 'check', data: {} })) as { result: unknown }).result,
  ],
])('a call through %s has no token, and open interfaces are refused as the cloud says', async (_, ask) => {
  expect(await ask()).toEqual(missing);
});

test('a mini-program’s own call has one', async () => {
  const { result } = await host.emulator.invoke('check', {}, reader);
  expect(result).toEqual({ ok: true, tokens: ['WX_API_TOKEN'] });
  const response = await fetch(`${host.emulator.url}/gateway/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-emulator-persona': 'reader' },
    body: JSON.stringify({ name: 'check' }),
  });
  expect(await response.json()).toMatchObject({ result: { ok: true } });
});

test('wx-server-sdk tells it by its own number', async () => {
  const data = { api: 'security.msgSecCheck', params: text('x') };
  const { result } = await host.emulator.invoke('via', { name: 'wx', data }, reader);
  expect(result).toMatchObject({
    errCode: -501007,
    errMsg: expect.stringMatching(/security\.msgSecCheck:fail .*missing wxCloudApiToken/) as string,
  });
  expect(host.emulator.wechat.calls()[0]).toMatchObject({
    api: 'security.msgSecCheck',
    errcode: -501007,
    function: 'wx',
  });
});

test('a message push has one, so that a function can reply', async () => {
  const params: Params = { version: 2, openid: READER, scene: 1, media_type: 2, media_url: 'https://a.example/1.png' };
  host.emulator.wechat.set({ mediaDelayMs: null });
  const { trace_id: traceId } = await host.node('security.mediaCheckAsync', params);
  const { result } = await host.emulator.wechat.pushVerdict(String(traceId), 'pass');
  expect(result).toEqual({ ok: true, tokens: ['WX_API_TOKEN'] });
});

test('timers have one where the developer tools uploaded them, and what they call has none', async () => {
  const own = await start({ timersFromDevtools: true });
  expect((await own.emulator.fireTimer('hourly')).result).toEqual({ ok: true, tokens: ['WX_TRIGGER_API_TOKEN_V0'] });
  await own.stop();
});
