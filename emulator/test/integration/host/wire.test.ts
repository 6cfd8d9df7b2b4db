import { request, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmulator } from '../../../src/emulator';
import { temporaryFolder } from '../../support/folder';
import { post, startHost, type Host } from './support';

const folder = temporaryFolder('host-page-');
const page = join(folder, 'page');

let host: Host;
beforeAll(async () => {
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, 'index.html'), '<title>preview</title>');
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  host = await startHost({ echo: 'exports.main = async (event) => event;' }, { static: page });
});
afterAll(() => host.stop());

/** A request with headers that `fetch` would not send. */
function raw(
  path: string,
  headers: OutgoingHttpHeaders,
  method = 'GET',
  body = '',
): Promise<[number, OutgoingHttpHeaders]> {
  return new Promise((resolve, reject) => {
    const sent = request(`${host.emulator.url}${path}`, { method, headers }, (response) => {
      response.resume().on('end', () => resolve([response.statusCode ?? 0, response.headers]));
    });
    sent.on('error', reject).end(body);
  });
}

describe('the wire protocol', () => {
  test.each(['', '{', 'null', '[]', '"text"', '123', '\u0000', '{"action":'])(
    'the body %p gets a documented error at once',
    async (body) => {
      const { status, body: reply } = await post(host.emulator.adminUrl, body);
      expect(status).toBe(200);
      expect(reply).toEqual({
        code: 'INVALID_PARAM',
        message: expect.any(String) as string,
        requestId: expect.any(String) as string,
      });
    },
  );

  test.each([undefined, null, 7, '', 'database.noSuch', '__proto__', 'constructor', 'toString', { a: 1 }])(
    'the action %p is refused',
    async (action) => {
      const { body } = await post(host.emulator.adminUrl, { action });
      expect(body.code).toBe('INVALID_PARAM');
    },
  );

  test('a deeply nested body neither crashes nor hangs the server', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const { body } = await post(host.emulator.adminUrl, `{"action":"none","x":${deep}}`);
    expect(body.code).toBe('INVALID_PARAM');
  });

  test.each([
    [{ function_name: 7 }],
    [{ function_name: 'echo', request_data: 7 }],
    [{ function_name: 'echo', request_data: '{' }],
    [{ function_name: 'echo', request_data: '[]' }],
    [{}],
  ])('functions.invokeFunction with %j is refused', async (body) => {
    const reply = await post(host.emulator.adminUrl, { action: 'functions.invokeFunction', ...body });
    expect(reply.body.code).toBe('INVALID_PARAM');
  });

  test('a successful reply has a request id and no code', async () => {
    const body = { action: 'functions.invokeFunction', function_name: 'echo', request_data: '{"a":1}' };
    expect((await post(`${host.emulator.adminUrl}?env=local&seqId=1`, body)).body).toEqual({
      data: { response_data: '{"a":1}' },
      requestId: expect.any(String) as string,
    });
  });

  test('other methods are refused', async () => {
    expect((await raw('/admin', {}))[0]).toBe(405);
  });

  test('bytes that are not HTTP end the connection, and the server goes on', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(host.emulator.port, '127.0.0.1', () => socket.write('\x16\x03\x01garbage\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toContain('400');
    expect((await fetch(`${host.emulator.url}/info`)).status).toBe(200);
  });

  test('a client that leaves in the middle of a request does no harm', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(host.emulator.port, '127.0.0.1', () => {
        socket.write('POST /admin HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"a');
        setTimeout(() => socket.destroy(), 30);
      });
      socket.on('close', () => resolve());
    });
    expect((await fetch(`${host.emulator.url}/info`)).status).toBe(200);
    expect(host.log.filter((entry) => entry.level === 'error')).toEqual([]);
  });
});

describe('who may speak to it', () => {
  test.each(['evil.example', `evil.example:80`, '192.168.1.5', '127.0.0.1.evil.example'])(
    'a request for the host %p is refused (DNS rebinding)',
    async (name) => {
      expect((await raw('/info', { host: name }))[0]).toBe(403);
    },
  );

  test.each(['localhost', '127.0.0.1', '[::1]:80'])('a request for the host %p passes', async (name) => {
    expect((await raw('/info', { host: name }))[0]).toBe(200);
  });

  test.each([
    'https://evil.example',
    'null',
    'http://localhost.evil.example',
    'http://127.0.0.1.nip.io',
    'https://servicewechat.com.evil.example',
  ])('a page of %p is refused', async (origin) => {
    for (const path of ['/admin', '/gateway/call', '/info']) expect((await raw(path, { origin }, 'POST'))[0]).toBe(403);
    expect((await raw('/gateway/call', { origin }, 'OPTIONS'))[0]).toBe(403);
  });
});

describe('pages', () => {
  test('the preview is served at the root, unknown paths are 404, and nothing outside is reachable', async () => {
    expect(await (await fetch(host.emulator.url)).text()).toContain('preview');
    expect((await fetch(`${host.emulator.url}/no/such`)).status).toBe(404);
    for (const path of ['/../outside.txt', '/..%2foutside.txt', '/%2e%2e/%2e%2e/etc/passwd', '/%zz']) {
      expect((await raw(path, {}))[0]).not.toBe(200);
    }
  });

  test('GET /info names every service; GET /emulator/calls lists what was called', async () => {
    await host.emulator.invoke('echo', { action: 'x.y' });
    const info = (await (await fetch(`${host.emulator.url}/info`)).json()) as Record<string, unknown>;
    expect(Object.keys(info.services as object)).toEqual([
      'database',
      'storage',
      'functions',
      'timers',
      'gateway',
      'wechat',
      'auth',
      'http',
    ]);
    const calls = (await (await fetch(`${host.emulator.url}/emulator/calls?limit=1`)).json()) as Record<
      string,
      unknown[]
    >;
    expect(calls.invocations).toEqual([expect.objectContaining({ function: 'echo', action: 'x.y', trigger: 'tcb' })]);
    const none = (await (await fetch(`${host.emulator.url}/emulator/calls?limit=0`)).json()) as Record<
      string,
      unknown[]
    >;
    expect([none.invocations, none.database, none.unindexed]).toEqual([[], [], []]);
  });
});

describe('starting', () => {
  const start = (options: object): Promise<unknown> =>
    createEmulator({ port: 0, dataDir: join(host.directory, 'second'), log: 'quiet', ...options });

  test('a taken port is named in Chinese, with what to do, and the data folder is given back', async () => {
    const { port } = host.emulator;
    await expect(start({ port })).rejects.toThrow(`端口 ${port} 已被占用`);
    await expect(start({ port })).rejects.toThrow(`--port ${port + 1}`);
  });

  test.each([
    [{ static: '/no/such/folder' }, '找不到网页目录'],
    [{ personas: '/no/such/file' }, '找不到演示身份文件'],
    [{ schema: '/no/such/file' }, '无法读取集合声明文件'],
    [{ functions: '/no/such/folder' }, '无法读取云函数目录'],
    [{ env: 'Local Env' }, '环境 id'],
  ])('with %j it says what is wrong and leaves nothing running', async (options, message) => {
    await expect(start(options)).rejects.toThrow(message);
    await expect(start(options)).rejects.toThrow(message);
  });

  test('a data folder in use is refused', async () => {
    await expect(start({ dataDir: join(host.directory, 'data') })).rejects.toThrow('数据目录正被另一个程序使用');
  });
});
