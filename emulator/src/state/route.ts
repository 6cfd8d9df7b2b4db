import { isAbsolute } from 'node:path';
import { readJson, sendJson } from '../http/body';
import { OperatorError } from '../operator-error';
import type { HttpRoute } from '../service';
import type { Manifest } from './format';
import { summaryOf } from './summary';

export const EXPORT_PATH = '/emulator/export';

/** A web page cannot send it to another origin without being asked for first, which is refused. */
export const EXPORT_HEADER = 'x-emulator-export';

const MAX_BODY_BYTES = 16 * 1024;

/** `POST /emulator/export {dir, force}` of a program on this machine; `dir` is an absolute path here. */
export function exportRoute(exportNow: (dir: string, force: boolean) => Promise<Manifest>): HttpRoute {
  return async (request, response, url) => {
    if (url.pathname !== EXPORT_PATH) return false;
    if (request.method !== 'POST' || request.headers[EXPORT_HEADER] === undefined || request.headers.origin) {
      request.resume();
      sendJson(response, 403, { errCode: 403, errMsg: `只接受本机程序带 ${EXPORT_HEADER} 头的 POST 请求` });
      return true;
    }
    const { dir, force } = await readJson(request, MAX_BODY_BYTES);
    if (typeof dir !== 'string' || !isAbsolute(dir)) {
      sendJson(response, 400, { errCode: 400, errMsg: 'dir 应为绝对路径' });
      return true;
    }
    try {
      sendJson(response, 200, { ...summaryOf(await exportNow(dir, force === true)) });
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      sendJson(response, 409, { errCode: 409, errMsg: error.message });
    }
    return true;
  };
}
