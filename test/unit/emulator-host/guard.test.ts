import type { IncomingMessage } from 'node:http';
import { refusal } from '../../../emulator/http/guard';

const ask = (headers: Record<string, string>, method = 'GET'): string | undefined =>
  refusal({ headers: { host: '127.0.0.1:8399', ...headers }, method } as unknown as IncomingMessage);

test.each([
  [{}],
  [{ host: 'LOCALHOST:1' }],
  [{ origin: 'http://localhost:10086' }],
  [{ origin: 'http://[::1]:1' }],
  [{ 'sec-fetch-site': 'same-origin' }],
  [{ 'sec-fetch-site': 'none' }],
])('%j passes', (headers: Record<string, string>) => expect(ask(headers)).toBeUndefined());

test.each([
  [{ host: '' }],
  [{ host: 'localhost.evil.example' }],
  [{ host: 'user@evil.example' }],
  [{ host: 'evil.example#127.0.0.1' }],
  [{ host: '127.0.0.1@evil.example' }],
  [{ host: '0.0.0.0' }],
  [{ host: 'not a host' }],
  [{ origin: '' }],
  [{ origin: 'null' }],
  [{ origin: 'file://' }],
  [{ origin: 'http://localhost@evil.example' }],
  [{ origin: 'https://evil.example', referer: 'https://servicewechat.com/x' }],
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'cross-site', referer: 'https://servicewechat.com.evil.example/' }],
])('%j is refused', (headers: Record<string, string>) => expect(ask(headers)).toEqual(expect.any(String)));

test('a cross-site form post is refused, also when it navigates', () => {
  expect(ask({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 'POST')).toBeDefined();
});
