import type { IncomingMessage, ServerResponse } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Origin and referer of a mini-program inside WeChat's developer tools. No web page can send them. */
const WECHAT = 'https://servicewechat.com';

function hostnameOf(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}

const isLoopbackOrigin = (origin: string): boolean => LOOPBACK.has(hostnameOf(origin) ?? '');

/**
 * Why a request is refused, or `undefined` when it may pass. The emulator asks for no password, so nothing but
 * programs and pages of this machine may speak to it:
 * - a `Host` that is not loopback means a foreign name was made to point here (DNS rebinding);
 * - an `Origin` that is not loopback, or a cross-site request without one, comes from a web page of elsewhere.
 */
export function refusal(request: IncomingMessage): string | undefined {
  const { host, origin, referer } = request.headers;
  if (!host || !LOOPBACK.has(hostnameOf(`http://${host}`) ?? ''))
    return '只接受发往本机（127.0.0.1 或 localhost）的请求';
  if (origin !== undefined) {
    return isLoopbackOrigin(origin) || origin === WECHAT ? undefined : '不接受来自其他网站的请求';
  }
  const navigates = request.headers['sec-fetch-mode'] === 'navigate' && request.method === 'GET';
  const crossSite = request.headers['sec-fetch-site'] === 'cross-site';
  const fromWechat = referer?.startsWith(`${WECHAT}/`) ?? false;
  return crossSite && !navigates && !fromWechat ? '不接受来自其他网站的请求' : undefined;
}

/** Lets pages of other loopback ports (a front-end development server) read the reply. */
export function allowCrossOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Vary', 'Origin');
}

/** Answers a preflight request. */
export function answerPreflight(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, OPTIONS');
  response.setHeader('Access-Control-Allow-Headers', 'content-type, x-emulator-persona, range');
  response.setHeader('Access-Control-Max-Age', '600');
  response.writeHead(204).end();
}
