import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { checkOrigins, refusalOf, type Refusal } from '../../../src/http/guard';

const HOST = '127.0.0.1:8399';
const WECHAT = 'https://servicewechat.com';
const page = `${WECHAT}/wx0000000000000000/devtools/page-frame.html`;

type Headers = Record<string, string>;

const ask = (headers: Headers, method = 'GET', path = '/admin', trusted?: ReadonlySet<string>): Refusal | undefined =>
  refusalOf({ headers: { host: HOST, ...headers }, method } as unknown as IncomingMessage, path, trusted);

const CLIENT_PATHS = ['/gateway/call', '/storage/upload/x', '/storage/file/x/y', '/emulator/wechat/consent', '/http/a'];
const INNER_PATHS = ['/admin', '/admin/w/0f', '/console', '/console/api/collections', '/emulator/export', '/info', '/'];
const ALL_PATHS = [...CLIENT_PATHS, ...INNER_PATHS];
const json = { 'content-type': 'application/json' };

test.each([
  [{}],
  [{ host: 'LOCALHOST:1' }],
  [{ origin: `http://${HOST}` }],
  [{ host: 'localhost:1', origin: 'http://localhost:1' }],
  [{ 'sec-fetch-site': 'same-origin' }],
  [{ 'sec-fetch-site': 'none' }],
  [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
])('programs, own pages and followed links pass: %j', (headers: Headers) => {
  for (const path of ALL_PATHS) expect(ask(headers, 'GET', path)).toBeUndefined();
});

/** What a browser sends for a page that is not the emulator's own. */
const STRANGERS: Headers[] = [
  { host: '' },
  { host: 'localhost.evil.example' },
  { host: 'user@evil.example' },
  { host: 'evil.example#127.0.0.1' },
  { host: '127.0.0.1@evil.example' },
  { host: '0.0.0.0' },
  { host: 'not a host' },
  { origin: '' },
  { origin: 'null' },
  { origin: 'file://' },
  { origin: 'http://127.0.0.1:3000' },
  { origin: 'http://127.0.0.1' },
  { origin: 'http://localhost:8399' },
  { origin: 'http://[::1]:8399' },
  { origin: `https://${HOST}` },
  { origin: 'http://localhost@evil.example' },
  { origin: 'https://evil.example', referer: page },
  { origin: 'null', referer: page },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  { 'sec-fetch-site': 'cross-site', referer: 'https://servicewechat.com.evil.example/' },
];

test.each(STRANGERS.map((headers) => [headers]))(
  'a page of elsewhere reaches no path by any method: %j',
  (headers: Headers) => {
    for (const path of ALL_PATHS)
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
        expect(ask({ ...json, ...headers }, method, path)).toMatchObject({ status: 403 });
  },
);

test('no origin but its own is let in, whatever it looks like and wherever it goes', () => {
  const origin = fc.oneof(
    fc.webUrl().map((url) => new URL(url).origin),
    fc.nat(65_535).map((port) => `http://127.0.0.1:${port}`),
    fc.nat(65_535).map((port) => `http://localhost:${port}`),
    fc.string(),
  );
  fc.assert(
    fc.property(
      origin,
      fc.constantFrom(...ALL_PATHS),
      fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS'),
      (from, path, method) => {
        fc.pre(from !== `http://${HOST}` && from !== WECHAT);
        expect(ask({ ...json, origin: from }, method, path)).toMatchObject({ status: 403 });
      },
    ),
  );
});

test('a form that a cross-site page posts by navigating is refused', () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect(ask(headers, 'POST')).toMatchObject({ status: 403 });
});

test.each<[Headers]>([
  [{ origin: WECHAT }],
  [{ referer: page, 'sec-fetch-site': 'cross-site' }],
  [{ referer: page, origin: 'http://127.0.0.1:51234' }],
])('a mini-program in WeChat’s developer tools calls what is for clients, and nothing else: %j', (headers) => {
  for (const path of CLIENT_PATHS) expect(ask({ ...json, ...headers }, 'POST', path)).toBeUndefined();
  for (const path of INNER_PATHS)
    expect(ask({ ...json, ...headers, 'sec-fetch-site': 'cross-site' }, 'POST', path)).toMatchObject({ status: 403 });
});

test('a front end that the operator names calls what is for clients, and nothing else', () => {
  const trusted = checkOrigins(['http://localhost:5173']);
  const origin = 'http://localhost:5173';
  for (const path of CLIENT_PATHS) expect(ask({ ...json, origin }, 'POST', path, trusted)).toBeUndefined();
  for (const path of INNER_PATHS)
    expect(ask({ ...json, origin }, 'POST', path, trusted)).toMatchObject({ status: 403 });
  expect(ask({ ...json, origin: 'http://localhost:5174' }, 'POST', '/gateway/call', trusted)).toMatchObject({
    status: 403,
  });
});

test.each(['null', '*', 'localhost:5173', 'http://localhost:5173/', 'http://a/b', 'ftp://a', ''])(
  '%p is no origin that can be trusted',
  (origin) => expect(() => checkOrigins([origin])).toThrow('网页来源应形如'),
);

const FORMS = [
  '',
  'text/plain',
  'text/plain; application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'nonsense',
];

test.each(FORMS)('what a page can send without being asked for first changes nothing: %p', (type) => {
  for (const path of [...INNER_PATHS, '/gateway/call', '/gateway/files/urls', '/emulator/wechat/consent'])
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect(ask(type === '' ? {} : { 'content-type': type }, method, path)).toMatchObject({ status: 415 });
});

test.each(['application/json', 'application/json;charset=utf-8', 'Application/JSON ; x=y'])('%p is JSON', (type) => {
  for (const path of ALL_PATHS) expect(ask({ 'content-type': type }, 'POST', path)).toBeUndefined();
});

test('bytes are taken where bytes go, and the SDK’s forms where its credentials come with them', () => {
  const form = { 'content-type': 'multipart/form-data; boundary=x' };
  for (const path of ['/storage/upload/x', '/gateway/upload', '/http/a'])
    expect(ask(form, 'POST', path)).toBeUndefined();
  for (const path of ['/admin', '/admin/w/0f'])
    expect(ask({ ...form, authorization: 'TC3' }, 'POST', path)).toBeUndefined();
  expect(ask({ ...form, authorization: 'TC3' }, 'POST', '/gateway/call')).toMatchObject({ status: 415 });
});
