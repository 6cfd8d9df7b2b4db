import type { Handlers } from '../../kernel/context';
import { refuse } from '../../kernel/context';
import { addOnce } from '../../kernel/once';
import { recommendationCardView } from '../recommendation/view';
import { shelfId } from '../shelf/rules';
import { bookDocument, catalogueId, EVERYBODY, isbnOf, keepsCatalogue, visibleBook } from './rules';
import { recommendationsOf, searchBooks } from './store';
import { bookView } from './view';

export const bookHandlers: Handlers<'book'> = {
  'book.search': ({ q, cursor }, { db, viewer }) => searchBooks(db, viewer._id, q, cursor),

  'book.get': async ({ bookId }, { db, viewer, now }) => {
    const [book, shelf, recommendations] = await Promise.all([
      db.books.get(bookId),
      db.shelf.get(shelfId(viewer._id, bookId)),
      recommendationsOf(db, viewer, bookId, now),
    ]);
    return {
      book: bookView(visibleBook(book, viewer._id) ?? refuse('book.get', 'BOOK_NOT_FOUND')),
      status: shelf?.status ?? null,
      recommendations: recommendations.map((doc) => recommendationCardView(doc, now)),
    };
  },

  'book.preview': async ({ bookId }, { db }) => {
    const book = await db.books.get(bookId);
    return bookView(book?.audience === EVERYBODY ? book : refuse('book.preview', 'BOOK_NOT_FOUND'));
  },

  // The id says which book it is, so the command id is not needed: the same book added twice is one.
  'book.add': async ({ title, author, publisher, isbn: typed }, { db, viewer, now }) => {
    const isbn = isbnOf(typed);
    if (isbn === undefined) refuse('book.add', 'ISBN_INVALID');
    const facts = { title, author, publisher: publisher || null, isbn };
    if (keepsCatalogue(viewer)) return { book: bookView(await addOnce(db.books, bookDocument(facts, now))) };
    // Where the catalogue has it, the reader gets that one: recommendations and co-readers hang on it.
    const known = await db.books.get(catalogueId(facts));
    return { book: bookView(known ?? (await addOnce(db.books, bookDocument(facts, now, viewer._id)))) };
  },
};
