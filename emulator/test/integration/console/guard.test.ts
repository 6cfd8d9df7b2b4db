import { request } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONSOLE_HEADER } from '../../../src/console/header';
import type { FilePage, TimerList } from '../../../src/console/types';
import { temporaryFolder } from '../../support/folder';
import { startConsole, type ConsoleHost } from './support';

const personas = join(temporaryFolder('console-personas-'), 'personas.json');

let host: ConsoleHost;
beforeAll(async () => {
  writeFileSync(personas, JSON.stringify([{ id: 'reader', label: '读者', openid: 'secret-openid' }]));
  const timers = [{ name: 'hourly', cron: '0 5 * * * * *' }];
  host = await startConsole({ personas, functionConfig: { look: { timers } } });
});
afterAll(() => host.stop());

/** Sends headers that fetch would not. */
function raw(method: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${host.emulator.url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const insert = (_id: string): string => JSON.stringify({ collection: 'things', text: JSON.stringify({ _id }) });
const json = { 'content-type': 'application/json' };
const marked = { ...json, [CONSOLE_HEADER]: '1' };
const count = async (): Promise<number> => {
  const { body } = await host.get<{ documents: number }[]>('collections');
  return body[0]!.documents;
};

test.each([
  ['without the header', json],
  ['from a page on another port of this machine', { ...marked, origin: 'http://127.0.0.1:3000' }],
  ['from the same port under another name', { ...marked, origin: 'http://localhost:1' }],
  ['from an opaque origin', { ...marked, origin: 'null' }],
  ['from a foreign page', { ...marked, origin: 'https://example.com' }],
  ['from a mini-program', { ...marked, origin: 'https://servicewechat.com' }],
  ['to a foreign name that points here', { ...marked, host: 'example.com' }],
  ['from the same site, which another port is', { ...marked, 'sec-fetch-site': 'same-site' }],
])('a write %s is refused and does nothing', async (_, headers) => {
  const before = await count();
  expect(await raw('POST', '/console/api/documents/add', headers, insert('guarded'))).toBe(403);
  expect(await count()).toBe(before);
});

test('a write that is no JSON, as a form of another page sends it, is refused and does nothing', async () => {
  const before = await count();
  const form = { [CONSOLE_HEADER]: '1', 'content-type': 'text/plain' };
  expect(await raw('POST', '/console/api/documents/add', form, insert('form'))).toBe(415);
  expect(await count()).toBe(before);
});

test('a write of the page itself is done', async () => {
  const origin = host.emulator.url;
  const headers = { ...marked, origin, 'sec-fetch-site': 'same-origin' };
  expect(await raw('POST', '/console/api/documents/add', headers, insert('own'))).toBe(200);
});

test('pages elsewhere cannot read documents', async () => {
  expect(await raw('GET', '/console/api/collections', { 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await raw('GET', '/console/api/collections', { origin: 'http://localhost:3000' })).toBe(403);
  const response = await fetch(`${host.emulator.url}/console/api/collections`);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test('a write by GET, an unknown name and a body that is no object are refused, and nothing breaks', async () => {
  expect(await raw('GET', '/console/api/documents/add', {})).toBe(404);
  expect(await raw('GET', '/console/api/toString', {})).toBe(404);
  expect(await raw('POST', '/console/api/documents/add', marked, '[]')).toBe(400);
  expect(await raw('POST', '/console/api/documents/add', marked, '{"collection":{"$ne":1},"text":"{}"}')).toBe(400);
});

test('the page comes whole from this server, may not be framed, and runs no other script', async () => {
  const response = await fetch(`${host.emulator.url}/console`);
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(response.headers.get('x-frame-options')).toBe('DENY');
  const html = await response.text();
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  const script = await fetch(`${host.emulator.url}/console/app.js`);
  expect(script.headers.get('content-type')).toContain('javascript');
  expect((await script.text()).length).toBeGreaterThan(10_000);
  const style = await (await fetch(`${host.emulator.url}/console/app.css`)).text();
  expect(style).toContain('--paper');
  expect(style).not.toMatch(/url\(["']?https?:/);
});

test('personas come without their openids', async () => {
  const { body } = await host.get('personas');
  expect(body).toEqual([{ id: 'reader', label: '读者' }]);
  expect(JSON.stringify(body)).not.toContain('secret-openid');
});

test('a timer shows its next three runs and can be fired by hand', async () => {
  const { body } = await host.get<TimerList>('timers');
  const [timer] = body.timers;
  expect(timer).toMatchObject({ function: 'look', trigger: 'hourly', last: null });
  expect(timer!.next).toHaveLength(3);
  expect(timer!.next.every((time) => new Date(time).getUTCMinutes() === 5)).toBe(true);
  const fired = await host.post<{ requestId: string }>('timers/fire', { function: 'look', trigger: 'hourly' });
  expect(fired.status).toBe(200);
  expect(host.emulator.calls.forInvocation(fired.body.requestId)).toMatchObject({ trigger: 'timer' });
  expect((await host.post('timers/fire', { function: 'look', trigger: 'none' })).body.code).toBe('TIMER_NOT_FOUND');
});

test('files are listed with an address that opens them, and deleted once', async () => {
  await host.app.uploadFile({ cloudPath: '封面/1.txt', fileContent: Buffer.from('你好') });
  await host.app.uploadFile({ cloudPath: 'b.txt', fileContent: Buffer.from('b') });
  const { body } = await host.get<FilePage>('files', { part: '封面' });
  expect(body).toMatchObject({ totals: { files: 2, bytes: 7 }, more: false });
  const [file] = body.files;
  expect(file).toMatchObject({ path: '封面/1.txt', size: 6 });
  expect(await (await fetch(file!.url)).text()).toBe('你好');
  expect((await host.post('files/delete', { fileId: file!.fileId })).status).toBe(200);
  expect((await fetch(file!.url)).status).toBe(404);
  expect((await host.post('files/delete', { fileId: file!.fileId })).status).toBe(404);
});
