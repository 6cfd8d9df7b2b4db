import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { failureIn, httpText, insertion, question, startWireHost, type WireHost } from './support';

let host: WireHost;
beforeAll(async () => {
  host = await startWireHost();
});
afterEach(() => host.expectUnharmed());
afterAll(() => host.stop());

const JSON_TYPE = { 'content-type': 'application/json' };

const send = (
  body: string,
  {
    path = '',
    method = 'POST',
    headers = {},
  }: { path?: string; method?: string; headers?: Record<string, string> } = {},
): Promise<Response> =>
  fetch(`${host.emulator.adminUrl}${path}`, {
    method,
    headers: { ...JSON_TYPE, ...headers },
    ...(body ? { body } : {}),
  });

const total = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { data?: { total?: number } }).data?.total;

describe('method, type, credentials and address', () => {
  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused in the documented shape', async (method) => {
    const response = await send(method === 'PUT' ? insertion : '', { method });
    expect(response.status).toBe(405);
    expect(failureIn(await response.text()).code).toBe('INVALID_PARAM');
  });

  test.each(['application/json; charset=gbk', 'application/json;', 'Application/JSON'])(
    'JSON is read as JSON under the type %p',
    async (type) => {
      expect(await total(await send(question, { headers: { 'content-type': type } }))).toBe(1);
    },
  );

  test.each(['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', 'nonsense'])(
    'what any page can send is refused in the documented shape: %p',
    async (type) => {
      const response = await send(insertion, { headers: { 'content-type': type } });
      expect([response.status, failureIn(await response.text()).code]).toEqual([415, 'INVALID_PARAM']);
    },
  );

  test.each(['multipart/form-data', 'multipart/form-data; boundary=b', 'multipart/form-data; boundary='])(
    'what is no form is refused under the type %p',
    async (type) => {
      const response = await send(insertion, { headers: { 'content-type': type, authorization: 'TC3' } });
      expect([response.status, failureIn(await response.text()).code]).toEqual([200, 'INVALID_PARAM']);
    },
  );

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer a.b.c',
    'garbage',
    'TC3-HMAC-SHA256 Credential=x/2001-01-01/tcb/tc3_request, SignedHeaders=host, Signature=expired',
    `TC3-HMAC-SHA256 ${'x'.repeat(8000)}`,
  ])('credentials are not looked at: %p', async (authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    expect(await total(await send(question, { headers }))).toBe(1);
  });

  test.each([
    '?',
    '?env',
    '?env=&env=b',
    '?env=%zz',
    '??seqId=&&&=',
    '?__proto__=1',
    `?seqId=${'x'.repeat(6000)}`,
    '/',
  ])('the address may end in %p', async (path) => {
    expect(await total(await send(question, { path }))).toBe(1);
  });

  test.each(['/admin/x', '/admin/w/zz', '/ADMIN', '//', '///admin', '/%', '/admin%00', '/admin;x'])(
    'no other address takes a request: %p',
    async (path) => {
      const answer = await host.raw(httpText(path, insertion, { Connection: 'close' }));
      expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    },
  );

  test.each([
    ['a foreign host', { Host: 'evil.example' }],
    ['a page of elsewhere', { Host: 'localhost', Origin: 'https://evil.example' }],
  ])('%s is refused in the documented shape', async (_name, headers) => {
    const answer = await host.raw(httpText('/admin', insertion, { ...headers, Connection: 'close' }));
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(failureIn(answer.slice(answer.indexOf('\r\n\r\n') + 4)).code).toBe('INVALID_REQUEST_SOURCE');
  });
});

