import type { ShelfItem } from '../../../contract/domains/shelf/actions';
import type { ShelfStatus } from '../../../contract/domains/shelf/constants';
import type { MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { deskVersionOf, writeDesk } from '../../kernel/members';
import { pageOf } from '../../kernel/paging';
import type { BookRef } from '../../../contract/shared/book';
import { revise } from '../../shared/commands/store';
import type { ShelfDatabase, ShelfDoc } from './collections';
import { deskOf, shelfId, type Found, type Step } from './rules/shelf';

const PAGE = 20;
/** Two devices of one reader may settle the desk at once; more than this many in turn is not a reader. */
const DESK_ATTEMPTS = 5;
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

/** What is being read, by the facts. */
const readingOf = (db: ShelfDatabase, memberId: string): Promise<ShelfDoc[]> =>
  db.shelf.find({ memberId, status: 'reading' }, { sort: latestFirst, limit: READING_MAX, fields: ['book'] });

/**
 * Writes the desk anew from the shelf's facts and gives it back. The facts are read after the version of the desk, and
 * the desk is written only if it still has that version: of two at once, the one with older facts reads them again.
 */
export async function settleDesk(
  { db, others, viewer }: MemberContext<ShelfDatabase>,
  known: readonly ShelfDoc[],
): Promise<BookRef[]> {
  const memberId = viewer._id;
  let version = viewer.deskVersion;
  let reading = known;
  for (let attempt = 0; attempt < DESK_ATTEMPTS; attempt += 1) {
    const desk = deskOf(reading);
    if (await writeDesk(others, { memberId, version }, desk)) return desk;
    version = await deskVersionOf(others, memberId);
    reading = await readingOf(db, memberId);
  }
  refuse('BUSY');
}

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
