import { bookDocument } from '../../../cloudfunctions/domains/book/rules/book';
import { searchBooks } from '../../../cloudfunctions/domains/book/store';
import { terms } from '../../../cloudfunctions/domains/book/jobs';
import { runJob } from '../../support/runJob';
import { memoryDatabase } from '../kernel/memory';

const books = ['家', '春', 'C++程序设计'].map((title) =>
  bookDocument({ title, author: '佚名', publisher: null, isbn: null }, 0),
);

it('books stored under older rules of search get the words of now, once, and are found meanwhile', async () => {
  const { db, calls } = memoryDatabase();
  await db.books.addAll(books.map(({ sortTitle: _sortTitle, ...book }) => ({ ...book, terms: [...book.title] })));
  expect((await searchBooks(db, 'reader', '家', undefined)).items.map(({ title }) => title)).toEqual(['家']);
  expect(await runJob(terms, db, 0)).toBe('terms 3');
  expect(await db.books.find({}, { limit: 9, sort: [['_id', 1]] })).toEqual(
    [...books].sort((a, b) => (a._id < b._id ? -1 : 1)),
  );
  const before = calls();
  expect(await runJob(terms, db, 0)).toBe('terms 0');
  expect(calls() - before).toBe(1);
});
