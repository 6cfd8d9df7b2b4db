import { TAP_MAX_AGE_MS } from '@contract/constants';
import type { ActionInput } from '@contract/registry';
import type { Entry } from './state';

/** An entry as the command to send now. */
export type OutboxCommand =
  | { action: 'checkin.submit'; input: ActionInput<'checkin.submit'> }
  | { action: 'checkin.remove'; input: ActionInput<'checkin.remove'> };

/**
 * Says how long ago a tap was, measured at this sending; a tap older than 48 hours is filled in by its day.
 * @param phoneNow the phone's clock, epoch milliseconds
 */
export function toCommand(entry: Entry, phoneNow: number): OutboxCommand {
  const bookId = entry.book.id;
  if (entry.kind === 'remove') {
    return { action: 'checkin.remove', input: { commandId: entry.id, day: entry.day, bookId } };
  }
  const elapsedMs = entry.tappedAt === null ? Infinity : Math.max(0, Math.round(phoneNow - entry.tappedAt));
  const when =
    elapsedMs <= TAP_MAX_AGE_MS ? { kind: 'tap' as const, elapsedMs } : { kind: 'day' as const, day: entry.day };
  return { action: 'checkin.submit', input: { commandId: entry.id, bookId, when, ...entry.details } };
}
