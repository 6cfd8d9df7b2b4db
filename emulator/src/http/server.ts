import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeError, type Log } from '../log';
import { OperatorError } from '../operator-error';
import type { HttpRoute } from '../service';
import { clientLeft, sendJson } from './body';
import { allowCrossOrigin, answerPreflight, refusalOf } from './guard';

/** The emulator is reachable from this machine only; there is no option to change it. */
const HOST = '127.0.0.1';

/** How long a client may take to send its headers, and its whole request; 408 then. */
const CLIENT_TIMEOUTS = { headersTimeout: 20_000, requestTimeout: 120_000, connectionsCheckingInterval: 5000 };

/**
 * How long an idle connection is kept. Longer than any single request can take: while one keeps the process busy, the
 * next of a kept connection is already waiting in it, and would meet a closed door.
 */
const KEEP_ALIVE_MS = 120_000;

/** How long open connections may take to finish when the server stops. */
const CLOSE_GRACE_MS = 2000;

/** What a client is told that sends no request within its time, or none that can be read. */
const CLIENT_ERRORS: Record<string, string> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

export interface ServerOptions {
  /** Origins of other pages that may speak to it as clients do; see `checkOrigins`. */
  trusted?: ReadonlySet<string>;
  timeouts?: typeof CLIENT_TIMEOUTS;
}

/** The emulator's one HTTP server: guards, then routes in order, then 404. */
export class EmulatorServer {
  private readonly server: Server;
  private routes: readonly HttpRoute[] = [];
  private readonly handling = new Set<Promise<void>>();

  constructor(
    private readonly log: Log,
    private readonly options: ServerOptions = {},
  ) {
    const settings = { keepAliveTimeout: KEEP_ALIVE_MS, ...(options.timeouts ?? CLIENT_TIMEOUTS) };
    this.server = createServer(settings, (request, response) => {
      const handled = this.handle(request, response).finally(() => this.handling.delete(handled));
      this.handling.add(handled);
    });
    this.server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      if (!socket.writable) return;
      const status = CLIENT_ERRORS[error.code ?? ''] ?? '400 Bad Request';
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    });
  }

  /** Listens on `port`, 0 for any; resolves with the port. Throws OperatorError when the port cannot be had. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => reject(portError(port, error)));
      this.server.listen(port, HOST, resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  /** Routes are set after listening, because services need the port for the addresses they give out. */
  serve(routes: readonly HttpRoute[]): void {
    this.routes = routes;
  }

  /** Takes no new connections, lets requests under way finish, then cuts what is left. Safe to call twice. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const cut = setTimeout(() => this.server.closeAllConnections(), CLOSE_GRACE_MS);
    await closed;
    clearTimeout(cut);
  }

  /** Resolves when no route is at work any longer, not even for a client that has left. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.handling);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      // Joined as text: a path that begins with two slashes is a path, not another host.
      const target = request.url ?? '/';
      if (!target.startsWith('/')) {
        request.resume();
        return sendJson(response, 400, { errCode: 400, errMsg: '请求的地址应以 / 开头' });
      }
      const url = new URL(`http://${HOST}${target}`);
      const refused = refusalOf(request, url.pathname, this.options.trusted);
      if (refused) {
        request.resume();
        // In the shape of the wire protocol and in that of the gateway: either may have been asked.
        const { status, code, message, text } = refused;
        return sendJson(response, status, { code, message, requestId: randomUUID(), errCode: status, errMsg: text });
      }
      const crossOrigin = allowCrossOrigin(request, response, url.pathname);
      if (crossOrigin && request.method === 'OPTIONS') return answerPreflight(response);
      for (const route of this.routes) if (await route(request, response, url)) return;
      request.resume();
      sendJson(response, 404, { errCode: 404, errMsg: `没有这个地址：${url.pathname.slice(0, 200)}` });
    } catch (error) {
      if (clientLeft(request)) return;
      this.log({ level: 'error', scope: 'http', message: describeError(error) });
      request.resume();
      sendJson(response, 500, { errCode: 500, errMsg: '本地云开发内部错误，详情见其日志' });
    }
  }
}

function portError(port: number, error: NodeJS.ErrnoException): OperatorError {
  if (error.code === 'EADDRINUSE') {
    return new OperatorError(`端口 ${port} 已被占用。请停止占用它的程序，或换一个端口，例如：--port ${port + 1}`);
  }
  if (error.code === 'EACCES') return new OperatorError(`没有权限使用端口 ${port}。请用 --port 指定 1024 以上的端口`);
  return new OperatorError(`无法监听端口 ${port}：${error.message}`);
}
