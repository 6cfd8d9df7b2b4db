import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { OperatorError } from '../operator-error';
import type { HttpRoute } from '../service';

/**
 * Serves the H5 preview. The app routes by `#hash`, so an unknown path is a 404. Files are looked up at every
 * request (`dev`), so that a rebuild shows at the next reload.
 */
export function staticRoute(directory: string): HttpRoute {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw new OperatorError(`找不到网页目录：${directory}`);
  }
  if (!existsSync(join(directory, 'index.html'))) throw new OperatorError(`网页目录里没有 index.html：${directory}`);
  const serve = sirv(directory, { dev: true, etag: true });
  return (request, response) =>
    new Promise((resolve, reject) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return resolve(false);
      response.once('close', () => resolve(true));
      try {
        serve(request, response, () => resolve(false));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
}
