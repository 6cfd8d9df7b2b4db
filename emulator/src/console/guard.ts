import type { IncomingMessage } from 'node:http';
import { CONSOLE_HEADER } from './header';

/**
 * Why a request to the console is refused, or `undefined`. The server's own guard has kept out every page but this
 * server's, and whatever is no JSON; a header of its own keeps out what a page of ours was tricked into sending.
 */
export function consoleRefusal({ method, headers }: IncomingMessage): string | undefined {
  return method === 'GET' || headers[CONSOLE_HEADER] !== undefined ? undefined : `写操作须带请求头 ${CONSOLE_HEADER}`;
}
