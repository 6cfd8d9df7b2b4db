import type { ShelfItem } from '../../../contract/domains/shelf/actions';
import type { ShelfStatus } from '../../../contract/domains/shelf/constants';
import { pageOf } from '../../kernel/paging';
import type { BookRef } from '../../../contract/shared/book';
import { revise } from '../../shared/commands/store';
import type { ShelfDatabase, ShelfDoc } from './collections';
import { shelfId, type Found, type Step } from './rules/shelf';

const PAGE = 20;
/** More books than anybody's desk can hold, even where two devices filled it at once. */
const READING_MAX = 100;

const latestFirst = [
  ['since', -1],
  ['_id', 1],
] as const;

/** The entry of a book, whatever its status, and all that is being read: one look at what a command goes by. */
export async function factsOf(
  db: ShelfDatabase,
  memberId: string,
  bookId: string,
): Promise<{ entry: ShelfDoc | undefined; reading: ShelfDoc[] }> {
  const _id = shelfId(memberId, bookId);
  const found = await db.shelf.find(
    { anyOf: [{ _id }, { memberId, status: 'reading' }] },
    { sort: latestFirst, limit: READING_MAX },
  );
  return {
    entry: found.find((doc) => doc._id === _id),
    reading: found.filter(({ status }) => status === 'reading'),
  };
}

/** Carries a step out on an entry that is still as it was found; `undefined` when it is not. */
export const changeEntry = (
  db: ShelfDatabase,
  { _id: id, version = 0 }: ShelfDoc,
  commandId: string,
  { standing, commands: ids }: Step,
): Promise<ShelfDoc | undefined> =>
  revise(db.shelf, { id, version, commandId }, { change: { set: { ...standing } }, ids });

/** Makes the entry of a book that has none; `undefined` when somebody was faster. */
export async function putFirst(
  db: ShelfDatabase,
  memberId: string,
  book: BookRef,
  { status, since, replaced = [], commands }: Found,
): Promise<ShelfDoc | undefined> {
  const doc = { _id: shelfId(memberId, book.id), memberId, book, status, since, replaced, commands };
  return (await db.shelf.add(doc)) ? doc : undefined;
}

/** What is being read, by the facts: what a desk is made from. */
export const readingOf = (db: ShelfDatabase, memberId: string): Promise<ShelfDoc[]> =>
  db.shelf.find(
    { memberId, status: 'reading' },
    { sort: latestFirst, limit: READING_MAX, fields: ['book', 'version'] },
  );

/** One page of the books of a status, those that came to it last first. */
export const pageOfStatus = (
  db: ShelfDatabase,
  memberId: string,
  status: ShelfStatus,
  cursor?: string,
): Promise<{ items: ShelfItem[]; next: string | null }> =>
  pageOf(
    db.shelf,
    { memberId, status },
    {
      sort: ['since', -1],
      cursor,
      size: PAGE,
      fields: ['book', 'status', 'since'],
      view: ({ book, since }) => ({ book, status, since }),
    },
  );