describe('requests that HTTP itself refuses', () => {
  test.each<[string, string, string]>([
    ['two lengths', httpText('/admin', insertion, { 'content-length': '5' }), '400'],
    ['a length and chunks', httpText('/admin', insertion, { 'Transfer-Encoding': 'chunked' }), '400'],
    ['a negative length', httpText('/admin', insertion, { 'Content-Length': '-1' }), '400'],
    ['a length that is no number', httpText('/admin', insertion, { 'Content-Length': '1e3' }), '400'],
    [
      'a chunk of no size',
      `${httpText('/admin', '', { 'Transfer-Encoding': 'chunked' }).replace(/Content-Length.*\r\n/, '')}zz\r\n`,
      '400',
    ],
    ['no version and no host', 'POST /admin\r\n\r\n', '403'],
    ['headers of 64 KB', httpText('/admin', insertion, { 'X-Long': 'x'.repeat(65_536) }), '431'],
    [
      '5,000 headers',
      httpText('/admin', insertion, Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`X-${i}`, '1']))),
      '431',
    ],
    ['a NUL in a header', httpText('/admin', insertion, { 'X-Nul': 'a\u0000b' }), '400'],
    ['another expectation', httpText('/admin', insertion, { Expect: 'wonders', Connection: 'close' }), '417'],
  ])('%s', async (_name, text, status) => {
    expect(await host.raw(text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  test('CONNECT gets nothing, and an upgrade is answered as what it is otherwise', async () => {
    expect(await host.raw('CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n')).toBe('');
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
    const answered = /^HTTP\/1\.1 \d+ [\s\S]*"requestId"/;
    const answer = await host.raw(httpText('/admin', question, headers), { closeWhen: answered });
    expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*"total":1/);
  });
});

describe('clients that misbehave', () => {
  test('fifty requests sent in one go are answered in their order', async () => {
    const wanted = Array.from({ length: 50 }, (_, i) => (i % 5 === 0 ? 'no such action' : 'echo'));
    const texts = wanted.map((kind, i) => {
      const body = { action: 'functions.invokeFunction', function_name: 'echo', request_data: JSON.stringify({ i }) };
      const last = i === wanted.length - 1 ? { Connection: 'close' } : undefined;
      return httpText('/admin', JSON.stringify(kind === 'echo' ? body : { action: `${kind} ${i}` }), last);
    });
    const answer = await host.raw(texts.join(''));
    const order = [...answer.matchAll(/\\"i\\":(\d+)|no such action (\d+)/g)].map((match) =>
      Number(match[1] ?? match[2]),
    );
    expect(order).toEqual(wanted.map((_, i) => i));
  });

  test.each<[string, string]>([
    ['in the middle of a body', httpText('/admin', insertion).slice(0, -5)],
    [
      'in the middle of a chunk',
      `${httpText('/admin', '', { 'Transfer-Encoding': 'chunked' }).replace(/Content-Length.*\r\n/, '')}ff\r\n${insertion}`,
    ],
    [
      'before the last chunk',
      `${httpText('/admin', '', { 'Transfer-Encoding': 'chunked' }).replace(/Content-Length.*\r\n/, '')}${Buffer.byteLength(insertion).toString(16)}\r\n${insertion}\r\n`,
    ],
    ['in the middle of the headers', 'POST /admin HTTP/1.1\r\nHost: localh'],
  ])('one that leaves %s changes nothing', async (_name, text) => {
    expect(await host.raw(text, { closeAfterMs: 50 })).toBe('');
  });

  test('two hundred that send a byte now and then keep nobody waiting', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 200 }, () => {
        return new Promise<Socket>((resolve) => {
          const socket = connect(host.emulator.port, '127.0.0.1', () => resolve(socket));
          socket.on('error', () => undefined);
          socket.write('POST /admin HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
        });
      }),
    );
    sockets.forEach((socket, i) => socket.write(i % 2 ? 'X-Slow: ' : 'Content-Length: 100\r\n\r\n{'));
    expect(await total(await send(question))).toBe(1);
    // Answered while they go on, not after they were given up.
    expect(sockets.filter(({ readyState }) => readyState === 'open')).toHaveLength(200);
    sockets.forEach((socket) => socket.destroy());
  });

  test('a kept connection outlives a request that keeps the process busy for a minute', async () => {
    const { headers } = await send(question);
    expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
  });

  test('a thousand at once are all answered', async () => {
    const answers = await Promise.all(
      Array.from({ length: 1000 }, async (_, i) => {
        const response = await send(i % 2 ? question : '{"action":"none"}');
        const { code, data } = (await response.json()) as { code?: string; data?: { total: number } };
        return code ?? data?.total;
      }),
    );
    expect(answers).toEqual(answers.map((_, i) => (i % 2 ? 1 : 'INVALID_PARAM')));
  });

  test('a body beyond the limit is read to its end and refused, and its memory is free again', async () => {
    const piece = Buffer.alloc(1024 * 1024, 0x20);
    const text = await new Promise<string>((resolve, reject) => {
      const sent = request(host.emulator.adminUrl, { method: 'POST', headers: JSON_TYPE }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => resolve(body));
      });
      sent.on('error', reject);
      let left = 101;
      const more = (): void => {
        while (left > 0) if (((left -= 1), !sent.write(piece))) return void sent.once('drain', more);
        sent.end();
      };
      more();
    });
    expect(failureIn(text).code).toBe('EXCEED_MAX_PAYLOAD_SIZE');
  });
});
