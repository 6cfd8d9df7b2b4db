import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { startHost, until, type Host } from './support';

const functions = {
  echo: 'exports.main = async (event) => event;',
  give: 'exports.main = async (event) => JSON.parse(event.queryStringParameters.json);',
  boom: 'exports.main = async () => { throw new Error("boom"); };',
  slow: 'exports.main = () => new Promise(() => {});',
  hungry: 'exports.main = async () => { const all = []; for (;;) all.push(new Array(1e6).fill(1.5)); };',
  narrow: `exports.main = async ({ queryStringParameters }) => {
    while (!require('node:fs').existsSync(queryStringParameters.until)) await new Promise((done) => setTimeout(done, 10));
  };`,
  whole: 'exports.main = async ({ path }) => path;',
  closed: 'exports.main = async () => "secret";',
};

let host: Host;
let base: string;
beforeAll(async () => {
  const at = (path: string, more: object = {}): { routes: { path: string }[] } => ({ routes: [{ path, ...more }] });
  host = await startHost(functions, {
    functionConfig: {
      echo: { routes: [{ path: '/api/v2/echo' }, { path: '/api' }, { path: '/api/v2/echo/deep' }] },
      give: at('/give'),
      boom: at('/boom'),
      slow: { ...at('/slow'), timeoutSec: 0.3 },
      hungry: { ...at('/hungry'), memoryMb: 64, timeoutSec: 60 },
      narrow: { ...at('/narrow'), workers: 1, queue: 0, timeoutSec: 60 },
      whole: {
        routes: [
          { path: '/whole', enablePathTransmission: true },
          { path: '/rewritten', pathRewrite: { prefix: '/new' } },
        ],
      },
    },
  });
  base = `${host.emulator.url}/http`;
});
afterAll(() => host.stop());

const echo = async (path: string, init: RequestInit = {}): Promise<Record<string, unknown>> =>
  (await (await fetch(base + path, init)).json()) as Record<string, unknown>;

describe('the event of a request', () => {
  test('has the documented fields', async () => {
    const event = await echo('/api/notes/1?a=1&a=2&b=%E4%B9%A6&c', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-own': 'yes' },
      body: '{"title":"书香"}',
    });
    expect(event).toEqual({
      path: '/notes/1',
      httpMethod: 'POST',
      headers: expect.objectContaining({ 'x-own': 'yes', 'content-type': 'application/json' }) as object,
      multiValueHeaders: expect.objectContaining({ 'x-own': ['yes'] }) as object,
      queryStringParameters: { a: '2', b: '书', c: '' },
      requestContext: {
        requestId: expect.any(String) as string,
        envId: 'local',
        appId: expect.any(Number) as number,
        uin: expect.any(Number) as number,
      },
      body: '{"title":"书香"}',
      isBase64Encoded: false,
    });
  });

  test('a header sent twice is one text and two values', async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const sent = request(`${base}/api`, { headers: { 'x-many': ['1', '2'] } }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => resolve(body));
      });
      sent.on('error', reject).end();
    });
    const event = JSON.parse(text) as Record<string, Record<string, unknown>>;
    expect(event.headers!['x-many']).toBe('1, 2');
    expect(event.multiValueHeaders!['x-many']).toEqual(['1', '2']);
  });

  test.each([
    ['application/octet-stream', Buffer.from([0, 255, 1])],
    ['image/png', Buffer.from('ascii')],
    ['multipart/form-data; boundary=x', Buffer.from('--x--')],
    ['text/plain', Buffer.from([0xff, 0xfe])],
  ])('a body of type %s that is not text arrives as Base64', async (type, body) => {
    const event = await echo('/api', { method: 'PUT', headers: { 'content-type': type }, body: new Uint8Array(body) });
    expect(event.isBase64Encoded).toBe(true);
    expect(Buffer.from(event.body as string, 'base64').equals(body)).toBe(true);
  });

  test.each(['text/csv', 'application/xml', 'application/x-www-form-urlencoded', 'application/problem+json'])(
    'a body of type %s is text',
    async (type) => {
      const event = await echo('/api', { method: 'POST', headers: { 'content-type': type }, body: '值=1' });
      expect([event.body, event.isBase64Encoded]).toEqual(['值=1', false]);
    },
  );

  test('without a body, body is an empty text', async () => {
    expect(await echo('/api')).toMatchObject({ path: '/', httpMethod: 'GET', body: '', isBase64Encoded: false });
  });
});

describe('which function answers', () => {
  test.each([
    ['/api', '/'],
    ['/api/', '/'],
    ['/api/v2', '/v2'],
    ['/api/v2/echo', '/'],
    ['/api/v2/echo/x/y', '/x/y'],
    ['/api/v2/echo/deep/x', '/x'],
    ['/api/v2/echoes', '/v2/echoes'],
  ])('%s goes to the longest route; the function sees %s', async (path, seen) => {
    expect((await echo(path)).path).toBe(seen);
  });

  test('path passthrough keeps the whole path, a rewrite puts its prefix before', async () => {
    expect(await (await fetch(`${base}/whole/a`)).text()).toBe('/whole/a');
    expect(await (await fetch(`${base}/rewritten/a`)).text()).toBe('/new/a');
    expect(await (await fetch(`${base}/rewritten`)).text()).toBe('/new');
  });

  test.each(['', '/', '/closed', '/apix', '/API', '/echo', '/closed/index.js', '/..%2fclosed', '/__proto__'])(
    '%p is no route: a function answers only where its settings say so',
    async (path) => {
      const response = await fetch(base + path);
      expect(response.status).toBe(404);
      const body = (await response.json()) as Record<string, string>;
      expect(body).toEqual({
        code: 'INVALID_PATH',
        message: expect.stringContaining('https://docs.cloudbase.net/error-code/service') as string,
        requestId: response.headers.get('x-request-id'),
      });
    },
  );

  test('a route of a function that comes later answers without a restart', async () => {
    expect((await fetch(`${base}/late`)).status).toBe(404);
    host.write('late', 'exports.main = async () => "here";', { gateway: { routes: [{ path: '/late' }] } });
    expect(await (await fetch(`${base}/late`)).text()).toBe('here');
  });

  test('GET /info lists the routes', () => {
    const { http } = host.emulator.info().services as { http: { routes: object[] } };
    expect(http.routes).toContainEqual({ path: '/http/api/v2/echo', function: 'echo' });
  });
});

