import { failureOf } from '../host/support';
import { connect, READER, startWechat, text, type Params, type WechatHost } from './support';

let host: WechatHost;
beforeAll(async () => {
  host = await startWechat();
});
afterAll(() => host.stop());
beforeEach(() => host.emulator.wechat.visit(READER));

test('an interface without a stand-in is refused by name, through both SDKs', async () => {
  const words = expect.stringContaining('uniformMessage.send') as string;
  expect(await host.node('uniformMessage.send')).toEqual({ errcode: 48001, errmsg: words });
  expect(await host.wx('uniformMessage.send', { touser: READER })).toEqual({ errCode: 48001, errMsg: words });
  expect(await host.wxInFunction('uniformMessage.send', {})).toEqual({ errCode: 48001, errMsg: words });
});

test('a function that does not name an interface in its permissions may not call it', async () => {
  expect(await host.wxInFunction('security.msgSecCheck', text('好'), 'bare')).toEqual({
    errCode: -604101,
    errMsg: expect.stringContaining('system error: error code: -604101') as string,
  });
  expect(host.emulator.wechat.calls(1)).toMatchObject([{ function: 'bare', errcode: -604101 }]);
});

test('a cloudID is invalid, since none is given out; signatures and tokens of the cloud are refused', async () => {
  const cloud = connect(host);
  expect(await failureOf(cloud.getOpenData({ list: ['35_abc'] }))).toMatchObject({ errCode: -601005 });
  expect(await failureOf(cloud.getCloudCallSign({ parameterList: ['a'] }))).toMatchObject({ errCode: -604100 });
});

test('callOpenAPI of wx-server-sdk answers as node-sdk does, in both versions', async () => {
  const cloud = connect(host);
  for (const version of [undefined, 'v1'] as const) {
    const { result } = await cloud.callOpenAPI({ api: 'security.msgSecCheck', data: text('好'), version });
    expect(result).toMatchObject({ errcode: 0, result: { suggest: 'pass' } });
  }
});

test('WeChat Pay is refused in words, through both SDKs', async () => {
  const app = host.app as unknown as Record<string, (options: Params) => Promise<unknown>>;
  const options = { apiName: 'unifiedOrder', requestData: Buffer.from('{}') };
  expect(await failureOf(app.callWxPayApi!(options))).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining('unifiedOrder') as string,
  });
  expect(await failureOf(connect(host).cloudPay.unifiedOrder!({ body: 'x' }))).toMatchObject({ errCode: -501007 });
});

test('a container is refused in the bytes in which the SDK hands over whatever comes', async () => {
  const app = host.app as unknown as Record<string, (options: Params) => Promise<Buffer>>;
  const reply = await app.wxCallContainerApi!({ apiName: '/hello', requestData: Buffer.from('{}') });
  expect(JSON.parse(reply.toString())).toMatchObject({ code: 'INVALID_PARAM' });
});

interface Sent {
  body: Buffer;
  type: string;
}

/** Sends a body by hand. */
async function send({ body, type }: Sent): Promise<Params> {
  const headers = { 'content-type': type, authorization: 'TC3' };
  const response = await fetch(`${host.emulator.adminUrl}?env=local`, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Params;
}

async function form(fields: Record<string, string | Buffer>): Promise<Sent> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') data.append(name, value);
    else data.append(name, new Blob([new Uint8Array(value)]), 'bytes');
  }
  const whole = new Response(data);
  return { body: Buffer.from(await whole.arrayBuffer()), type: whole.headers.get('content-type')! };
}

const whole = () => form({ action: 'wx.openApi', apiName: 'security.msgSecCheck', requestData: Buffer.alloc(40) });
const many = Object.fromEntries([...Array(200).keys()].map((n) => [`field${n}`, 'x']));

test.each<[string, (sent: Sent) => Sent | Promise<Sent>]>([
  ['a form that is cut off after its parts', ({ body, type }) => ({ body: body.subarray(0, body.length - 20), type })],
  ['a form that is cut off in its bytes', ({ body, type }) => ({ body: body.subarray(0, body.length - 90), type })],
  ['a form without boundary', ({ body }) => ({ body, type: 'multipart/form-data' })],
  ['a form with another boundary', ({ body }) => ({ body, type: 'multipart/form-data; boundary=other' })],
  ['an empty form', ({ type }) => ({ body: Buffer.alloc(0), type })],
  ['what is no form', ({ type }) => ({ body: Buffer.from('hello'), type })],
  ['a form with an unknown action', () => form({ action: 'wx.none' })],
  ['a form with 200 parts', () => form({ action: 'wx.api', apiName: 'security.msgSecCheck', ...many })],
  ['a form without a name of an interface', () => form({ action: 'wx.openApi', requestData: Buffer.from([]) })],
  ['a form without a message', () => form({ action: 'wx.openApi', apiName: 'security.msgSecCheck' })],
])('%s gets the documented error, and the emulator goes on', async (name, change) => {
  const reply = await send(await change(await whole()));
  expect(reply).toMatchObject({ code: 'INVALID_PARAM', requestId: expect.any(String) as string });
  expect(await host.node('security.msgSecCheck', text(name))).toMatchObject({ errcode: 0 });
});

test('a form longer than the limit is refused by its size', async () => {
  const long = await form({ action: 'wx.openApi', requestData: Buffer.alloc(101 * 1024 * 1024) });
  expect(await send(long)).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
});

test('a message that cannot be read gets an answer the SDK can read: system args error', async () => {
  const app = host.app as unknown as Record<string, (options: Params) => Promise<Buffer>>;
  for (const bytes of [Buffer.from('{"name":"x"}'), Buffer.from([0x12, 0x7f, 1]), Buffer.from([0xff, 0xff, 0xff])]) {
    const reply = await app.callCompatibleWxOpenApi!({ apiName: 'security.msgSecCheck', requestData: bytes });
    // errorCode, field 3: -601002 as a ten-byte varint.
    expect(reply.toString('hex')).toBe('18d6a8dbffffffffffff01');
  }
});

test('a malformed requestData of wx.api is a data format error', async () => {
  for (const requestData of ['{', '[]', '7', 'null']) {
    const body = Buffer.from(JSON.stringify({ action: 'wx.api', apiName: 'security.msgSecCheck', requestData }));
    const { data } = await send({ body, type: 'application/json' });
    const { responseData } = data as { responseData: string };
    expect(JSON.parse(responseData)).toMatchObject({ errcode: 47001 });
  }
});
