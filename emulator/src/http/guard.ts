import type { IncomingMessage, ServerResponse } from 'node:http';
import { OperatorError } from '../operator-error';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Origin and referer of a mini-program inside WeChat's developer tools. No other web page can send them. */
const WECHAT = 'https://servicewechat.com';

/** What stands for the cloud's own client side: mini-programs and front ends call it, and never the rest. */
const CLIENT_PATH = /^\/(?:(?:gateway|storage)\/|emulator\/wechat\/consent$)/;

/** The project's own interface, which front ends call too and which answers for its own methods and types. */
const HTTP_PATH = /^\/http(?:\/|$)/;

/** Where bytes of any type are taken: the one asks for a signature, the other for a header of its own. */
const BYTES_PATH = /^\/(?:storage\/upload\/|gateway\/upload$)/;

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;
const FORM_TYPE = /^multipart\/form-data\b/i;

/** A request that is not let through to any route. */
export interface Refusal {
  status: 403 | 415;
  code: string;
  message: string;
  /** The same for people. */
  text: string;
}

const elsewhere = (text: string): Refusal => ({
  ...{ status: 403, code: 'INVALID_REQUEST_SOURCE', message: 'requests from elsewhere are refused', text },
});

/** Origins of front ends that an operator trusts, such as a development server's. Throws OperatorError. */
export function checkOrigins(origins: readonly string[]): ReadonlySet<string> {
  for (const origin of origins) {
    if (/^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin) continue;
    throw new OperatorError(`网页来源应形如 http://localhost:5173（不带路径）：${origin}`);
  }
  return new Set(origins);
}

/**
 * Why a request is refused, or `undefined` when it may pass. The emulator asks for no password, so nothing but
 * programs of this machine and its own pages may speak to it; every other page in a browser is a stranger, whichever
 * port of this machine it comes from:
 * - a `Host` that is not loopback means a foreign name was made to point here (DNS rebinding);
 * - an `Origin` that is not the address asked, or a request that the browser calls cross-site or same-site, comes from
 *   another page. Following a link to here is not speaking, a frame around a page of ours is;
 * - a page can send forms and plain text without being asked for first, but no JSON and no headers of its own.
 */
export function refusalOf(
  request: IncomingMessage,
  path: string,
  trusted: ReadonlySet<string> = new Set(),
): Refusal | undefined {
  const { host } = request.headers;
  if (!host || !LOOPBACK.has(hostnameOf(`http://${host}`) ?? ''))
    return elsewhere('只接受发往本机（127.0.0.1 或 localhost）的请求');
  const forClients = CLIENT_PATH.test(path) || HTTP_PATH.test(path);
  if (isOwn(request) || (forClients && isClient(request, trusted))) return typeRefusal(request, path);
  return elsewhere('不接受其他网页的请求；自己的前端开发服务器可用 --origin 写明来源');
}

/** From a program, from a page of this very address, or a link that was followed. */
function isOwn({ headers, method }: IncomingMessage): boolean {
  if (headers.origin !== undefined) return headers.origin === `http://${headers.host}`;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

/** From a mini-program in WeChat's developer tools, whose own pages are of this machine, or a trusted front end. */
function isClient({ headers: { origin, referer } }: IncomingMessage, trusted: ReadonlySet<string>): boolean {
  if (origin === WECHAT || (origin !== undefined && trusted.has(origin))) return true;
  const fromWechat = referer?.startsWith(`${WECHAT}/`) ?? false;
  return fromWechat && (origin === undefined || LOOPBACK.has(hostnameOf(origin) ?? ''));
}

/** What changes something is JSON; the SDK alone sends forms, with its credentials. */
function typeRefusal({ method, headers }: IncomingMessage, path: string): Refusal | undefined {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return undefined;
  if (BYTES_PATH.test(path) || HTTP_PATH.test(path)) return undefined;
  const type = headers['content-type'] ?? '';
  if (JSON_TYPE.test(type)) return undefined;
  if (path.startsWith('/admin') && FORM_TYPE.test(type) && headers.authorization !== undefined) return undefined;
  const message = 'content-type must be application/json';
  return { status: 415, code: 'INVALID_PARAM', message, text: '请以 JSON 发送（content-type: application/json）' };
}

function hostnameOf(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}

/** Lets the pages of clients that were let through read the reply; true where that may be asked for. */
export function allowCrossOrigin(request: IncomingMessage, response: ServerResponse, path: string): boolean {
  if (!CLIENT_PATH.test(path)) return false;
  const { origin } = request.headers;
  if (origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Vary', 'Origin');
  return true;
}

/** Answers a preflight request. */
export function answerPreflight(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, OPTIONS');
  response.setHeader('Access-Control-Allow-Headers', 'content-type, x-emulator-persona, range');
  response.setHeader('Access-Control-Max-Age', '600');
  response.writeHead(204).end();
}
