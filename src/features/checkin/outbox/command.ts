import type { ActionInput } from '@contract/registry';
import { momentBefore } from './moment';
import type { Entry, Submit } from './entry';

/** An entry as the command to send now. */
export type OutboxCommand =
  | { action: 'checkin.submit'; input: ActionInput<'checkin.submit'> }
  | { action: 'checkin.remove'; input: ActionInput<'checkin.remove'> }
  | { action: 'checkin.undo'; input: ActionInput<'checkin.undo'> };

type When = ActionInput<'checkin.submit'>['when'];

/** Until its moment is settled, a tap says what the server's clock should show, so that the server can check it. */
function whenOf({ tappedAt, clock, at, day }: Submit, phoneNow: number): When {
  if (at !== undefined) return { kind: 'moment', at };
  const before = tappedAt === null ? undefined : momentBefore({ tappedAt, clock });
  if (before === undefined || !clock) return { kind: 'day', day };
  return { kind: 'moment', at: before, clock: phoneNow + clock.offset };
}

/** @param phoneNow the phone's clock at this sending, epoch milliseconds */
export function toCommand(entry: Entry, phoneNow: number): OutboxCommand {
  const { id: commandId, day } = entry;
  const bookId = entry.book.id;
  switch (entry.kind) {
    case 'submit':
      return {
        action: 'checkin.submit',
        input: { commandId, bookId, when: whenOf(entry, phoneNow), ...entry.details },
      };
    case 'remove':
      return { action: 'checkin.remove', input: { commandId, day, bookId } };
    case 'undo':
      return { action: 'checkin.undo', input: { commandId, of: entry.of, what: entry.what, day, bookId } };
  }
}
