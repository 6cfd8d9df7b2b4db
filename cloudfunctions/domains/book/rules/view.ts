import type { BookRef } from '../../../../contract/shared/book';
import type { BookDoc } from '../collections';

/** A book as readers see it. */
export const bookView = (doc: BookDoc): BookRef => ({
  id: doc._id,
  title: doc.title,
  author: doc.author,
  publisher: doc.publisher,
  isbn: doc.isbn,
  tone: doc.tone,
});

/** What other documents keep of a book. */
export const bookCopy = (doc: BookDoc): BookRef => bookView(doc);
