import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CallRecorder } from '../../../src/calls';
import { adminRoute } from '../../../src/http/admin';
import type { LogEntry } from '../../../src/log';
import { WireError, type Service, type WireContext } from '../../../src/service';

const log: LogEntry[] = [];
const calls = new CallRecorder();
const seen: WireContext[] = [];
const service: Service = {
  name: 'fake',
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  info: () => ({}),
  actions: {
    'database.ok': (_body, context) => {
      seen.push(context);
      return { data: { n: 1 } };
    },
    'storage.ok': () => ({}),
    'database.refused': () => Promise.reject(new WireError('DATABASE_REQUEST_FAILED', 'why')),
    'database.broken': () => {
      throw new Error('secret detail at /home/operator');
    },
  },
};
const invocationOf = (worker: string): string | undefined => (worker === 'ab12' ? 'inv-1' : undefined);
const route = adminRoute({ services: [service], calls, log: (entry) => log.push(entry), envId: 'local', invocationOf });

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    void route(request, response, new URL(request.url ?? '', 'http://x')).then((answered) => {
      if (!answered) response.writeHead(404).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function send(path: string, action: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(url + path, { method: 'POST', body: JSON.stringify({ action }) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('the result is merged with a request id, and the action knows the environment', async () => {
  const { body } = await send('/admin?env=dev&seqId=1', 'database.ok');
  expect(body).toEqual({ data: { n: 1 }, requestId: expect.any(String) as string });
  expect(seen.at(-1)).toEqual({ env: 'dev', requestId: body.requestId, invocationId: undefined });
  await send('/admin', 'database.ok');
  expect(seen.at(-1)?.env).toBe('local');
});

test('database requests of a worker are counted for its invocation, others are not', async () => {
  calls.begin({ id: 'inv-1', function: 'api', trigger: 'tcb', requestBytes: 0 });
  await send('/admin/w/ab12', 'database.ok');
  await send('/admin/w/ab12', 'database.refused');
  await send('/admin/w/ab12', 'storage.ok');
  await send('/admin', 'database.ok');
  await send('/admin/w/ffff', 'database.ok');
  expect(calls.forInvocation('inv-1')?.roundTrips).toBe(2);
});

test('a documented failure goes out as it is, with status 200', async () => {
  const { status, body } = await send('/admin', 'database.refused');
  expect(status).toBe(200);
  expect(body).toEqual({ code: 'DATABASE_REQUEST_FAILED', message: 'why', requestId: expect.any(String) as string });
});

test('an unexpected failure is logged and tells the client nothing', async () => {
  const { status, body } = await send('/admin', 'database.broken');
  expect(status).toBe(200);
  expect(body).toEqual({ code: 'SYS_ERR', message: 'system error', requestId: expect.any(String) as string });
  expect(log.at(-1)).toMatchObject({ level: 'error', requestId: body.requestId });
  expect(log.at(-1)?.message).toContain('secret detail');
});

test('other paths are not its business', async () => {
  for (const path of ['/admin/w/', '/admin/w/XY', '/admin/x', '/administrator']) {
    expect((await send(path, 'database.ok')).status).toBe(404);
  }
});
