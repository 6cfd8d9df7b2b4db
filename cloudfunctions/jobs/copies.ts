import { bookCopy } from '../domains/book/rules/view';
import type { BookDoc } from '../domains/book/collections';
import type { MemberDoc } from '../kernel/collections';
import type { Database } from '../schema';
import type { Job } from './job';

/** Corrected books renewed in one run; what is left waits an hour. */
const BOOKS = 50;
const BATCH = 200;
/** Batches of desks for one book; more readers at once than a city has. */
const BATCHES_MAX = 50;

/** True for a desk that still shows the book as it was. */
const shows = (desk: MemberDoc['desk'], book: BookDoc): boolean =>
  desk.some((copy) => copy.id === book._id && (copy.title !== book.title || copy.author !== book.author));

/** Renews the book on every desk. A desk that its reader changes meanwhile is made from the shelf, which is renewed. */
async function renewDesks(db: Database, book: BookDoc): Promise<void> {
  const copy = bookCopy(book);
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const members = await db.members.find(
      { 'desk.id': book._id },
      { limit: BATCH, skip: batch * BATCH, fields: ['desk', 'deskVersion'] },
    );
    for (const { _id, desk, deskVersion } of members.filter((member) => shows(member.desk, book))) {
      const renewed = desk.map((other) => ({ ...(other.id === book._id ? copy : other) }));
      await db.members.update({ _id, deskVersion: deskVersion ?? null }, { set: { desk: renewed } });
    }
    if (members.length < BATCH) return;
  }
}

/** Brings a corrected book to the recommendations, shelves and desks that keep a copy of it. */
export const copies: Job = {
  name: 'copies',
  every: 'hour',
  async run(db) {
    const stale = await db.books.find({ copies: 'stale' }, { limit: BOOKS });
    for (const book of stale) {
      const set = { book: { ...bookCopy(book) } };
      await db.recommendations.update({ 'book.id': book._id }, { set });
      await db.shelf.update({ 'book.id': book._id }, { set });
      await renewDesks(db, book);
      // Corrected again meanwhile: it stays stale.
      await db.books.update({ _id: book._id, version: book.version ?? null }, { set: { copies: 'fresh' } });
    }
    return `copies ${stale.length}`;
  },
};
