import type { ShelfStatus } from '../../../contract/domains/shelf/constants';
import type { BookRef } from '../../../contract/shared/book';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { shelfCollections } from './collections';
import { shelfId } from './rules/shelf';

/** Where a book is on the member's shelf; null when it is not on it. One round trip. */
export async function shelfStatusOf(others: Others, memberId: string, bookId: string): Promise<ShelfStatus | null> {
  const entry = await openOwn(others, shelfCollections).shelf.get(shelfId(memberId, bookId));
  return entry?.status ?? null;
}

/** Renews the copy of a corrected book on every shelf. One round trip; on how many it was. */
export const renewBook = (others: Others, book: BookRef): Promise<number> =>
  openOwn(others, shelfCollections).shelf.update({ 'book.id': book.id }, { set: { book: { ...book } } });
