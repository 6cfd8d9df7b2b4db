import type { Day, Month } from '../../../contract/day';
import type { CheckInDoc, CheckInLineDoc } from '../../documents';
import type { Database } from '../../kernel/context';
import { between, noneOf } from '../../kernel/port';
import { checkInId, idsOfMonth, REMEMBERED } from './rules';

interface Target {
  memberId: string;
  day: Day;
  bookId: string;
  commandId: string;
}

/** The day's record, if any. */
export const recordOf = (db: Database, memberId: string, day: Day): Promise<CheckInDoc | undefined> =>
  db.checkins.get(checkInId(memberId, day));

/**
 * Starts the day's record with its first line, or with none where it only has to remember the command; `undefined` when
 * the day has one already.
 */
export async function startDay(db: Database, target: Target, line?: CheckInLineDoc): Promise<CheckInDoc | undefined> {
  const { memberId, day, bookId, commandId } = target;
  const lines = line === undefined ? {} : { [bookId]: line };
  const doc = { _id: checkInId(memberId, day), memberId, day, lines, commands: [commandId] };
  return (await db.checkins.add(doc)) ? doc : undefined;
}

/**
 * Writes a line into a day's record, field by field, so that what the line does not name stays; `undefined` when the
 * record has seen this command.
 */
export async function writeLine(db: Database, target: Target, line: CheckInLineDoc): Promise<CheckInDoc | undefined> {
  const set = Object.fromEntries(
    Object.entries(line).map(([field, value]) => [`lines.${target.bookId}.${field}`, value]),
  );
  return db.checkins.updateOne(unseen(target), { set, push: remembering(target) });
}

/** Takes a line out of a day's record; `undefined` when there is no record or it has seen this command. */
export async function eraseLine(db: Database, target: Target): Promise<CheckInDoc | undefined> {
  return db.checkins.updateOne(unseen(target), { unset: [`lines.${target.bookId}`], push: remembering(target) });
}

/** A month's records, by the day; those whose lines were all taken back included. */
export async function recordsOfMonth(db: Database, memberId: string, month: Month): Promise<CheckInDoc[]> {
  const { from, to } = idsOfMonth(memberId, month);
  return db.checkins.find({ _id: between(from, to) }, { sort: [['_id', 1]], limit: 31, fields: ['day', 'lines'] });
}

const unseen = ({ memberId, day, commandId }: Target) => ({
  _id: checkInId(memberId, day),
  commands: noneOf([commandId]),
});
const remembering = ({ commandId }: Target) => ({ commands: { items: [commandId], keepLast: REMEMBERED } });
