import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/**
 * The service answers cross-origin questions itself for the domains that the environment trusts
 * (docs.cloudbase.net/service/cors). Here these are the emulator's own pages and those that
 * `--origin` names; the guard has refused all others.
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Vary', 'Origin');
}

/** True for a browser's question whether a request may be sent; an OPTIONS of other kinds is the function's. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && 'access-control-request-method' in headers;
}

/** Everything that is asked for is allowed: who asks was checked before. */
export function preflightHeaders({ headers }: IncomingMessage): OutgoingHttpHeaders {
  return {
    'access-control-allow-methods': 'GET, POST, PUT, DELETE, PATCH, HEAD, OPTIONS',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-max-age': '600',
  };
}
