import { formerIdentityOf } from '../../../cloudfunctions/domains/book/rules/identity';
import { bookDocument } from '../../../cloudfunctions/domains/book/rules/book';
import { copies } from '../../../cloudfunctions/domains/book/jobs';
import { deriveId } from '../../../cloudfunctions/kernel/ids';
import { command, openTown } from '../../support/domains';
import { runJob } from '../../support/runJob';

const NOW = Date.UTC(2026, 10, 23, 4);
const book = (title: string, author = '佚名') => bookDocument({ title, author, publisher: null, isbn: null }, 0);
const added = { title: '边城', author: '沈从文', publisher: '', isbn: '' };

describe('adding a book', () => {
  it('an organiser adds to the catalogue, and twice is one', async () => {
    const town = await openTown(NOW);
    const first = await town.done('secretary', 'book.add', { commandId: command(1), ...added });
    expect(first.book).toMatchObject({ title: '边城', publisher: null, isbn: null });
    expect(town.trips()).toBe(4);
    expect(town.told()).toBe(true);
    expect(await town.done('rival', 'book.add', { commandId: command(2), ...added, title: '《边城》' })).toEqual(first);
    // The reader gets the one that is there.
    expect(await town.done('reader', 'book.add', { commandId: command(3), ...added })).toEqual(first);
  });

  it('what a reader adds is his own: found by him, and by nobody else in any way', async () => {
    const town = await openTown(NOW);
    const { book: own } = await town.done('reader', 'book.add', { commandId: command(1), ...added });
    expect((await town.done('reader', 'book.add', { commandId: command(2), ...added })).book).toEqual(own);
    // What is nobody else's business is not in the audit either.
    expect(town.told()).toBe(false);
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
    expect(reply).toMatchObject({ ok: false, code: 'ISBN_INVALID', fields: [{ path: 'isbn' }] });
    const issn = await town.call('reader', 'book.add', { commandId: command(1), ...added, isbn: '9771000123456' });
    expect(issn).toMatchObject({ fields: [{ path: 'isbn', message: expect.stringContaining('期刊') as string }] });
  });

  it('C and C++ by one author are two books, and so are two books with the dummy number of one form', async () => {
    const town = await openTown(NOW);
    const add = (number: number, title: string) =>
      town.done('secretary', 'book.add', { commandId: command(number), title, author: '谭浩强' });
    const ids = [await add(1, 'C程序设计'), await add(2, 'C++程序设计'), await add(3, 'C++ 程序设计')].map(
      ({ book }) => book.id,
    );
    expect(new Set(ids).size).toBe(2);
    for (const isbn of ['0000000000', '1111111111', '9780000000002']) {
      const reply = await town.call('secretary', 'book.add', { commandId: command(4), ...added, isbn });
      expect(reply).toMatchObject({ code: 'ISBN_INVALID' });
    }
  });

  it('a book stored under an id of before is found again, and a different one is not taken for it', async () => {
    const town = await openTown(NOW);
    const facts = { title: 'C++程序设计', author: '谭浩强', publisher: null, isbn: null };
    const former = { ...bookDocument(facts, 0), _id: deriveId('b', ...formerIdentityOf(facts)), terms: ['c'] };
    await town.db.books.add(former);
    const add = async (title: string) =>
      (await town.done('secretary', 'book.add', { commandId: command(1), title, author: '谭浩强' })).book.id;
    expect(await add('C++ 程序设计')).toBe(former._id);
    const other = await add('C程序设计');
    expect(other).not.toBe(former._id);
    expect(await add('《C程序设计》')).toBe(other);
  });
});