describe('the reply', () => {
  const give = (result: unknown, init: RequestInit = {}): Promise<Response> =>
    fetch(`${base}/give?json=${encodeURIComponent(JSON.stringify(result))}`, init);

  test.each([
    ['文字', 'text/plain; charset=utf-8', '文字'],
    [42, 'text/plain; charset=utf-8', '42'],
    [true, 'text/plain; charset=utf-8', 'true'],
    [null, 'text/plain; charset=utf-8', ''],
    [{ a: 1 }, 'application/json; charset=utf-8', '{"a":1}'],
    [[1], 'application/json; charset=utf-8', '[1]'],
    [{ body: 'x' }, 'application/json; charset=utf-8', '{"body":"x"}'],
  ])('%j is sent as %s', async (result, type, text) => {
    const response = await give(result);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, text]);
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
  });

  test('an integration response is what it says', async () => {
    const headers = { 'Content-Type': 'text/html', 'Set-Cookie': ['a=1', 'b=2'], 'X-Own': 7 };
    const response = await give({ statusCode: 201, headers, body: '<h1>书香</h1>' });
    expect([response.status, await response.text()]).toEqual([201, '<h1>书香</h1>']);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('x-own')).toBe('7');
  });

  test('its body may be bytes in Base64, an object, or nothing', async () => {
    const bytes = await give({
      statusCode: 200,
      headers: { 'content-type': 'image/png' },
      body: 'AP8=',
      isBase64Encoded: true,
    });
    expect([...new Uint8Array(await bytes.arrayBuffer())]).toEqual([0, 255]);
    expect(await (await give({ statusCode: 200, body: { a: 1 } })).json()).toEqual({ a: 1 });
    const moved = await give({ statusCode: 302, headers: { Location: '/elsewhere' } }, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location'), await moved.text()]).toEqual([302, '/elsewhere', '']);
    expect((await give({ statusCode: 204 })).status).toBe(204);
  });

  test('it cannot break the connection to the client', async () => {
    const headers = { 'Content-Length': '999', 'Transfer-Encoding': 'chunked', Connection: 'upgrade' };
    const response = await give({ statusCode: 200, headers, body: 'whole' });
    expect(await response.text()).toBe('whole');
  });

  test.each([
    { statusCode: 'x' },
    { statusCode: 99 },
    { statusCode: 101 },
    { statusCode: 1000 },
    { statusCode: 200, headers: [] },
    { statusCode: 200, headers: { 'a b': 'x' } },
    { statusCode: 200, headers: { a: 'x\r\nSet-Cookie: forged=1' } },
  ])('%j is no response, and the client is told so', async (result) => {
    const response = await give(result);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      400,
      'FUNCTION_INVOCATION_FAILED',
    ]);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test('HEAD calls the function and leaves the body out; a plain OPTIONS is the function’s', async () => {
    const head = await fetch(`${base}/api`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100);
    expect(await echo('/api', { method: 'OPTIONS' })).toMatchObject({ httpMethod: 'OPTIONS' });
    for (const httpMethod of ['DELETE', 'PATCH', 'PUT']) {
      expect(await echo('/api', { method: httpMethod })).toMatchObject({ httpMethod });
    }
  });
});

describe('failures', () => {
  test.each([
    ['/boom', 400, 'FUNCTION_INVOCATION_FAILED'],
    ['/slow', 400, 'FUNCTION_TIME_LIMIT_EXCEEDED'],
    ['/hungry', 400, 'FUNCTION_MEMORY_LIMIT_EXCEEDED'],
  ])('%s is %d %s', async (path, status, code) => {
    const response = await fetch(base + path);
    const body = (await response.json()) as Record<string, string>;
    expect([response.status, body.code, body.requestId]).toEqual([status, code, response.headers.get('x-request-id')]);
  });

  test('more calls than a function takes are 429', async () => {
    const answered = join(host.directory, 'answered');
    const statuses: number[] = [];
    const calls = [1, 2, 3].map(async () => {
      const { status } = await fetch(`${base}/narrow?until=${encodeURIComponent(answered)}`);
      statuses.push(status);
    });
    await until(() => statuses.length === 2);
    writeFileSync(answered, '');
    await Promise.all(calls);
    expect(statuses).toEqual([429, 429, 200]);
  });

  test('a text above 100 KB and bytes above 6 MB are refused, those below are not', async () => {
    const put = async (type: string, size: number): Promise<[number, string?]> => {
      const headers = { 'content-type': type };
      const response = await fetch(`${base}/api`, { method: 'PUT', headers, body: new Uint8Array(size).fill(120) });
      return [response.status, ((await response.json()) as { code?: string }).code];
    };
    expect(await put('text/plain', 100 * 1024)).toEqual([200, undefined]);
    expect(await put('text/plain', 100 * 1024 + 1)).toEqual([413, 'EXCEED_MAX_PAYLOAD_SIZE']);
    expect(await put('image/png', 3_000_000)).toEqual([200, undefined]);
    expect(await put('image/png', 6 * 1024 * 1024 + 1)).toEqual([413, 'EXCEED_MAX_PAYLOAD_SIZE']);
  });
});
