import { dayOf } from '../../../contract/day';
import type { Handlers, MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import type { CheckInDatabase } from './collections';
import type { ActionParsed } from '../../../contract/registry';
import type { BookRef } from '../../../contract/shared/book';
import { findVisibleBook } from '../book/public';
import { acrossMidnight, clockChanged, dayFor, detailsOf, momentOf, standsOn } from './rules/checkin';
import { overtaken, wasSeen, wasUndone } from '../../shared/commands/rules/commands';
import { putDown, rememberOnly } from './steps';
import { eraseTapped, pageOfNotes, recordOf, recordsOfMonth, removeLine, restoreLine, withdrawTap } from './store';
import { checkInView } from './rules/view';

/**
 * The book as the reader's own phone shows it, else by the catalogue: only he ever sees the copy in his private record,
 * and whatever is counted later goes by the id (docs/adr/0023).
 */
async function bookOf(
  { bookId, book }: ActionParsed<'checkin.submit'>,
  { others, viewer }: MemberContext,
): Promise<Pick<BookRef, 'title' | 'author' | 'tone'>> {
  if (book !== undefined) return book;
  return (await findVisibleBook(others, bookId, viewer._id)) ?? refuse('checkin.submit', 'BOOK_NOT_FOUND');
}

export const checkinHandlers: Handlers<'checkin', CheckInDatabase> = {
  'checkin.submit': async (input, context) => {
    const { db, viewer, now } = context;
    if (clockChanged(input.when, now)) refuse('checkin.submit', 'CLOCK_CHANGED');
    const other = acrossMidnight(input.when, now);
    const earlier = other === undefined ? undefined : await recordOf(db, viewer._id, other);
    if (earlier !== undefined && wasSeen(earlier, input.commandId)) return { checkIn: checkInView(earlier) };
    const day = dayFor(input.when, now) ?? refuse('checkin.submit', 'DAY_OUT_OF_RANGE');
    const { title, author, tone } = await bookOf(input, context);
    const target = { memberId: viewer._id, day, bookId: input.bookId, commandId: input.commandId };
    const told = { title, author, tone, ...detailsOf(input), at: momentOf(input.when, now) };
    return { checkIn: checkInView(await putDown(db, target, told)) };
  },

  'checkin.remove': async ({ commandId, day, bookId }, { db, viewer, now }) => {
    const target = { memberId: viewer._id, day, bookId, commandId };
    const record =
      (await removeLine(db, target, now)) ??
      (await rememberOnly(db, target, { known: await recordOf(db, viewer._id, day), now }));
    return { checkIn: checkInView(record) };
  },

  'checkin.undo': async ({ commandId, of, what, day, bookId }, { db, viewer, now }) => {
    const target = { memberId: viewer._id, day, bookId, commandId };
    const undone = await (what === 'tap' ? eraseTapped(db, target, of) : restoreLine(db, target, of));
    if (undone !== undefined) return { checkIn: checkInView(undone), undone: true };
    const known = await recordOf(db, viewer._id, day);
    if (known !== undefined && wasSeen(known, commandId)) {
      return { checkIn: checkInView(known), undone: wasUndone(known, commandId) };
    }
    const record =
      what === 'tap' && known !== undefined && standsOn(known, bookId, of)
        ? ((await withdrawTap(db, target, of)) ?? refuse('checkin.undo', 'BUSY'))
        : await rememberOnly(db, target, { known, now, commands: overtaken({ commandId, of }) });
    return { checkIn: checkInView(record), undone: false };
  },

  'checkin.month': async ({ month }, { db, viewer, now }) => {
    const records = await recordsOfMonth(db, viewer._id, month);
    return { month, today: dayOf(now), days: records.map(checkInView).filter(({ lines }) => lines.length > 0) };
  },

  'checkin.ofBook': ({ bookId, cursor }, { db, viewer }) => pageOfNotes(db, viewer._id, bookId, cursor),
};