describe('correcting a book', () => {
  const right = { title: '边城', author: '沈从文', isbn: '9787020002207' };
  const enter = async (who = 'secretary') => {
    const town = await openTown(NOW);
    const { book: wrong } = await town.done(who, 'book.add', { commandId: command(1), ...right, title: '假书名' });
    const correct = (by: string, number: number, version = 0, facts: object = right) =>
      town.call(by, 'book.correct', { commandId: command(number), bookId: wrong.id, version, ...right, ...facts });
    return { town, wrong, correct };
  };

  it('a false title under a real ISBN is corrected by those who answer for it, once, and everybody sees it', async () => {
    const { town, wrong, correct } = await enter();
    const words = { reason: '好', questions: ['一', '二', '三'], pointer: '第一章', publishAt: null };
    const recommend = { commandId: command(2), orgId: 'eastBranch', bookId: wrong.id, ...words };
    await town.done('secretary', 'recommendation.create', recommend);
    await town.done('reader', 'shelf.move', { commandId: command(3), bookId: wrong.id, to: 'reading' });
    expect(await town.done('head', 'book.get', { bookId: wrong.id })).toMatchObject({ mayCorrect: true, version: 0 });
    expect((await town.done('reader', 'book.get', { bookId: wrong.id })).mayCorrect).toBe(false);

    expect(await correct('head', 4)).toMatchObject({
      ok: true,
      data: { book: { id: wrong.id, title: '边城' }, version: 1 },
    });
    // The same command again, as after a lost reply.
    expect(await correct('head', 4)).toMatchObject({ ok: true, data: { version: 1 } });
    expect((await town.done('reader', 'book.search', { q: '边城' })).items).toHaveLength(1);
    expect((await town.done('reader', 'book.search', { q: '假书名' })).items).toEqual([]);
    const [shown] = (await town.done('reader', 'recommendation.list', { which: 'visible' })).items;
    expect(shown?.book.title).toBe('边城');

    expect((await town.done('reader', 'shelf.overview', {})).reading[0]?.title).toBe('边城');
    const moved = await town.done('reader', 'shelf.move', { commandId: command(5), bookId: wrong.id, to: 'finished' });
    expect(moved.item?.book.title).toBe('边城');
    expect(await town.db.books.get(wrong.id)).toMatchObject({ copies: 'fresh' });
    expect(await runJob(copies, town.db, NOW)).toBe('copies 0');
  });

  it('nobody changes through it what an org that he does not run recommends', async () => {
    const { town, wrong, correct } = await enter();
    const words = { reason: '好', questions: ['一', '二', '三'], pointer: '第一章', publishAt: null };
    const recommend = (by: string, orgId: string, number: number) =>
      town.done(by, 'recommendation.create', { commandId: command(number), orgId, bookId: wrong.id, ...words });
    const { recommendation } = await recommend('head', 'east', 2);
    // Nor is it offered to him: what would be refused is no choice.
    const offered = async (who: string) => (await town.done(who, 'book.get', { bookId: wrong.id })).mayCorrect;
    expect([await offered('secretary'), await offered('head')]).toEqual([false, true]);
    const refused = await correct('secretary', 3);
    expect(refused).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('正在推荐') as string });
    const [shown] = (await town.done('reader', 'recommendation.list', { which: 'visible' })).items;
    expect(shown?.book.title).toBe('假书名');
    // Who runs both may; and so may the one who entered it, once it is not recommended there any more.
    expect(await correct('head', 4)).toMatchObject({ ok: true });
    const withdraw = { commandId: command(5), id: recommendation.id, withdrawn: true };
    await town.done('head', 'recommendation.setWithdrawn', withdraw);
    await recommend('secretary', 'eastBranch', 6);
    expect(await offered('secretary')).toBe(true);
    expect(await correct('secretary', 7, 1, { title: '边城（新版）' })).toMatchObject({ ok: true });
  });

  it('nobody else corrects it, and no correction is lost under another', async () => {
    const { town, correct } = await enter();
    expect(await correct('rival', 2)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await correct('reader', 3)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await Promise.all([correct('secretary', 4), correct('head', 5)])).map(({ ok }) => ok).sort()).toEqual([
      false,
      true,
    ]);
    expect(await correct('head', 6)).toMatchObject({ code: 'CONFLICT' });
    const own = await town.done('reader', 'book.add', { commandId: command(7), title: '私藏', author: '佚名' });
    const private_ = { commandId: command(8), bookId: own.book.id, version: 0, ...right };
    expect(await town.call('head', 'book.correct', private_)).toMatchObject({ code: 'BOOK_NOT_FOUND' });
  });

  it('it never becomes a book that is there already, and its old name is free for the book that has it', async () => {
    const { town, wrong, correct } = await enter();
    const titled = { commandId: command(2), title: '长河', author: '沈从文' };
    const other = await town.done('secretary', 'book.add', titled);
    const taken = await correct('secretary', 3, 0, { title: '长河', isbn: '' });
    expect(taken).toMatchObject({ code: 'BOOK_EXISTS', message: expect.stringContaining('《长河》') as string });
    // Corrected to another ISBN: who adds the book of the first one gets a book of its own.
    await correct('secretary', 4, 0, { isbn: '9787506365437' });
    const again = await town.done('secretary', 'book.add', { commandId: command(5), ...right });
    expect(new Set([again.book.id, wrong.id, other.book.id]).size).toBe(3);
    expect(
      await town.done('rival', 'book.add', { commandId: command(6), ...right, isbn: '9787506365437' }),
    ).toMatchObject({
      book: { id: wrong.id },
    });
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
      expect(town.trips()).toBeLessThanOrEqual(3);
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
