import type { HttpRouteConfig, ResolvedConfig } from '../functions/types';

/** The route that serves a request, and what the function gets to see of its path. */
export interface Match {
  function: string;
  route: HttpRouteConfig;
  path: string;
}

/**
 * Finds the route for a request's path: the longest whose path is the request's or a part of it that ends at a `/`
 * (docs.cloudbase.net/service/routes). Without path passthrough the function gets what follows the route's path
 * (docs.cloudbase.net/service/path-passthrough); a rewrite puts its prefix before that.
 */
export function matchRoute(configs: ReadonlyMap<string, ResolvedConfig>, requested: string): Match | undefined {
  let best: Match | undefined;
  for (const [name, { routes }] of configs) {
    for (const route of routes) {
      const base = route.path === '/' ? '' : route.path;
      if (requested !== base && !requested.startsWith(`${base}/`)) continue;
      if (best && best.route.path.length >= route.path.length) continue;
      best = { function: name, route, path: pathFor(route, requested, base) };
    }
  }
  return best;
}

function pathFor({ enablePathTransmission, pathRewrite }: HttpRouteConfig, requested: string, base: string): string {
  const rest = enablePathTransmission ? requested : requested.slice(base.length);
  const prefix = pathRewrite && pathRewrite.prefix !== '/' ? pathRewrite.prefix : '';
  return prefix + rest || '/';
}
