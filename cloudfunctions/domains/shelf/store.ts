import type { ShelfItem } from '../../../contract/actions/shelf';
import type { ShelfStatus } from '../../../contract/constants';
import { DESK_MAX } from '../../../contract/constants';
import type { Database, Viewer } from '../../kernel/context';
import { Refusal } from '../../kernel/context';
import { pageOf } from '../../kernel/paging';
import { noneOf } from '../../kernel/port';
import type { BookCopy, ShelfDoc } from '../../documents';
import { deskOf, REMEMBERED, shelfId } from './rules';

interface Move {
  memberId: string;
  bookId: string;
  commandId: string;
  to: ShelfStatus | null;
  now: number;
}

const PAGE = 20;
/** Two devices of one reader may settle the desk at once; more than this many in turn is not a reader. */
const DESK_ATTEMPTS = 5;

/** The entry of a book, whatever its status. */
export const entryOf = (db: Database, memberId: string, bookId: string): Promise<ShelfDoc | undefined> =>
  db.shelf.get(shelfId(memberId, bookId));

/** Moves a book that the shelf knows; `undefined` when it does not know it or has seen this command. */
export const moveKnown = (
  db: Database,
  { memberId, bookId, commandId, to, now }: Move,
): Promise<ShelfDoc | undefined> =>
  db.shelf.updateOne(
    { _id: shelfId(memberId, bookId), commands: noneOf([commandId]) },
    { set: { status: to, since: now }, push: { commands: { items: [commandId], keepLast: REMEMBERED } } },
  );

/** Puts a book on the shelf for the first time; `undefined` when somebody was faster. */
export async function putFirst(db: Database, move: Move, book: BookCopy): Promise<ShelfDoc | undefined> {
  const { memberId, commandId, to, now } = move;
  const doc = { _id: shelfId(memberId, book.id), memberId, book, status: to, since: now, commands: [commandId] };
  return (await db.shelf.add(doc)) ? doc : undefined;
}

/** How many books are being read, by the facts. */
export const countReading = (db: Database, memberId: string): Promise<number> =>
  db.shelf.count({ memberId, status: 'reading' });

/**
 * Writes the desk anew from the shelf's facts and gives it back. The facts are read after the version of the desk, and
 * the desk is written only if it still has that version: of two at once, the one with older facts reads them again.
 */
export async function settleDesk(db: Database, viewer: Viewer): Promise<BookCopy[]> {
  let version = viewer.deskVersion;
  for (let attempt = 0; attempt < DESK_ATTEMPTS; attempt += 1) {
    const reading = await db.shelf.find(
      { memberId: viewer._id, status: 'reading' },
      {
        sort: [
          ['since', -1],
          ['_id', 1],
        ],
        limit: DESK_MAX,
        fields: ['book'],
      },
    );
    const desk = deskOf(reading);
    const written = await db.members.update(
      { _id: viewer._id, deskVersion: version ?? null },
      { set: { desk: desk.map((book) => ({ ...book })) }, inc: { deskVersion: 1 } },
    );
    if (written > 0) return desk;
    version = (await db.members.get(viewer._id))?.deskVersion;
  }
  throw new Refusal('BUSY');
}

/** One page of the books of a status, those that came to it last first. */
export const pageOfStatus = (
  db: Database,
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
