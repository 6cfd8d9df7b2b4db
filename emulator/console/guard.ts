import type { IncomingMessage } from 'node:http';
import { CONSOLE_HEADER } from './header';

/**
 * Why a request to the console is refused, or `undefined`. The server's own guard lets in every loopback page, because
 * previews run on other ports; documents and writes are for the console's own page and for programs only.
 */
export function consoleRefusal(request: IncomingMessage): string | undefined {
  const { host, origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) return '只接受控制台页面自己的请求';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return '只接受控制台页面自己的请求';
  if (request.method === 'GET') return undefined;
  if (request.headers[CONSOLE_HEADER] === undefined) return `写操作须带请求头 ${CONSOLE_HEADER}`;
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return '写操作须以 JSON 发送';
  return undefined;
}
