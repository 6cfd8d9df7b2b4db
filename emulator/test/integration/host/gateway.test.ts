import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/folder';
import { post, startHost, type Host, type Reply } from './support';

const personas = join(temporaryFolder('host-personas-'), 'personas.json');
const people = [
  { id: 'cadre', label: '干部 小林', description: '江城市团委', openid: 'o-cadre-secret' },
  { id: 'secretary', label: '书记 老周', openid: 'o-secretary-secret' },
];

let host: Host;
beforeAll(async () => {
  writeFileSync(personas, JSON.stringify(people));
  host = await startHost(
    {
      who: 'exports.main = async (event) => ({ event, openid: process.env.WX_OPENID, source: process.env.TCB_SOURCE });',
      boom: 'exports.main = async () => { throw new Error("boom"); };',
      slow: 'exports.main = () => new Promise(() => {});',
      timer: 'exports.main = async () => 1;',
    },
    {
      personas,
      maxFileBytes: 1000,
      functionConfig: { timer: { clientCallable: false }, slow: { timeoutSec: 0.2 } },
    },
  );
});
afterAll(() => host.stop());

const as = (persona: string): Record<string, string> => ({ 'x-emulator-persona': persona });

const call = (name: unknown, data?: unknown, headers = as('cadre')): Promise<Reply> =>
  post(`${host.emulator.url}/gateway/call`, { name, data }, headers);

describe('personas', () => {
  test('are listed without openids', async () => {
    const list = (await (await fetch(`${host.emulator.url}/gateway/personas`)).json()) as unknown;
    expect(list).toEqual([
      { id: 'cadre', label: '干部 小林', description: '江城市团委' },
      { id: 'secretary', label: '书记 老周' },
    ]);
  });

  test('a changed file counts from the next request', async () => {
    writeFileSync(personas, JSON.stringify([...people, { id: 'new', label: '新', openid: 'o-new' }]));
    expect((await call('who', {}, as('new'))).body).toMatchObject({ result: { openid: 'o-new' } });
    writeFileSync(personas, JSON.stringify(people));
  });

  test('an unknown or missing one is refused in Chinese, with the known ones', async () => {
    const unknown = await call('who', {}, as('nobody'));
    expect(unknown.status).toBe(400);
    expect(unknown.body.errMsg).toContain('没有“nobody”这个演示身份');
    expect(unknown.body.errMsg).toContain('cadre、secretary');
    const missing = await call('who', {}, {});
    expect([missing.status, missing.body.errMsg]).toEqual([400, expect.stringContaining('缺少演示身份')]);
  });

  test('an openid in the header is nobody', async () => {
    expect((await call('who', {}, as('o-cadre-secret'))).status).toBe(400);
  });
});

describe('calls', () => {
  test('run under the persona’s identity and give what wx.cloud gives', async () => {
    const { status, body } = await call('who', { action: 'home.load', userInfo: { openId: 'forged' } });
    expect(status).toBe(200);
    expect(body).toEqual({
      result: {
        event: { action: 'home.load', userInfo: { openId: 'o-cadre-secret', appId: 'wx0000000000000000' } },
        openid: 'o-cadre-secret',
        source: 'wx_client',
      },
      requestID: expect.any(String) as string,
      errMsg: 'cloud.callFunction:ok',
    });
    expect(host.emulator.calls.last()).toMatchObject({ function: 'who', action: 'home.load', persona: 'cadre' });
  });

  test('data may be left out', async () => {
    expect((await call('who')).body).toMatchObject({ result: { openid: 'o-cadre-secret' } });
  });

  test.each([
    ['boom', -504002],
    ['slow', -504003],
    ['missing', -501000],
    ['../who', -501000],
    [7, -501007],
    [undefined, -501007],
  ])('a failing call of %p is %d, as in WeChat', async (name, errCode) => {
    const { status, body } = await call(name, {});
    expect(status).toBe(200);
    expect(body).toEqual({ errCode, errMsg: expect.stringMatching(/^cloud\.callFunction:fail /) as string });
  });

  test('a function that clients may not call is as good as missing', async () => {
    expect((await call('timer', {})).body).toEqual((await call('missing', {})).body);
  });

  test.each([[[]], ['text'], [7]])('data %j, which is no object, is refused', async (data) => {
    expect((await call('who', data)).body.errCode).toBe(-501007);
  });

  test('more than 100 KB is refused, 100 KB is not', async () => {
    const text = (length: number): object => ({ t: 'x'.repeat(length - '{"t":""}'.length) });
    expect((await call('who', text(100 * 1024))).body.errCode).toBeUndefined();
    expect((await call('who', text(100 * 1024 + 1))).body.errCode).toBe(-501007);
    expect((await call('who', text(3_000_000))).body.errCode).toBe(-501007);
  });

  test('a body that is not JSON is refused', async () => {
    const { body } = await post(`${host.emulator.url}/gateway/call`, '{', as('cadre'));
    expect(body.errCode).toBe(-501007);
  });
});

describe('files', () => {
  const upload = async (path: string, content: string, headers = as('cadre')): Promise<Reply> => {
    const url = `${host.emulator.url}/gateway/upload?cloudPath=${encodeURIComponent(path)}`;
    const response = await fetch(url, { method: 'POST', body: content, headers });
    return { status: response.status, body: (await response.json()) as Reply['body'] };
  };
  const urls = (fileList: unknown): Promise<Reply> => post(`${host.emulator.url}/gateway/files/urls`, { fileList });

  test('an upload can be read at its temporary address, by the functions too', async () => {
    const { body } = await upload('封面/1.txt', '内容');
    expect(body).toMatchObject({
      fileID: 'cloud://local.6c6f-local-1250000000/封面/1.txt',
      errMsg: 'cloud.uploadFile:ok',
    });
    const reply = await urls([body.fileID, { fileID: body.fileID, maxAge: 5 }, 'cloud://missing']);
    const list = reply.body.fileList as { tempFileURL: string; status: number }[];
    expect(list.map((file) => file.status)).toEqual([0, 0, 1]);
    expect(await (await fetch(list[0]!.tempFileURL)).text()).toBe('内容');
    const { fileContent } = await host.app.downloadFile({ fileID: body.fileID as string });
    expect(String(fileContent)).toBe('内容');
  });

  test.each(['../x', '/x', '', 'a\0'])('the path %p is refused', async (path) => {
    expect((await upload(path, 'x')).body).toEqual({ errCode: -501007, errMsg: expect.any(String) as string });
  });

  test('too large a file and an unknown persona are refused', async () => {
    expect((await upload('big', 'x'.repeat(1001))).body.errCode).toBe(-403001);
    expect((await upload('who', 'x', as('nobody'))).status).toBe(400);
  });

  test('a list of addresses must be a list of at most 50', async () => {
    expect((await urls('x')).body.errCode).toBe(-501007);
    expect((await urls(Array<string>(51).fill('x'))).body.errCode).toBe(-501007);
    expect((await urls([null, 7, {}])).body.errMsg).toBe('cloud.getTempFileURL:ok');
  });
});

test('no openid is in the log, the record or the facts', async () => {
  await call('who', {});
  const info = await (await fetch(`${host.emulator.url}/info`)).text();
  const calls = await (await fetch(`${host.emulator.url}/emulator/calls`)).text();
  expect(JSON.stringify(host.log) + info + calls).not.toContain('-secret');
});
