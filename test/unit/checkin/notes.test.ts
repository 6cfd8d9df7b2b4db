import fc from 'fast-check';
import { addDays } from '../../../contract/day';
import { encodeCursor } from '../../../cloudfunctions/kernel/paging';
import { command, type Town } from '../../support/domains';
import { bookId, DAY, open, remove, submit, undo } from './acts';

/* What a reader wrote about one book, page by page. */

const written = async (town: Town, who = 'reader', book = 0) => {
  const notes = [];
  let cursor: string | undefined;
  do {
    const page = await town.done(who, 'checkin.ofBook', { bookId: bookId(book), ...(cursor && { cursor }) });
    notes.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return notes;
};
const write = (town: Town, number: number, daysAgo: number, note: string | null, who = 'reader', book = 0) =>
  town.done(who, 'checkin.submit', {
    commandId: command(number),
    bookId: bookId(book),
    when: { kind: 'day', day: addDays(DAY, -daysAgo) },
    note,
  });

describe('what I wrote about a book', () => {
  it('is every text of mine on it and nothing else, the newest first, however many pages it takes', async () => {
    const days = fc.uniqueArray(fc.nat(40), { maxLength: 30, size: 'max' });
    await fc.assert(
      fc.asyncProperty(days, days, async (mine, elsewhere) => {
        const town = await open();
        let number = 0;
        for (const ago of mine) await write(town, (number += 1), ago, `第${ago}天`);
        for (const ago of elsewhere) await write(town, (number += 1), ago, '另一本', 'reader', 1);
        const notes = await written(town);
        const expected = [...mine].sort((a, b) => a - b);
        expect(notes).toEqual(expected.map((ago) => ({ day: addDays(DAY, -ago), note: `第${ago}天` })));
      }),
      { numRuns: 25 },
    );
  });

  it('is nobody else’s: another reader of the same book, his secretary and those above get their own, which is nothing', async () => {
    const town = await open();
    await write(town, 1, 0, '只给自己看');
    for (const who of ['neighbour', 'secretary', 'head', 'stranger']) expect(await written(town, who)).toEqual([]);
    await write(town, 2, 1, '邻座的话', 'neighbour');
    expect(await written(town)).toEqual([{ day: DAY, note: '只给自己看' }]);
  });

  it('costs one round trip besides the identity, for every page', async () => {
    const town = await open();
    for (let ago = 0; ago < 12; ago += 1) await write(town, ago, ago, '一句');
    const first = await town.done('reader', 'checkin.ofBook', { bookId: bookId(0) });
    expect([first.items.length, town.trips()]).toEqual([10, 2]);
    await town.done('reader', 'checkin.ofBook', { bookId: bookId(0), cursor: first.next ?? '' });
    expect(town.trips()).toBe(2);
  });

  it('leaves out a day without words, words that were cleared and a line that was removed; an undo brings it back', async () => {
    const town = await open();
    await write(town, 1, 0, '要移除的');
    await write(town, 2, 1, '要清空的');
    await write(town, 3, 1, null);
    await submit(town, 4, { book: 1, pages: 20 });
    await remove(town, 5);
    expect([await written(town), await written(town, 'reader', 1)]).toEqual([[], []]);
    await undo(town, 6, 5, 'removal');
    expect(await written(town)).toEqual([{ day: DAY, note: '要移除的' }]);
  });

  it('a forged position is refused, or only skips along one’s own days', async () => {
    const town = await open();
    await write(town, 1, 0, '我的');
    await write(town, 2, 0, '邻座的', 'neighbour');
    for (const position of ['neighbour:20261123', '20261399', '', '~', 20261123]) {
      const forged = { bookId: bookId(0), cursor: encodeCursor([position, 'neighbour:20261123']) };
      expect(await town.call('reader', 'checkin.ofBook', forged)).toMatchObject({ ok: false, code: 'BAD_INPUT' });
    }
    const later = encodeCursor([addDays(DAY, 1), `neighbour:${DAY}`]);
    const page = await town.done('reader', 'checkin.ofBook', { bookId: bookId(0), cursor: later });
    expect(page.items).toEqual([{ day: DAY, note: '我的' }]);
  });

  it('takes any book of the shape of an id, and nothing that a path could be bent with', async () => {
    const town = await open();
    expect(await town.done('reader', 'checkin.ofBook', { bookId: 'unknown' })).toEqual({ items: [], next: null });
    for (const bent of ['a.b', '$where', '__proto__'])
      await expect(town.call('reader', 'checkin.ofBook', { bookId: bent })).rejects.toThrow();
  });
});
