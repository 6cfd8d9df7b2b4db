import type { BookDoc } from '../../../cloudfunctions/domains/book/collections';
import type { CheckInDoc } from '../../../cloudfunctions/domains/checkin/collections';
import { checkInId } from '../../../cloudfunctions/domains/checkin/rules/checkin';
import type { OrgDoc } from '../../../cloudfunctions/domains/org/collections';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import { addDays, startOfDay, type Day } from '../../../contract/day';
import type { Crop } from './grow';

/** Check-ins of one reader: the days before today, one after the other. */
export const DAYS_EACH = 50;
/** Days in a row with the same book. */
const DAYS_A_BOOK = 10;

/** Where the readers of a grown city live and what they read. */
export interface Soil {
  branches: readonly OrgDoc[];
  books: readonly BookDoc[];
  today: Day;
}

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('a city needs a branch and a book');
  return item;
}

const readerId = (index: number): string => `grown-reader-${index}`;
export const readerOpenid = (index: number): string => `openid-${readerId(index)}`;

/** So many readers make so many check-ins. */
export const readersOf = (checkIns: number): number => Math.ceil(checkIns / DAYS_EACH);

/** What a reader reads on the day that is `back` days before today. */
export const bookRead = ({ books }: Soil, reader: number, back: number): BookDoc =>
  pick(books, reader + Math.floor(back / DAYS_A_BOOK));

export const readers =
  ({ branches, today }: Soil): Crop<MemberDoc> =>
  (index) => {
    const { _id: orgId, path } = pick(branches, index);
    return {
      _id: readerId(index),
      openid: readerOpenid(index),
      name: `读者${index}`,
      orgIds: [orgId],
      scope: [...path],
      grants: [],
      disabled: false,
      joinedAt: startOfDay(addDays(today, -DAYS_EACH)),
    };
  };

/** A reader's days one after the other, then the next reader's. Every fifth day has a few words. */
export const checkIns =
  (soil: Soil): Crop<CheckInDoc> =>
  (index) => {
    const reader = Math.floor(index / DAYS_EACH);
    const back = (index % DAYS_EACH) + 1;
    const day = addDays(soil.today, -back);
    const { _id: bookId, title, author, tone } = bookRead(soil, reader, back);
    const note = index % 5 === 0 ? `第${back}天，读到这里想起了一件小事。` : null;
    const line = {
      title,
      author,
      tone,
      pages: index % 40,
      note,
      at: startOfDay(day) + 72_000_000,
      by: [`tap-${index}`],
    };
    const memberId = readerId(reader);
    return { _id: checkInId(memberId, day), memberId, day, lines: { [bookId]: line }, commands: [`tap-${index}`] };
  };
