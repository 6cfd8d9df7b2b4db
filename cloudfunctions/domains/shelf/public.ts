import type { ShelfStatus } from '../../../contract/domains/shelf/constants';
import type { BookRef } from '../../../contract/shared/book';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { shelfCollections } from './collections';
import { booksOnDesk, renewBatch } from './desk';
import { shelfId } from './rules/shelf';

/** Where a book is on the member's shelf; null when it is not on it. One round trip. */
export async function shelfStatusOf(others: Others, memberId: string, bookId: string): Promise<ShelfStatus | null> {
  const entry = await openOwn(others, shelfCollections).shelf.get(shelfId(memberId, bookId));
  return entry?.status ?? null;
}

/** Renews the copy of a corrected book on every shelf. One round trip; on how many it was. */
export const renewBook = (others: Others, book: BookRef): Promise<number> =>
  openOwn(others, shelfCollections).shelf.update({ 'book.id': book.id }, { set: { book: { ...book } } });

/** The books on the member's desk, the one in hand first. One round trip, four where there is no desk yet. */
export const deskOf = (others: Others, memberId: string): Promise<BookRef[]> =>
  booksOnDesk(openOwn(others, shelfCollections), memberId);

/** Renews a corrected book on one batch of desks, beginning after so many; where the next begins, or `undefined`. */
export const renewDesks = (others: Others, book: BookRef, skip: number): Promise<number | undefined> =>
  renewBatch(openOwn(others, shelfCollections), book, skip);
