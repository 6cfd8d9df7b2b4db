import { bookDocument } from '../../../cloudfunctions/domains/book/rules';
import { command, openTown } from '../../support/domains';

const NOW = Date.UTC(2026, 10, 23, 4);
const book = (title: string, author = '佚名') => bookDocument({ title, author, publisher: null, isbn: null }, 0);
const added = { title: '边城', author: '沈从文', publisher: '', isbn: '' };

describe('adding a book', () => {
  it('an organiser adds to the catalogue, and twice is one', async () => {
    const town = await openTown(NOW);
    const first = await town.done('secretary', 'book.add', { commandId: command(1), ...added });
    expect(first.book).toMatchObject({ title: '边城', publisher: null, isbn: null });
    expect(town.trips()).toBe(2);
    expect(await town.done('rival', 'book.add', { commandId: command(2), ...added, title: '《边城》' })).toEqual(first);
    // The reader gets the one that is there.
    expect(await town.done('reader', 'book.add', { commandId: command(3), ...added })).toEqual(first);
  });

  it('what a reader adds is his own: found by him, and by nobody else in any way', async () => {
    const town = await openTown(NOW);
    const { book: own } = await town.done('reader', 'book.add', { commandId: command(1), ...added });
    expect((await town.done('reader', 'book.add', { commandId: command(2), ...added })).book).toEqual(own);
    expect((await town.done('reader', 'book.search', { q: '边城' })).items).toEqual([own]);
    for (const who of ['neighbour', 'secretary', 'head']) {
      expect((await town.done(who, 'book.search', { q: '边城' })).items).toEqual([]);
      expect(await town.call(who, 'book.get', { bookId: own.id })).toMatchObject({ code: 'BOOK_NOT_FOUND' });
      const move = { commandId: command(3), bookId: own.id, to: 'want' as const };
      expect(await town.call(who, 'shelf.move', move)).toMatchObject({ code: 'BOOK_NOT_FOUND' });
    }
  });

  it('refuses an ISBN whose check digit is wrong', async () => {
    const town = await openTown(NOW);
    const reply = await town.call('reader', 'book.add', { commandId: command(1), ...added, isbn: '9787506365438' });
    expect(reply).toMatchObject({ ok: false, code: 'ISBN_INVALID' });
  });
});

describe('searching', () => {
  it('shows every match once over all pages, and a page’s nearest first', async () => {
    const town = await openTown(NOW);
    const titles = Array.from({ length: 45 }, (_, index) => `长征记 ${index}`);
    await town.db.books.addAll([
      ...titles.map((title) => book(title)),
      book('重走长征路'),
      book('长征'),
      book('短歌行'),
    ]);
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await town.done('reader', 'book.search', { q: '长征', cursor });
      expect(town.trips()).toBe(2);
      seen.push(...page.items.map(({ title }) => title));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen.sort()).toEqual([...titles, '重走长征路', '长征'].sort());
    expect((await town.done('reader', 'book.search', { q: '长征' })).items[0]?.title).toBe('长征');
  });

  it('finds nothing by signs alone, without asking the database', async () => {
    const town = await openTown(NOW);
    expect(await town.done('reader', 'book.search', { q: '？！' })).toEqual({ items: [], next: null });
    expect(town.trips()).toBe(1);
  });
});

it('a book tells its place on my shelf and who recommends it to me', async () => {
  const town = await openTown(NOW);
  const one = book('乡土中国', '费孝通');
  await town.db.books.add(one);
  await town.done('reader', 'shelf.move', { commandId: command(1), bookId: one._id, to: 'want' });
  const words = { reason: '读懂脚下的土地', questions: ['一', '二', '三'], pointer: '第一章' };
  const recommend = (orgId: string, publishAt: number | null) => ({ orgId, bookId: one._id, ...words, publishAt });
  await town.done('secretary', 'recommendation.create', { commandId: command(2), ...recommend('eastBranch', null) });
  await town.done('secretary', 'recommendation.create', { commandId: command(3), ...recommend('eastBranch', NOW + 1) });
  await town.done('rival', 'recommendation.create', { commandId: command(4), ...recommend('westBranch', null) });
  const seen = await town.done('reader', 'book.get', { bookId: one._id });
  expect(seen).toMatchObject({ book: { title: '乡土中国' }, status: 'want' });
  expect(seen.recommendations.map(({ recommender }) => recommender.name)).toEqual(['secretary同志']);
  expect(town.trips()).toBe(4);
  expect((await town.done('neighbour', 'book.get', { bookId: one._id })).status).toBeNull();
});
