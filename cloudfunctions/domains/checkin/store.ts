import type { BookNote } from '../../../contract/domains/checkin/actions';
import type { Day, Month } from '../../../contract/day';
import { isDay } from '../../../contract/day';
import type { CheckInDatabase, CheckInDoc, CheckInLineDoc } from './collections';
import { decodeCursor, encodeCursor, refuseCursor } from '../../kernel/paging';
import { overtaken } from '../../shared/commands/rules/commands';
import { changeOnce } from '../../shared/commands/store';
import type { Change, Conditions } from '../../kernel/port';
import { between, not } from '../../kernel/port';
import { checkInId, idsOfMember, idsOfMonth, REMEMBERED, RESTORABLE_MS, TAPS_MAX, WORDS } from './rules/checkin';

/*
 * Every step below is one conditional update of one day's record. It changes nothing and gives `undefined` when the
 * record has seen the command or is not as the step expects it; otherwise it remembers the command with the change.
 */

export interface Target {
  memberId: string;
  day: Day;
  bookId: string;
  commandId: string;
}
type Step = Promise<CheckInDoc | undefined>;
/** Texts in a page of what was written about a book. */
const NOTES = 10;
/** What a tap or a text says of a line. */
export type Told = Omit<CheckInLineDoc, 'by'>;

/** The day's record, if any. */
export const recordOf = (db: CheckInDatabase, memberId: string, day: Day): Step =>
  db.checkins.get(checkInId(memberId, day));

/** Starts the day's record; `undefined` when the day has one already. Without a line it only remembers `commands`. */
export async function startDay(
  db: CheckInDatabase,
  { memberId, day, bookId, commandId }: Target,
  { line, commands = [commandId] }: { line?: CheckInLineDoc; commands?: string[] } = {},
): Step {
  const lines = line === undefined ? {} : { [bookId]: line };
  const doc = { _id: checkInId(memberId, day), memberId, day, lines, commands };
  return (await db.checkins.add(doc)) ? doc : undefined;
}

/** Puts a line down where the book has none on that day. */
export const putLine = (db: CheckInDatabase, target: Target, line: CheckInLineDoc): Step =>
  step(db, target, { [`${lineOf(target)}.at`]: null }, { set: { [lineOf(target)]: { ...line } } });

/** Writes into a line that is there, field by field, so that what is not named stays. */
export const writeLine = (db: CheckInDatabase, target: Target, told: Told): Step =>
  step(db, target, isThere(target), {
    set: Object.fromEntries(Object.entries(told).map(([field, value]) => [`${lineOf(target)}.${field}`, value])),
    addToSet: { [`${lineOf(target)}.by`]: [WORDS] },
  });

/** A further tap on a line that counts its taps: nothing is seen of it, but an undo of another will leave the line. */
export const tapAgain = (db: CheckInDatabase, target: Target): Step =>
  step(
    db,
    target,
    { [`${lineOf(target)}.by.0`]: not(null), [`${lineOf(target)}.by.${TAPS_MAX - 1}`]: null },
    { push: { [`${lineOf(target)}.by`]: { items: [target.commandId] } } },
  );

/** Takes a line off, to be restored by an undo. */
export const removeLine = (db: CheckInDatabase, target: Target, now: number): Step => {
  const removed = `removed.${target.bookId}` as const;
  return step(db, target, isThere(target), {
    rename: { [lineOf(target)]: `${removed}.line` },
    set: { [`${removed}.by`]: target.commandId, removedUntil: now + RESTORABLE_MS },
  });
};

/** Undoes `removal`: its line comes back as it was, unless the book has a new one. */
export const restoreLine = (db: CheckInDatabase, target: Target, removal: string): Step => {
  const removed = `removed.${target.bookId}` as const;
  return step(
    db,
    target,
    { [`${removed}.by`]: removal, [`${lineOf(target)}.at`]: null },
    { rename: { [`${removed}.line`]: lineOf(target) }, unset: [`${removed}.by`] },
  );
};

/** Undoes a tap that the line stands on alone: there is no line any more. */
export const eraseTapped = (db: CheckInDatabase, target: Target, tap: string): Step =>
  step(db, target, { [`${lineOf(target)}.by.0`]: tap, [`${lineOf(target)}.by.1`]: null }, { unset: [lineOf(target)] });

/** Undoes a tap of a line that stands on more than it: the line stays. */
export const withdrawTap = (db: CheckInDatabase, target: Target, tap: string): Step =>
  step(
    db,
    target,
    { [`${lineOf(target)}.by.1`]: not(null) },
    { pull: { [`${lineOf(target)}.by`]: tap } },
    overtaken({ ...target, of: tap }),
  );

/** Changes nothing but what the record remembers. */
export const remember = (db: CheckInDatabase, target: Target, commands = [target.commandId]): Step =>
  step(db, target, {}, {}, commands);

/** A month's records, by the day; those whose lines were all taken back included. */
export async function recordsOfMonth(db: CheckInDatabase, memberId: string, month: Month): Promise<CheckInDoc[]> {
  const { from, to } = idsOfMonth(memberId, month);
  return db.checkins.find({ _id: between(from, to) }, { sort: [['_id', 1]], limit: 31, fields: ['day', 'lines'] });
}

/**
 * A page of what the member wrote about a book, the newest first. One round trip; his own days are read by their ids,
 * which is as many as he has ever logged and never anybody else's, so no index of their texts is kept.
 */
export async function pageOfNotes(
  db: CheckInDatabase,
  memberId: string,
  bookId: string,
  cursor: string | undefined,
): Promise<{ items: BookNote[]; next: string | null }> {
  const { from, to } = idsOfMember(memberId, cursor === undefined ? undefined : dayOfCursor(cursor));
  const note = `lines.${bookId}.note` as const;
  const records = await db.checkins.find(
    { _id: between(from, to), [note]: not(null) },
    { sort: [['_id', -1]], limit: NOTES + 1, fields: ['day', note] },
  );
  const last = records.length > NOTES ? records[NOTES - 1] : undefined;
  return {
    items: records.slice(0, NOTES).map(({ day, lines }) => ({ day, note: lines[bookId]?.note ?? '' })),
    next: last === undefined ? null : encodeCursor([last.day, last._id]),
  };
}

/** The day that a page ended with. A forged one can only skip along the member's own days. */
function dayOfCursor(cursor: string): Day {
  const [day] = decodeCursor(cursor);
  return typeof day === 'string' && isDay(day) ? day : refuseCursor();
}

const lineOf = ({ bookId }: Target) => `lines.${bookId}` as const;
const isThere = (target: Target): Conditions<CheckInDoc> => ({ [`${lineOf(target)}.at`]: not(null) });

const step = (
  db: CheckInDatabase,
  { memberId, day, commandId }: Target,
  expected: Conditions<CheckInDoc>,
  change: Change<CheckInDoc>,
  ids = [commandId],
): Step =>
  changeOnce(db.checkins, { id: checkInId(memberId, day), commandId }, { change, expected, ids, keepLast: REMEMBERED });
