import type { BookRef } from '../../../contract/shared/book';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { bookCollections } from './collections';
import { EVERYBODY, visibleBook } from './rules/book';
import { bookCopy } from './rules/view';

const books = (others: Others) => openOwn(others, bookCollections).books;

/** What is copied of a book that this member may see, or `undefined`. One round trip. */
export async function findVisibleBook(others: Others, bookId: string, memberId: string): Promise<BookRef | undefined> {
  const book = visibleBook(await books(others).get(bookId), memberId);
  return book && bookCopy(book);
}

/** What is copied of a book of the catalogue, which everybody sees, or `undefined`. One round trip. */
export async function findCatalogueBook(others: Others, bookId: string): Promise<BookRef | undefined> {
  const book = await books(others).get(bookId);
  return book?.audience === EVERYBODY ? bookCopy(book) : undefined;
}
