import { dayOf } from '../../../contract/day';
import type { Handlers, MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/context';
import type { BookCopy } from '../../documents';
import { visibleBook } from '../book/rules';
import { acrossMidnight, dayFor, detailsOf, momentOf } from './rules';
import { eraseLine, recordOf, recordsOfMonth, startDay, writeLine } from './store';
import { checkInView } from './view';

/** A book on the desk is known from the member's own document, without asking the catalogue. */
async function bookInHand(
  bookId: string,
  { db, viewer }: MemberContext,
): Promise<Pick<BookCopy, 'title' | 'author' | 'tone'>> {
  const onDesk = viewer.desk.find((book) => book.id === bookId);
  if (onDesk !== undefined) return onDesk;
  return visibleBook(await db.books.get(bookId), viewer._id) ?? refuse('checkin.submit', 'BOOK_NOT_FOUND');
}

export const checkinHandlers: Handlers<'checkin'> = {
  'checkin.submit': async (input, context) => {
    const { db, viewer, now } = context;
    const other = acrossMidnight(input.when, now);
    const earlier = other === undefined ? undefined : await recordOf(db, viewer._id, other);
    if (earlier?.commands.includes(input.commandId)) return { checkIn: checkInView(earlier) };
    const day = dayFor(input.when, now) ?? refuse('checkin.submit', 'DAY_OUT_OF_RANGE');
    const { title, author, tone } = await bookInHand(input.bookId, context);
    const line = { title, author, tone, ...detailsOf(input), at: momentOf(input.when, now) };
    const target = { memberId: viewer._id, day, bookId: input.bookId, commandId: input.commandId };
    const record =
      (await startDay(db, target, line)) ??
      (await writeLine(db, target, line)) ??
      (await recordOf(db, viewer._id, day));
    return { checkIn: checkInView(record ?? { day, lines: {} }) };
  },

  'checkin.remove': async ({ commandId, day, bookId }, { db, viewer, now }) => {
    const target = { memberId: viewer._id, day, bookId, commandId };
    let record = (await eraseLine(db, target)) ?? (await recordOf(db, viewer._id, day));
    // Nothing to take back yet: remembered all the same, or a late twin would take back what is put down meanwhile.
    if (record === undefined && dayFor({ kind: 'day', day }, now) !== undefined) {
      record = (await startDay(db, target)) ?? (await eraseLine(db, target)) ?? (await recordOf(db, viewer._id, day));
    }
    return { checkIn: checkInView(record ?? { day, lines: {} }) };
  },

  'checkin.month': async ({ month }, { db, viewer, now }) => {
    const records = await recordsOfMonth(db, viewer._id, month);
    return { month, today: dayOf(now), days: records.map(checkInView).filter(({ lines }) => lines.length > 0) };
  },
};
