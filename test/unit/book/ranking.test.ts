import fc from 'fast-check';
import {
  belongsTo,
  partsAfter,
  placeOfText,
  textOfPlace,
  type Place,
} from '../../../cloudfunctions/domains/book/rules/ranking';
import { bookDocument } from '../../../cloudfunctions/domains/book/rules/book';
import { searchBooks } from '../../../cloudfunctions/domains/book/store';
import { distance } from '../../../cloudfunctions/domains/book/rules/terms';
import type { BookDoc } from '../../../cloudfunctions/domains/book/collections';
import { memoryDatabase } from '../kernel/memory';

const book = (title: string, author = '佚名') => bookDocument({ title, author, publisher: null, isbn: null }, 0);
const withoutSortTitle = ({ sortTitle: _sortTitle, ...doc }: BookDoc): BookDoc => doc;

/** All pages of a search, and the round trips of the page that took most. */
async function pages(books: readonly BookDoc[], q: string) {
  const { db, calls } = memoryDatabase();
  await db.books.addAll([...new Map(books.map((doc) => [doc._id, doc])).values()]);
  const titles: string[][] = [];
  let most = 0;
  for (let cursor: string | undefined, more = true; more;) {
    const before = calls();
    const { items, next } = await searchBooks(db, 'reader', q, cursor);
    most = Math.max(most, calls() - before);
    titles.push(items.map(({ title }) => title));
    more = next !== null;
    cursor = next ?? undefined;
  }
  return { titles, most };
}

it('《家》 comes first among 45 others, in two round trips', async () => {
  const others = Array.from({ length: 45 }, (_, index) => book(`${index % 3 === 0 ? '大' : ''}家${String(index)}`));
  const { titles, most } = await pages([...others, book('《家》'), book('家', '另一人')], '家');
  expect(titles[0]?.slice(0, 2).sort()).toEqual(['《家》', '家']);
  expect(titles.flat()).toHaveLength(47);
  expect(most).toBeLessThanOrEqual(2);
});

it.each([
  ['few begin with it', (index: number) => (index % 30 === 0 ? '家' : '大家')],
  ['many begin with it', (index: number) => (index % 2 === 0 ? '家' : '大家')],
  ['none begins with it', () => '大家'],
])(
  'of 150 books of which %s, each is shown once, nearest first, in two round trips a page at most',
  async (_name, of) => {
    // Titles beyond the basic plane, which JavaScript and the database put in different orders.
    const rare = [book('家\u{20000}'), book('家\uFFFD'), book('大家\u{20000}')];
    const docs = [...Array.from({ length: 147 }, (_, index) => book(`${of(index)}${index}`)), ...rare];
    const { titles, most } = await pages(docs, '家');
    const found = titles.flat();
    expect(new Set(found).size).toBe(150);
    expect(found).toHaveLength(150);
    const near = docs.filter(({ title }) => title.startsWith('家')).length;
    expect(found.slice(0, near).every((title) => title.startsWith('家'))).toBe(true);
    expect(most).toBeLessThanOrEqual(2);
  },
);

it('a search that few books answer takes one round trip', async () => {
  const { titles, most } = await pages([book('平凡的世界'), book('凡人修身录'), book('不凡')], '凡');
  expect(titles).toEqual([['凡人修身录', '平凡的世界', '不凡']]);
  expect(most).toBe(1);
});

it('every match is shown once over all pages, the very title and what begins so before all else', async () => {
  const word = fc.constantFrom('家', '春', '秋', '大', 'C', '1');
  const title = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(''));
  const books = fc.array(fc.tuple(title, fc.boolean()), { minLength: 1, maxLength: 90 });
  await fc.assert(
    fc.asyncProperty(books, word, async (chosen, q) => {
      // Some were stored before there was a title to sort by.
      const docs = chosen.map(([one, former], index) =>
        (former ? withoutSortTitle : (doc: BookDoc) => doc)(book(one, `佚${String.fromCharCode(0x7532 + index)}`)),
      );
      const { titles, most } = await pages(docs, q);
      const expected = docs.filter((doc) => doc.title.includes(q)).map((doc) => doc.title);
      expect(titles.flat().sort()).toEqual(expected.sort());
      expect(most).toBeLessThanOrEqual(2);
      const known = docs.filter((doc) => doc.sortTitle !== undefined).map((doc) => doc.title);
      const near = known.filter((one) => distance(one, q) <= 1).length;
      if (known.length === docs.length) {
        expect(
          titles
            .flat()
            .slice(0, near)
            .every((one) => distance(one, q) <= 1),
        ).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

it('a place survives its cursor, and the start is not shown again at the end', () => {
  const place: Place = { part: 'wrapped', sortTitle: '家', id: 'b1' };
  expect(placeOfText(textOfPlace(place), 'b1')).toEqual(place);
  expect(placeOfText(textOfPlace({ ...place, part: 'from' }), 'b1').part).toBe('from');
  expect(placeOfText(5, 'b1')).toEqual({ part: 'from', sortTitle: '', id: 'b1' });
  expect([belongsTo({ part: 'wrapped' }, book('家'), '家'), belongsTo({ part: 'from' }, book('家'), '家')]).toEqual([
    false,
    true,
  ]);
  expect(partsAfter('家', place)).toHaveLength(1);
  expect(partsAfter('家')).toHaveLength(2);
});

it('books stored before there was a title to sort by are all found, over as many pages as they take', async () => {
  const docs = Array.from({ length: 50 }, (_, index) => withoutSortTitle(book(`大家${index}`)));
  const { titles, most } = await pages([...docs, book('家'), book('安家')], '家');
  expect(titles.flat()[0]).toBe('家');
  expect(new Set(titles.flat()).size).toBe(52);
  expect(titles.flat()).toHaveLength(52);
  expect(most).toBeLessThanOrEqual(2);
});
