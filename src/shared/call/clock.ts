import { dayOf, type Day } from '@contract/day';
import { readStored, storeIfRoom } from '@/shared/storage';

const KEY = 'clock-offset';

/** What the phone knows of the server's clock. */
export interface ServerClock {
  /** Server's clock less the phone's, milliseconds. */
  offset: number;
  /** The server's clock when this was learned; 0 before it ever was. */
  since: number;
}

/** Milliseconds up to the end of 2099: beyond it there is no day to show. */
export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) < 4_102_444_800_000;

/** Whether something that was stored says what is known of the server's clock. */
export function isClock(value: unknown): value is ServerClock {
  const { offset, since } = (typeof value === 'object' && value !== null ? value : {}) as Partial<ServerClock>;
  return isTime(offset) && isTime(since);
}

/** Kept, so that an offline start knows today too. Earlier versions kept the offset alone. */
function readClock(): ServerClock {
  const stored = readStored<unknown>(KEY);
  if (isClock(stored)) return stored;
  return { offset: isTime(stored) ? stored : 0, since: 0 };
}
let known = readClock();
let kept = known;

/** Less than this is the network's delay, not the clock. */
const NOTABLE_MS = 5_000;
/** The stored `since` may be older than the true one by this much; it is only ever a lower bound. */
const STALE_MS = 10 * 60_000;

/** Learns the server's clock from a reply that carries `now`; the phone's own is only ever used for lengths of time. */
export function learnClock(data: unknown): void {
  if (typeof data !== 'object' || data === null || !('now' in data)) return;
  if (typeof data.now !== 'number') return;
  known = { offset: data.now - Date.now(), since: data.now };
  if (Math.abs(known.offset - kept.offset) <= NOTABLE_MS && Math.abs(known.since - kept.since) <= STALE_MS) return;
  if (storeIfRoom(KEY, known)) kept = known;
}

export const serverClock = (): ServerClock => known;

/** What the server's clock showed, as far as it is known, when the phone's showed this; both epoch milliseconds. */
export const serverTimeOf = (phoneTime: number): number => phoneTime + known.offset;

/** The server's clock as far as it is known, epoch milliseconds. */
export const serverNow = (): number => serverTimeOf(Date.now());

/** Today in Shanghai. */
export const today = (): Day => dayOf(serverNow());
