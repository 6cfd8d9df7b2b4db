import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOOPBACK } from '../functions/environment';
import type { FunctionHost } from '../functions/host';
import type { Identity, ResolvedConfig } from '../functions/types';
import { identityOf } from '../gateway/identity';
import type { Personas } from '../gateway/personas';
import { PERSONA_HEADER } from '../gateway/service';
import { clientLeft, readBody } from '../http/body';
import { describeError, type Log } from '../log';
import { OperatorError } from '../operator-error';
import { WireError, type HttpRoute, type Json, type Service } from '../service';
import { allowOrigin, isPreflight, preflightHeaders } from './cors';
import { AccessError, accessError, errorBody } from './errors';
import { httpEvent, isText, MAX_BODY_BYTES, MAX_TEXT_BYTES } from './event';
import { httpReply, type HttpReply } from './reply';
import { matchRoute, type Match } from './routes';

/** Where the paths of the routes begin on the emulator's port; on the cloud a domain of the environment's own. */
export const HTTP_BASE = '/http';

/** A body of 6 MB as Base64, with the headers around it. */
const MAX_EVENT_BYTES = 9 * 1024 * 1024;

export interface HttpAccessOptions {
  functions: FunctionHost;
  /** Stand in for the logins of routes with `enableAuth`. */
  personas: Personas;
  envId: string;
  log: Log;
}

/**
 * The HTTP access service: functions answer HTTP requests at the paths that their settings name, and at no others.
 */
export class HttpAccessService implements Service {
  readonly name = 'http';
  readonly routes: readonly HttpRoute[] = [(request, response, url) => this.route(request, response, url)];
  private conflict = '';

  constructor(private readonly options: HttpAccessOptions) {}

  /** Throws OperatorError where two functions claim one path. */
  start(): Promise<void> {
    const fault = conflictOf(this.options.functions.configs());
    if (fault) throw new OperatorError(fault);
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  info(): Json {
    const routes = [...this.options.functions.configs()].flatMap(([name, config]) =>
      config.routes.map(({ path }) => ({ path: `${HTTP_BASE}${path}`, function: name })),
    );
    return { routes };
  }

  private async route(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    if (url.pathname !== HTTP_BASE && !url.pathname.startsWith(`${HTTP_BASE}/`)) return false;
    const requestId = randomUUID();
    allowOrigin(request, response);
    response.setHeader('X-Request-Id', requestId);
    try {
      send(request, response, await this.answer(request, url, requestId));
    } catch (error) {
      request.resume();
      if (clientLeft(request)) return true;
      const failure = this.failureOf(error, requestId);
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      send(request, response, { status: failure.status, headers, body: Buffer.from(errorBody(failure, requestId)) });
    }
    return true;
  }

  private async answer(request: IncomingMessage, url: URL, requestId: string): Promise<HttpReply> {
    const match = this.match(url.pathname.slice(HTTP_BASE.length));
    if (isPreflight(request)) return { status: 204, headers: preflightHeaders(request), body: Buffer.alloc(0) };
    const identity = match.route.enableAuth ? this.loginOf(request) : { clientIp: LOOPBACK };
    const body = await readBody(request, MAX_BODY_BYTES);
    if (body.length > MAX_TEXT_BYTES && isText(request, body)) {
      throw new WireError('EXCEED_MAX_PAYLOAD_SIZE', 'request body of type text exceeds 100 KB');
    }
    const { envId, functions } = this.options;
    const event = JSON.stringify(httpEvent(request, url, match.path, body, { requestId, envId }));
    const label = `${request.method} ${HTTP_BASE}${match.route.path}`;
    const { result } = await functions.invoke(match.function, event, identity, { label, mostBytes: MAX_EVENT_BYTES });
    return httpReply(result);
  }

  private match(path: string): Match {
    const configs = this.options.functions.configs();
    const fault = conflictOf(configs);
    if (fault && fault !== this.conflict) this.options.log({ level: 'warn', scope: 'http', message: fault });
    this.conflict = fault ?? '';
    const match = matchRoute(configs, path === '' ? '/' : path);
    if (!match) throw new AccessError(404, 'INVALID_PATH', 'no function answers at this path');
    return match;
  }

  private loginOf(request: IncomingMessage): Identity {
    const id = request.headers[PERSONA_HEADER];
    if (typeof id !== 'string')
      throw new AccessError(401, 'MISSING_CREDENTIALS', `header ${PERSONA_HEADER} is missing`);
    const persona = this.options.personas.find(id);
    if (!persona) throw new AccessError(401, 'INVALID_CREDENTIALS', 'no such persona');
    return identityOf(persona, '');
  }

  private failureOf(error: unknown, requestId: string): AccessError {
    if (error instanceof AccessError) return error;
    if (error instanceof WireError) return accessError(error);
    this.options.log({ level: 'error', scope: 'http', message: describeError(error), requestId });
    return new AccessError(500, 'SYS_ERR', 'system error');
  }
}

function conflictOf(configs: ReadonlyMap<string, ResolvedConfig>): string | undefined {
  const owners = new Map<string, string>();
  for (const [name, { routes }] of configs) {
    for (const { path } of routes) {
      const other = owners.get(path);
      if (other !== undefined) return `HTTP 访问路径 ${path} 被声明了两次：云函数 ${other} 与 ${name}`;
      owners.set(path, name);
    }
  }
  return undefined;
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: HttpReply): void {
  if (response.headersSent || response.destroyed) return;
  const bodiless = status === 204 || status === 304;
  const length = bodiless ? {} : { 'Content-Length': body.length };
  response.writeHead(status, { ...headers, ...length });
  response.end(request.method === 'HEAD' || bodiless ? undefined : body);
}
