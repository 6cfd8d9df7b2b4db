import { derivedFrom } from '../domains/book/rules/book';
import type { BookDoc } from '../domains/book/collections';
import { above } from '../kernel/port';
import type { Job } from './job';

const BATCH = 500;
/** Books written in one run; what is left waits a day. */
const WRITES_MAX = 5000;

/** True for a book that is found by other words than the rules of now say. */
export function outdated({ sortTitle, terms, ...facts }: BookDoc): boolean {
  const now = derivedFrom(facts);
  return (
    sortTitle !== now.sortTitle || terms.length !== now.terms.length || terms.some((term, at) => term !== now.terms[at])
  );
}

/** Gives every book the words by which the rules of now find and sort it; those that have them are only read. */
export const terms: Job = {
  name: 'terms',
  every: 'day',
  async run(db) {
    let written = 0;
    for (let last = ''; written < WRITES_MAX;) {
      const books = await db.books.find({ _id: above(last) }, { sort: [['_id', 1]], limit: BATCH });
      for (const book of books.filter(outdated)) {
        written += await db.books.update({ _id: book._id, title: book.title }, { set: derivedFrom(book) });
      }
      if (books.length < BATCH) break;
      last = books[books.length - 1]?._id ?? '';
    }
    return `terms ${written}`;
  },
};
