import { dayOf, type Day } from '@contract/day';

let offset = 0;

/** Learns the server's clock from a reply that carries `now`; the phone's own is only ever used for lengths of time. */
export function learnClock(data: unknown): void {
  if (typeof data !== 'object' || data === null || !('now' in data)) return;
  if (typeof data.now === 'number') offset = data.now - Date.now();
}

/** The server's clock as far as it is known, epoch milliseconds. */
export const serverNow = (): number => Date.now() + offset;

/** Today in Shanghai. */
export const today = (): Day => dayOf(serverNow());
