import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { CONSOLE_HEADER } from '../../../src/console/header';
import { EXPORT_HEADER } from '../../../src/state/route';
import { temporaryFolder } from '../../support/folder';
import { startHost, type Host } from './support';

const folder = temporaryFolder('other-sites-');
const personas = join(folder, 'personas.json');
const SOURCES = join(__dirname, '../../../src');

let host: Host;
beforeAll(async () => {
  writeFileSync(personas, JSON.stringify([{ id: 'cadre', label: '干部', openid: 'o-cadre' }]));
  writeFileSync(join(folder, 'index.html'), '<title>preview</title>');
  host = await startHost(
    { echo: 'exports.main = async (event) => event;' },
    {
      personas,
      static: folder,
      origins: ['http://localhost:5173'],
      functionConfig: { echo: { timers: [{ name: 'hourly', cron: '0 5 * * * * *' }], routes: [{ path: '/echo' }] } },
    },
  );
  await host.app.database().collection('things').add({ _id: 'kept' });
});
afterAll(() => host.stop());

type Headers = Record<string, string>;

/** Sends headers that `fetch` would not. */
function raw(method: string, path: string, headers: Headers, body = ''): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${host.emulator.url}${path}`, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end(method === 'GET' || method === 'HEAD' ? undefined : body);
  });
}

/** `METHOD path` of every entry in the tables of endpoints, as they stand in the sources. */
function declared(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file));
  const found = files.flatMap((file) => {
    const text = readFileSync(join(SOURCES, file), 'utf8');
    return [...text.matchAll(/'(GET|POST|PUT|DELETE) ([a-z/.-]+)'/gi)].map(([, method, path]) =>
      path!.startsWith('/') ? `${method} ${path}` : `${method} /console/api/${path}`,
    );
  });
  return [...new Set(found)].sort();
}

/** What is served besides: addresses that are no entry of a table. */
const OTHERS = [
  ...['POST /admin', 'POST /admin/w/0f', 'POST /emulator/export', 'POST /emulator/timers/echo/hourly/fire'],
  ...['GET /info', 'GET /emulator/calls', 'GET /emulator/wechat/code', 'GET /console', 'GET /console/app.js'],
  ...['GET /', 'GET /index.html', 'GET /http/echo', 'POST /http/echo', 'PUT /http/echo'],
  ...['PUT /storage/upload/a2VwdA', 'POST /storage/upload/a2VwdA', 'GET /storage/file/a2VwdA/kept'],
];

const insertion = JSON.stringify({
  action: 'database.insertDocument',
  collectionName: 'things',
  data: ['{"_id":"in"}'],
});

/** Headers that a route itself asks for: a stranger who could send them must be kept out all the same. */
const MARKS = { 'x-emulator-persona': 'cadre', [CONSOLE_HEADER]: '1', [EXPORT_HEADER]: '1', authorization: 'x' };

const STRANGERS: Record<string, Headers> = {
  'another port of this machine': { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-site' },
  'another name of this machine': { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
  'an opaque origin': { origin: 'null', 'sec-fetch-site': 'cross-site' },
  'a site of elsewhere': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'a picture or script tag of another port': { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
  'a picture or script tag of elsewhere': { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
  'a frame': { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  'a name that points here': { host: 'evil.example' },
};

const TYPES = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
];

const unchanged = async (): Promise<void> => {
  const { data } = await host.app.database().collection('things').get();
  expect(data).toEqual([{ _id: 'kept' }]);
  expect(host.emulator.wechat.consents()).toEqual([]);
};

test('every table of endpoints is found', () => {
  const all = declared();
  expect(all).toEqual(
    expect.arrayContaining(['POST /gateway/call', 'POST /console/api/documents/add', 'POST /emulator/wechat/settings']),
  );
  expect(all.length).toBeGreaterThan(30);
});

describe.each(Object.entries(STRANGERS))('%s', (_name, headers) => {
  test('reaches no address, with any type of body', async () => {
    const before = host.emulator.calls.totals();
    for (const address of [...declared(), ...OTHERS]) {
      const [method, path] = address.split(' ') as [string, string];
      for (const type of TYPES) {
        const { status, text } = await raw(method, path, { ...MARKS, 'content-type': type, ...headers }, insertion);
        expect([address, type, status]).toEqual([address, type, 403]);
        expect(text).not.toContain('kept');
      }
    }
    expect(host.emulator.calls.totals()).toEqual(before);
    await unchanged();
  });

  test('gets no leave to ask, by preflight or by websocket', async () => {
    for (const path of ['/admin', '/gateway/call', '/http/echo', '/emulator/wechat/consent', '/storage/upload/x'])
      expect((await raw('OPTIONS', path, { ...headers, 'access-control-request-method': 'POST' })).status).toBe(403);
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    for (const path of ['/admin', '/console', '/http/echo'])
      expect((await raw('GET', path, { ...upgrade, ...headers })).status).toBe(403);
  });
});

test('without a word of where it comes from, what a form or a plain request can send changes nothing', async () => {
  const writes = [...declared(), ...OTHERS].filter((address) => !/^GET|\/(http|storage)\//.test(address));
  for (const address of writes) {
    const [method, path] = address.split(' ') as [string, string];
    for (const type of TYPES.slice(1)) {
      const { status } = await raw(method, path, { 'content-type': type }, insertion);
      // An upload takes bytes of any type, but not without a persona.
      expect([address, type, status]).toEqual([address, type, path === '/gateway/upload' ? 400 : 415]);
    }
  }
  await unchanged();
});

test('programs, the emulator’s own page and a followed link are answered', async () => {
  const origin = host.emulator.url;
  const json = { 'content-type': 'application/json' };
  const call = JSON.stringify({ name: 'echo', data: { a: 1 } });
  const asked = { ...json, 'x-emulator-persona': 'cadre' };
  expect((await raw('POST', '/gateway/call', asked, call)).text).toContain('"a":1');
  expect((await raw('POST', '/gateway/call', { ...asked, origin, 'sec-fetch-site': 'same-origin' }, call)).status).toBe(
    200,
  );
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect((await raw('GET', '/', link)).text).toContain('preview');
});

test('a front end whose origin the operator named calls functions and storage, but no more', async () => {
  const origin = 'http://localhost:5173';
  const headers = { origin, 'content-type': 'application/json', 'x-emulator-persona': 'cadre' };
  const response = await fetch(`${host.emulator.url}/gateway/call`, { method: 'OPTIONS', headers });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
  expect((await raw('POST', '/gateway/call', headers, JSON.stringify({ name: 'echo' }))).status).toBe(200);
  expect((await raw('GET', '/http/echo', { origin })).status).toBe(200);
  for (const path of ['/admin', '/console/api/documents/add', '/emulator/wechat/settings', '/emulator/export'])
    expect((await raw('POST', path, { ...MARKS, ...headers }, insertion)).status).toBe(403);
});

test('WeChat’s developer tools call functions and storage, but no more', async () => {
  const referer = 'https://servicewechat.com/wx0000000000000000/devtools/page-frame.html';
  const headers = { referer, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' };
  const asked = { ...headers, 'x-emulator-persona': 'cadre' };
  expect((await raw('POST', '/gateway/call', asked, JSON.stringify({ name: 'echo' }))).status).toBe(200);
  expect((await raw('GET', '/gateway/personas', headers)).status).toBe(200);
  expect((await raw('POST', '/admin', headers, insertion)).status).toBe(403);
});
