import { dayOf, type Day } from '@contract/day';
import { readStored, storeIfRoom } from '@/shared/storage';

const KEY = 'clock-offset';

/** Server's clock less the phone's, milliseconds; kept, so that an offline start knows today too. */
let offset = Number(readStored(KEY)) || 0;

/** Less than this is the network's delay, not the clock. */
const NOTABLE_MS = 5_000;

/** Learns the server's clock from a reply that carries `now`; the phone's own is only ever used for lengths of time. */
export function learnClock(data: unknown): void {
  if (typeof data !== 'object' || data === null || !('now' in data)) return;
  if (typeof data.now !== 'number') return;
  const before = offset;
  offset = data.now - Date.now();
  if (Math.abs(offset - before) > NOTABLE_MS) storeIfRoom(KEY, offset);
}

/** The server's clock as far as it is known, epoch milliseconds. */
export const serverNow = (): number => Date.now() + offset;

/** Today in Shanghai. */
export const today = (): Day => dayOf(serverNow());
