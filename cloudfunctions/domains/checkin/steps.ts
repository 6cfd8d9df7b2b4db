import type { CheckInDatabase, CheckInDoc } from './collections';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { dayFor, WORDS } from './rules/checkin';
import { putLine, recordOf, remember, startDay, tapAgain, writeLine, type Target, type Told } from './store';

const saysMore = ({ pages, minutes, note }: Told): boolean =>
  pages !== undefined || minutes !== undefined || note !== undefined;

/**
 * Puts a line down or writes into it, the usual case first. A command seen before finds the record as it is; so does a
 * tap on a line that counts no taps. Refused with BUSY when the record changed between two steps: sent again, the command
 * finds it as it is.
 */
export async function putDown(db: CheckInDatabase, target: Target, told: Told): Promise<CheckInDoc> {
  const words = saysMore(told);
  const line = { ...told, by: [words ? WORDS : target.commandId] };
  const put = () => putLine(db, target, line);
  const [first, second] = words ? [() => writeLine(db, target, told), put] : [put, () => tapAgain(db, target)];
  const done = (await startDay(db, target, { line })) ?? (await first()) ?? (await second());
  if (done !== undefined) return done;
  const known = await recordOf(db, target.memberId, target.day);
  if (known !== undefined && wasSeen(known, target.commandId)) return known;
  const isThere = known !== undefined && Object.hasOwn(known.lines, target.bookId);
  return (isThere && !words ? await remember(db, target) : undefined) ?? refuse('BUSY');
}

/**
 * For a command that finds nothing to take back: remembered all the same, or, sent again later, it would take back what is put
 * down meanwhile. A day without a record gets one only within the days that may be written.
 */
export async function rememberOnly(
  db: CheckInDatabase,
  target: Target,
  { known, now, commands }: { known: CheckInDoc | undefined; now: number; commands?: string[] },
): Promise<Pick<CheckInDoc, 'day' | 'lines'>> {
  if (known !== undefined && wasSeen(known, target.commandId)) return known;
  if (known !== undefined) return (await remember(db, target, commands)) ?? refuse('BUSY');
  if (dayFor({ kind: 'day', day: target.day }, now) === undefined) return { day: target.day, lines: {} };
  return (await startDay(db, target, { commands })) ?? refuse('BUSY');
}
