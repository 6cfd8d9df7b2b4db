import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson, sendJson } from '../http/body';
import { describeError, type Log } from '../log';
import type { HttpRoute, Json } from '../service';
import { consoleApi, failureOf, inputOf, type ConsoleServices } from './api';
import { PageAssets, PAGE_HTML } from './assets';
import { consoleRefusal } from './guard';

/** The largest document has 16 MB, and grows where JSON escapes it. */
const MAX_BODY_BYTES = 40 * 1024 * 1024;

/** Only files of this server, no frames: what a document holds must not become part of the page or leave it. */
const PAGE_HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** `GET /console` is the page, `/console/api/*` what it asks. */
export function consoleRoute(services: ConsoleServices, log: Log): HttpRoute {
  const endpoints = consoleApi(services);
  const assets = new PageAssets();

  return async (request, response, url) => {
    const { pathname } = url;
    if (pathname !== '/console' && !pathname.startsWith('/console/')) return false;
    if (pathname.startsWith('/console/api/')) await answer(request, response, url);
    else if (request.method === 'GET') await page(response, pathname);
    else return false;
    return true;
  };

  async function page(response: ServerResponse, pathname: string): Promise<void> {
    const send = (type: string, text: string): void => {
      response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': `${type}; charset=utf-8` }).end(text);
    };
    if (pathname === '/console' || pathname === '/console/') {
      assets.refresh();
      send('text/html', PAGE_HTML);
    } else if (pathname === '/console/app.js') send('text/javascript', await assets.file('app.js'));
    else if (pathname === '/console/app.css') send('text/css', await assets.file('app.css'));
    else sendJson(response, 404, { code: 'NOT_FOUND', message: '控制台没有这个文件' });
  }

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const refused = consoleRefusal(request);
    const name = `${request.method} ${url.pathname.slice('/console/api/'.length)}`;
    if (refused !== undefined || !Object.hasOwn(endpoints, name)) {
      request.resume();
      if (refused === undefined) sendJson(response, 404, { code: 'NOT_FOUND', message: '控制台没有这个接口' });
      else sendJson(response, 403, { code: 'FORBIDDEN', message: refused });
      return;
    }
    try {
      const values: Json =
        request.method === 'POST' ? await readJson(request, MAX_BODY_BYTES) : Object.fromEntries(url.searchParams);
      sendJson(response, 200, await endpoints[name]!(inputOf(values)));
    } catch (error) {
      const failure = failureOf(error);
      if (failure) return sendJson(response, failure.status, failure.body);
      log({ level: 'error', scope: 'console', message: describeError(error) });
      sendJson(response, 500, { code: 'SYS_ERR', message: '控制台内部错误，详情见日志' });
    }
  }
}
