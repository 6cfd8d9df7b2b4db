import { randomUUID } from 'node:crypto';
import type { CallRecorder } from '../calls';
import { describeError, type Log } from '../log';
import { WireError, type HttpRoute, type Json, type Service, type WireAction } from '../service';
import { clientLeft, readJson, sendBytes, sendJson } from './body';
import { isForm, readForm } from './form';

/** Largest request of the wire protocol, as documented for requests other than function calls. */
const MAX_BODY_BYTES = 100 * 1024 * 1024;

const PATH = /^\/admin(?:\/w\/([0-9a-f]+))?\/?$/;

export interface AdminOptions {
  services: readonly Service[];
  calls: CallRecorder;
  log: Log;
  envId: string;
  /** Invocation that a function worker is running now. */
  invocationOf(workerId: string): string | undefined;
}

/**
 * The wire protocol of the server SDK: `POST /admin`, one action per request, as JSON or as a form. The reply is
 * HTTP 200 always, with `{...result, requestId}`, or bytes where the action gives bytes, or
 * `{code, message, requestId}`.
 * `POST /admin/w/<worker>` is the same for one function worker, so that its requests are known to be its own.
 */
export function adminRoute(options: AdminOptions): HttpRoute {
  const actions = new Map<string, WireAction<Json | Buffer>>();
  for (const service of options.services) {
    for (const [name, action] of Object.entries(service.actions ?? {})) actions.set(name, action);
  }
  return async (request, response, url) => {
    const match = PATH.exec(url.pathname);
    if (!match) return false;
    const requestId = randomUUID();
    if (request.method !== 'POST') {
      request.resume();
      sendJson(response, 405, { code: 'INVALID_PARAM', message: 'use POST', requestId });
      return true;
    }
    const invocationId = match[1] === undefined ? undefined : options.invocationOf(match[1]);
    try {
      const body = await (isForm(request) ? readForm : readJson)(request, MAX_BODY_BYTES);
      const result = await dispatch(body, url.searchParams.get('env') ?? options.envId, requestId, invocationId);
      if (Buffer.isBuffer(result)) sendBytes(response, result, requestId);
      else sendJson(response, 200, { ...result, requestId });
    } catch (error) {
      if (clientLeft(request)) return true;
      sendJson(response, 200, { ...failure(error, requestId, options.log), requestId });
    }
    return true;
  };

  async function dispatch(body: Json, env: string, requestId: string, invocationId?: string): Promise<Json | Buffer> {
    const name = body.action;
    const action = typeof name === 'string' ? actions.get(name) : undefined;
    if (!action)
      throw new WireError('INVALID_PARAM', `unsupported action: ${JSON.stringify(name) ?? 'none'}`.slice(0, 200));
    if (invocationId !== undefined && (name as string).startsWith('database.')) options.calls.roundTrip(invocationId);
    return action(body, { requestId, env, invocationId });
  }
}

/** A documented failure goes out as it is; anything else is logged and becomes SYS_ERR with nothing of its inside. */
function failure(error: unknown, requestId: string, log: Log): Json {
  if (error instanceof WireError) return { code: error.code, message: error.message };
  log({ level: 'error', scope: 'http', message: describeError(error), requestId });
  return { code: 'SYS_ERR', message: 'system error' };
}
