import { readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { temporaryFolder } from '../../support/folder';
import { startHost, type Host } from './support';

const personas = join(temporaryFolder('host-personas-'), 'personas.json');

let host: Host;
beforeAll(async () => {
  writeFileSync(personas, '[{"id":"a","label":"A","openid":"o-a"}]');
  host = await startHost(
    {
      echo: 'exports.main = async (event) => event;',
      web: 'exports.main = async (event) => ({ statusCode: 200, body: event.body });',
    },
    { functionConfig: { web: { routes: [{ path: '/web' }] } }, maxFileBytes: 10_000, personas },
  );
  await host.app.uploadFile({ cloudPath: 'kept.txt', fileContent: Buffer.from('kept') });
});
afterAll(() => host.stop());

/** What no input may do: hang, end the emulator, fail inside it, change what is stored. */
afterEach(async () => {
  expect((await fetch(`${host.emulator.url}/info`)).status).toBe(200);
  expect(host.log.filter(({ level }) => level === 'error')).toEqual([]);
  const { files } = (host.emulator.info().services as { storage: { files: number } }).storage;
  expect(files).toBe(1);
  expect(readdirSync(join(host.directory, 'data', 'files'))).toHaveLength(1);
});

interface Answer {
  status: number;
  type: string;
  text: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Sends anything, and fails when there is no answer within five seconds. */
function send(path: string, method: string, headers: Record<string, string | string[]>, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${host.emulator.url}${path}`, { method, headers, timeout: 5000 }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: String(response.headers['content-type']), text }),
      );
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', reject).end(body);
  });
}

/** The reply of the wire is 200 and JSON always: a result, or a code with a message and a request id. */
async function wire(body: string | Buffer, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const { status, text } = await send('/admin?env=local', 'POST', { ...JSON_TYPE, ...headers }, Buffer.from(body));
  expect(status).toBe(200);
  const reply = JSON.parse(text) as Record<string, unknown>;
  expect(reply.requestId).toEqual(expect.any(String));
  if ('code' in reply) {
    expect(reply.code).toMatch(/^[A-Z_]+$/);
    expect(reply.code).not.toBe('SYS_ERR');
    expect(reply.message).toEqual(expect.any(String));
  } else expect(reply.data).toBeDefined();
  return reply;
}

const fileId = 'cloud://local.6c6f-local-1250000000/';
const words = [
  'kept.txt',
  `${fileId}nope`,
  '..',
  '/etc/passwd',
  'echo',
  '__proto__',
  'constructor',
  '$LATEST',
  '\0',
  '书',
];
const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', ...words, '{', '{}', '[]', 'null', { $ne: null }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
);
const value = fc.oneof(
  { depthSize: 'small' },
  scalar,
  fc.array(scalar, { maxLength: 60 }),
  fc.dictionary(fc.constantFrom('path', 'type', 'fileid', 'max_age', 'src_path', 'dst_path', 'a', '__proto__'), scalar),
  fc.array(fc.dictionary(fc.constantFrom('path', 'type', 'fileid', 'max_age', 'src_path', 'dst_path'), scalar), {
    maxLength: 5,
  }),
);
const bodyOf = (...keys: string[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });

const runs = { numRuns: 150 };

describe('the wire', () => {
  test.each([
    ['functions.invokeFunction', bodyOf('function_name', 'request_data', 'qualifier')],
    ['storage.getUploadMetadata', bodyOf('path', 'method')],
    ['storage.batchGetDownloadUrl', bodyOf('file_list')],
    ['storage.getFileAuthority', bodyOf('openId', 'uid', 'fileList', 'loginType')],
    ['auth.getUserInfoForAdmin', bodyOf('uuid', 'platform', 'platformId')],
  ])('%s answers every body as documented', async (action, bodies) => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        await wire(JSON.stringify({ ...body, action }));
      }),
      runs,
    );
  });

  test('storage.batchCopyFile answers every body as documented, and a copy it made can be deleted', async () => {
    await fc.assert(
      fc.asyncProperty(bodyOf('file_list'), async (body) => {
        const { data } = await wire(JSON.stringify({ ...body, action: 'storage.batchCopyFile' }));
        const { copy_list: list = [] } = (data ?? {}) as { copy_list?: { code: string; fileId?: string }[] };
        const copies = list.flatMap(({ code, fileId: made }) => (code === 'SUCCESS' ? [made] : []));
        if (copies.length > 0) await wire(JSON.stringify({ action: 'storage.batchDeleteFile', fileid_list: copies }));
      }),
      { ...runs, examples: [[{ file_list: [{ src_path: 'kept.txt', dst_path: 'echo' }] }]] },
    );
  });

  test('storage.batchDeleteFile names what is not there, and deletes nothing by a wrong name', async () => {
    await fc.assert(
      fc.asyncProperty(bodyOf('fileid_list'), async (body) => {
        await wire(JSON.stringify({ ...body, action: 'storage.batchDeleteFile' }));
      }),
      runs,
    );
  });

  test('any bytes, and any part of a right body, are a documented error', async () => {
    const right = Buffer.from(JSON.stringify({ action: 'functions.invokeFunction', function_name: 'echo' }));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
          fc.integer({ min: 0, max: right.length - 1 }).map((length) => right.subarray(0, length)),
        ),
        async (body) => {
          expect((await wire(body)).code).toBe('INVALID_PARAM');
        },
      ),
      runs,
    );
  });

  test.each([
    {},
    { authorization: '' },
    { authorization: 'Bearer' },
    { authorization: 'Bearer not.a.token' },
    { authorization: 'Basic dXNlcjpwYXNz' },
    { authorization: 'TC3-HMAC-SHA256' },
    { authorization: 'TC3-HMAC-SHA256 Credential=/////, SignedHeaders=, Signature=' },
    { authorization: `TC3-HMAC-SHA256 ${'x'.repeat(8000)}` },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-encoding': 'gzip' },
    { 'x-client-timestamp': 'NaN', 'x-tcb-source': '\u00ff' },
  ])('the headers %j change nothing: whoever reaches the port is the administrator', async (headers) => {
    const body = { action: 'functions.invokeFunction', function_name: 'echo', request_data: '{"a":1}' };
    expect((await wire(JSON.stringify(body), headers as Record<string, string>)).data).toEqual({
      response_data: '{"a":1}',
    });
  });

  test('too large a body, and too deep a one, are documented errors', async () => {
    const large = { action: 'functions.invokeFunction', function_name: 'echo', request_data: 'x'.repeat(7_000_000) };
    expect((await wire(JSON.stringify(large))).code).toBe('EXCEED_MAX_PAYLOAD_SIZE');
    const deep = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const body = { action: 'functions.invokeFunction', function_name: 'echo', request_data: deep };
    expect(['INVALID_PARAM', 'FUNCTIONS_EXECUTE_FAIL', undefined]).toContain((await wire(JSON.stringify(body))).code);
  });
});

describe('plain HTTP', () => {
  const segment = fc.constantFrom(
    '..',
    '%2e%2e',
    '%2f',
    '%00',
    '%zz',
    '',
    'a2VwdC50eHQ',
    'kept.txt',
    'echo',
    '\\',
    ';',
  );
  const path = fc
    .tuple(
      fc.constantFrom('/storage/upload/', '/storage/file/', '/gateway/', '/http/', '/http/web/', '/emulator/timers/'),
      fc.array(segment, { maxLength: 5 }),
      fc.constantFrom('', '?sign=x&t=1', '?t=NaN', `?t=${'9'.repeat(400)}&sign=%00`, '?cloudPath=../x', '?%zz=%'),
    )
    .map(([base, parts, query]) => base + parts.join('/') + query);
  const headers = fc.record(
    {
      range: fc.constantFrom('bytes=', 'bytes=--1', `bytes=${'9'.repeat(300)}-`, 'x'),
      authorization: fc.constantFrom('', 't=1&sign=x', 't=x', 'x'.repeat(5000)),
      'x-emulator-persona': fc.constantFrom('', 'nobody', '__proto__', 'o-1'),
      'content-type': fc.constantFrom('', 'application/json', 'multipart/form-data', '/', 'x'.repeat(3000)),
    },
    { requiredKeys: [] },
  );

  test('every method, path, header and body gets an answer that is no internal error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH'),
        path,
        headers,
        fc.oneof(
          fc.constant(Buffer.alloc(0)),
          fc.json().map((text) => Buffer.from(text)),
        ),
        async (method, target, extra, body) => {
          const { status, type, text } = await send(target, method, extra, method === 'HEAD' ? Buffer.alloc(0) : body);
          expect(status).toBeLessThan(500);
          if (type.includes('xml')) expect(text === '' || text.includes('<Error><Code>')).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('data nested too deeply is refused by the gateway too', async () => {
    const body = `{"name":"echo","data":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`;
    const { status, text } = await send(
      '/gateway/call',
      'POST',
      { ...JSON_TYPE, 'x-emulator-persona': 'a' },
      Buffer.from(body),
    );
    expect([status, (JSON.parse(text) as { errCode: number }).errCode]).toEqual([200, -501007]);
  });

  test('the gateway answers every JSON as wx.cloud would', async () => {
    const list = fc.record({ name: value, data: value, fileList: value }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('call', 'files/urls', 'upload'), list, async (endpoint, body) => {
        const { status, text } = await send(
          `/gateway/${endpoint}`,
          'POST',
          JSON_TYPE,
          Buffer.from(JSON.stringify(body)),
        );
        expect([200, 400]).toContain(status);
        expect((JSON.parse(text) as { errMsg: string }).errMsg).toMatch(/^cloud\./);
      }),
      runs,
    );
  });
});
