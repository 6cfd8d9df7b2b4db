import type { BookRef } from '../../../contract/shared/book';
import type { MemberContext } from '../../kernel/context';
import { randomId } from '../../kernel/ids';
import { untilWritten } from '../../kernel/retry';
import type { DeskDoc, ShelfDatabase, ShelfDoc } from './collections';
import { deskOf, showsOther } from './rules/shelf';
import { readingOf } from './store';

/*
 * The desk (案头) is a copy of what the shelf's facts say, kept so that 今日 reads it in one round trip. It is written
 * over the version that was made from the facts seen before; whoever finds another one looks again.
 */

/** Desks of one batch of a renewal. */
const DESKS = 50;

/** Writes a desk over the one of `version`; false when it has another by now. */
const writeOver = async (db: ShelfDatabase, _id: string, version: string, desk: Omit<DeskDoc, '_id'>) =>
  (await db.desks.update({ _id, version }, { set: { ...desk } })) > 0;

/**
 * Makes the desk anew from the facts, which are read after the desk: of two at once, the one with older facts repeats.
 * `stamped` gives a desk that is as it should be a version of its own, which the next change looks up: where facts came
 * and went, somebody who saw them in between could else still write them over the same version.
 */
const remakeDesk = (db: ShelfDatabase, memberId: string, { stamped = false } = {}): Promise<BookRef[]> =>
  untilWritten(async () => {
    const standing = await db.desks.get(memberId);
    const made = deskOf(await readingOf(db, memberId));
    const isRight = standing?.version === made.version;
    if (isRight && !stamped) return made.books;
    const desk = isRight ? { ...made, version: randomId('d') } : made;
    const written =
      standing === undefined
        ? await db.desks.add({ _id: memberId, ...desk })
        : await writeOver(db, memberId, standing.version, desk);
    return written ? desk.books : undefined;
  });

/**
 * Brings the desk from the facts seen before a command to those after it, and gives it back. No round trip where nothing
 * comes to the desk or leaves it, else one, two for the
 * first desk; two or three more where it was not made from the facts seen: another device was faster, or a call was killed.
 */
export async function settleDesk(
  { db, viewer }: MemberContext<ShelfDatabase>,
  { before, reading, changed }: { before: readonly ShelfDoc[]; reading: readonly ShelfDoc[]; changed: boolean },
): Promise<BookRef[]> {
  const desk = deskOf(reading);
  const { version } = deskOf(before);
  // What is being read stays as it was, and so does the desk. A retry looks whether the first sending got here.
  if (version === desk.version) return changed ? desk.books : remakeDesk(db, viewer._id);
  if (await writeOver(db, viewer._id, version, desk)) return desk.books;
  if (before.length === 0 && (await db.desks.add({ _id: viewer._id, ...desk }))) return desk.books;
  return remakeDesk(db, viewer._id, { stamped: true });
}

/**
 * The books on a member's desk, the one in hand first. One round trip; the first time, when nothing has been put on the
 * shelf yet or the data is of an earlier version, it is made from the shelf.
 */
export async function booksOnDesk(db: ShelfDatabase, memberId: string): Promise<BookRef[]> {
  return (await db.desks.get(memberId))?.books ?? remakeDesk(db, memberId);
}

/**
 * Renews a corrected book on one batch of the desks that it is on, beginning after so many, and says where the next
 * begins; `undefined` at the end. A desk that its reader changes meanwhile is made from the shelf, which is renewed.
 */
export async function renewBatch(db: ShelfDatabase, book: BookRef, skip: number): Promise<number | undefined> {
  const found = await db.desks.find({ 'books.id': book.id }, { limit: DESKS, skip, sort: [['_id', 1]] });
  await Promise.all(
    found
      .filter(({ books }) => showsOther(books, book))
      .map(({ _id, books, version }) => {
        const renewed = books.map((other) => ({ ...(other.id === book.id ? book : other) }));
        return db.desks.update({ _id, version }, { set: { books: renewed } });
      }),
  );
  return found.length < DESKS ? undefined : skip + DESKS;
}
