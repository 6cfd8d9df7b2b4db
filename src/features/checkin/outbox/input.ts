import type { CommandInput } from '@/shared/call/command';
import { momentBefore } from './moment';
import type { Remove, Submit, Undo } from './entry';

type When = CommandInput<'checkin.submit'>['when'];

/** Until its moment is settled, a tap says what the server's clock should show, so that the server can check it. */
function whenOf({ tappedAt, clock, at, day }: Submit, phoneNow: number): When {
  if (at !== undefined) return { kind: 'moment', at };
  const before = tappedAt === null ? undefined : momentBefore({ tappedAt, clock });
  if (before === undefined || !clock) return { kind: 'day', day };
  return { kind: 'moment', at: before, clock: phoneNow + clock.offset };
}

/** @param phoneNow the phone's clock at this sending, epoch milliseconds */
export function submitInput(entry: Submit, phoneNow: number): CommandInput<'checkin.submit'> {
  const { id: bookId, title, author, tone } = entry.book;
  return { bookId, book: { title, author, tone }, when: whenOf(entry, phoneNow), ...entry.details };
}

export const removeInput = ({ day, book }: Remove): CommandInput<'checkin.remove'> => ({ day, bookId: book.id });

export const undoInput = ({ of, what, day, book }: Undo): CommandInput<'checkin.undo'> => ({
  of,
  what,
  day,
  bookId: book.id,
});
