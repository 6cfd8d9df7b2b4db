import type { CallRecorder } from './calls';
import { sendJson } from './http/body';
import type { HttpRoute, Json, Service } from './service';

/** Invocations and database calls listed by `GET /emulator/calls` when no limit is given. */
const DEFAULT_LISTED = 200;

/** Facts of the emulator as a whole, each service's own under its name. No personal data. */
export function collectInfo(base: Json, services: readonly Service[], calls: CallRecorder): Json {
  return {
    ...base,
    calls: calls.totals(),
    services: Object.fromEntries(services.map((service) => [service.name, service.info()])),
  };
}

/** `GET /info` and `GET /emulator/calls?limit=N`. */
export function infoRoutes(info: () => Json, calls: CallRecorder): readonly HttpRoute[] {
  const answer: HttpRoute = (request, response, url) => {
    if (request.method !== 'GET') return Promise.resolve(false);
    if (url.pathname === '/info') sendJson(response, 200, info());
    else if (url.pathname === '/emulator/calls') {
      const asked = Number(url.searchParams.get('limit') ?? DEFAULT_LISTED);
      const limit = Number.isInteger(asked) && asked >= 0 ? asked : DEFAULT_LISTED;
      sendJson(response, 200, {
        totals: calls.totals(),
        invocations: calls.recent(limit),
        database: calls.recentDatabase(limit),
        unindexed: calls.unindexed().slice(-limit || undefined),
      });
    } else return Promise.resolve(false);
    return Promise.resolve(true);
  };
  return [answer];
}
