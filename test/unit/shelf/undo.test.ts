import fc from 'fast-check';
import type { ShelfStatus } from '../../../contract/domains/shelf/constants';
import { DESK_MAX } from '../../../contract/domains/shelf/constants';
import { UNDOABLE } from '../../../cloudfunctions/domains/shelf/rules/shelf';
import { bookCopy } from '../../../cloudfunctions/domains/book/rules/view';
import { command, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { bookId, books, deskOfReader, move, NOW, open, shown, undo } from './acts';

jest.setTimeout(60_000);

const place = fc.constantFrom<ShelfStatus | null>('want', 'reading', 'finished', null);
const moves = (maxLength: number) => fc.array(fc.record({ book: fc.nat(3), to: place }), { maxLength });

describe('an undo is the inverse of its move', () => {
  it('places, dates, order and the desk are exactly as before, whatever came before', async () => {
    await fc.assert(
      fc.asyncProperty(moves(12), fc.nat(3), place, async (history, book, to) => {
        const town = await open();
        for (const [number, one] of history.entries()) await move(town, number + 1, one.book, one.to);
        const before = await shown(town);
        await move(town, 100, book, to);
        expect(await undo(town, 101, 100, book)).toMatchObject({ ok: true, data: { undone: true } });
        expect(await shown(town)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('a finished book keeps its date and its place among the finished ones', async () => {
    const town = await open();
    for (const [number, index] of [0, 1, 2].entries()) await move(town, number + 1, index, 'finished');
    const before = await shown(town);
    await move(town, 10, 1, 'reading');
    await undo(town, 11, 10, 1);
    expect(await shown(town)).toEqual(before);
    expect(before.finished.items[1]).toMatchObject({ book: { id: bookId(1) }, since: NOW + 2000 });
  });

  it('a book that was put on the shelf for the first time is off it again', async () => {
    const town = await open();
    await move(town, 1, 0, 'reading');
    expect(await undo(town, 2, 1, 0)).toMatchObject({ data: { item: null, desk: [], undone: true } });
    expect(await shown(town)).toEqual({
      reading: [],
      want: { items: [], next: null },
      finished: { items: [], next: null },
    });
  });

  it('an entry from before moves could be undone comes back as well', async () => {
    const town = await open();
    const book = books[0] ? bookCopy(books[0]) : undefined;
    if (!book) throw new Error('no book');
    const old = { _id: `reader:${book.id}`, memberId: 'reader', book, status: 'finished' as const, since: 5 };
    await town.db.shelf.add({ ...old, commands: [] });
    await move(town, 1, 0, 'want');
    expect(await undo(town, 2, 1, 0)).toMatchObject({ data: { item: { status: 'finished', since: 5 }, undone: true } });
  });
});

describe('two phones, one of them behind', () => {
  it('an undo on the first leaves the later move of the second, and says so', async () => {
    const town = await open();
    await move(town, 1, 0, 'reading');
    await move(town, 2, 0, 'finished');
    const before = await shown(town);
    expect(await undo(town, 3, 1, 0)).toMatchObject({ data: { item: { status: 'finished' }, undone: false } });
    expect(await undo(town, 3, 1, 0)).toMatchObject({ data: { undone: false } });
    expect(await shown(town)).toEqual(before);
  });

  it('any sequence ends as a plain model says, with every command delivered twice and again late', async () => {
    const act = fc.oneof(
      { weight: 2, arbitrary: fc.record({ book: fc.nat(2), to: place }) },
      { weight: 1, arbitrary: fc.record({ undo: fc.nat(6) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20 }), fc.nat(40), async (sequence, late) => {
        const town = await open();
        const model = new Model();
        const sent: (() => Promise<unknown>)[] = [];
        const moved: { number: number; book: number }[] = [];
        for (const [index, one] of sequence.entries()) {
          const number = index + 1;
          const target = 'undo' in one ? moved.at(-1 - one.undo) : undefined;
          if ('undo' in one) {
            if (!target) continue;
            sent.push(() => undo(town, number, target.number, target.book));
            const undone = model.undo(target.number, target.book);
            expect(await sent.at(-1)?.()).toMatchObject({ data: { undone } });
          } else {
            sent.push(() => move(town, number, one.book, one.to));
            moved.push({ number, book: one.book });
            model.move(number, one.book, one.to);
          }
          const reply = await sent.at(-1)?.();
          expect(await sent.at(-1)?.()).toEqual(reply);
          await sent[late % sent.length]?.();
        }
        const { reading, want, finished } = await shown(town);
        expect(reading.map(({ id }) => id)).toEqual(model.at('reading').map(([id]) => id));
        for (const [status, page] of Object.entries({ want, finished })) {
          expect(page.items.map(({ book, since }) => [book.id, since])).toEqual(model.at(status));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('at once and in any order, an undo wins or keeps the other phone’s move, and the desk says what the shelf says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), place, async (scheduler, to) => {
        const gate: Gate = {};
        const town = await open(gate);
        await move(town, 1, 0, 'finished');
        await move(town, 2, 1, 'reading');
        await move(town, 3, 0, 'reading');
        gate.before = (call) => scheduler.schedule(Promise.resolve(), call);
        const both = [undo(town, 4, 3, 0), move(town, 5, 0, to), move(town, 6, 2, 'reading')];
        await scheduler.waitFor(Promise.all(both));
        gate.before = undefined;
        expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true, true]);
        const entries = await town.db.shelf.find({ memberId: 'reader' }, { sort: [['since', -1]], limit: 9 });
        expect(entries.find(({ book }) => book.id === bookId(0))?.status).toBe(to);
        const reading = entries.filter(({ status }) => status === 'reading').map(({ book }) => book.id);
        expect((await deskOfReader(town))?.sort()).toEqual(reading.sort());
      }),
      { numRuns: 100 },
    );
  });
});

describe('deliveries', () => {
  it('an undo that comes before its move makes the move do nothing', async () => {
    for (const known of [false, true]) {
      const town = await open();
      if (known) await move(town, 1, 0, 'want');
      const before = await shown(town);
      expect(await undo(town, 3, 2, 0)).toMatchObject({ data: { undone: false } });
      await move(town, 2, 0, 'reading');
      expect(await shown(town)).toEqual(before);
    }
  });

  it('killed before or after any database call and sent again, it ends as one clean run', async () => {
    const run = async (killed: number) => {
      const gate: Gate = {};
      const town = await open(gate);
      let calls = 0;
      gate.before = gate.after = () => {
        calls += 1;
        if (calls === killed) throw new Error('killed');
      };
      const certain = (send: () => Promise<unknown>) => send().catch(send);
      await certain(() => move(town, 1, 0, 'reading'));
      await certain(() => move(town, 2, 1, 'reading'));
      await certain(() => move(town, 3, 0, 'finished'));
      await certain(() => undo(town, 4, 3, 0));
      await certain(() => undo(town, 5, 1, 0));
      await certain(() => undo(town, 6, 2, 1));
      gate.before = gate.after = undefined;
      return town.dump();
    };
    const wanted = await run(0);
    for (let killed = 1; killed <= 60; killed += 1) expect(await run(killed)).toEqual(wanted);
  });

  it('gives way where the book never stops changing between looking and writing', async () => {
    const gate: Gate = {};
    const town = await open(gate);
    await move(town, 1, 0, 'want');
    const entry = { _id: `reader:${bookId(0)}` };
    gate.before = async (call) => {
      if (call !== 'shelf.updateOne') return;
      const before = gate.before;
      gate.before = undefined;
      await town.db.shelf.update(entry, { inc: { version: 1 } });
      gate.before = before;
    };
    expect(await undo(town, 2, 1, 0)).toMatchObject({ ok: false, code: 'BUSY' });
    gate.before = undefined;
    expect(await undo(town, 2, 1, 0)).toMatchObject({ data: { undone: true } });
  });
});

describe('limits', () => {
  /** Nine books, the first read to its end, another in its place. */
  async function filled(): Promise<Town> {
    const town = await open();
    for (let index = 0; index < DESK_MAX; index += 1) await move(town, index + 1, index, 'reading');
    await move(town, 20, 0, 'finished');
    await move(town, 21, DESK_MAX, 'reading');
    return town;
  }

  it('a desk that filled up meanwhile takes no book back, without a trace; with room made, the same undo does', async () => {
    const town = await filled();
    const before = await town.dump();
    expect(await undo(town, 22, 20, 0)).toMatchObject({ ok: false, code: 'DESK_FULL' });
    expect(await town.dump()).toEqual(before);
    await move(town, 23, 1, 'want');
    expect(await undo(town, 22, 20, 0)).toMatchObject({ data: { undone: true, desk: { length: DESK_MAX } } });
  });

  it('the last moves of a book can be undone one after the other, an older one says that it was not', async () => {
    const town = await open();
    const places = ['want', 'reading', 'finished', null] as const;
    for (let number = 1; number <= UNDOABLE + 1; number += 1) await move(town, number, 0, places[number % 4] ?? null);
    for (let back = 0; back <= UNDOABLE; back += 1) {
      const undone = back < UNDOABLE;
      expect(await undo(town, 50 + back, UNDOABLE + 1 - back, 0)).toMatchObject({ data: { undone } });
    }
  });

  it('costs no more round trips than the move', async () => {
    const town = await open();
    await move(town, 1, 0, 'reading');
    await move(town, 2, 0, 'finished');
    expect(town.trips()).toBe(4);
    await undo(town, 3, 2, 0);
    expect(town.trips()).toBe(4);
    await undo(town, 3, 2, 0);
    expect(town.trips()).toBe(4);
  });

  it('an unknown book is not found, and another’s move is none of one’s own', async () => {
    const town = await open();
    const unknown = { commandId: command(1), of: command(2), bookId: 'b_nothing' };
    expect(await town.call('reader', 'shelf.undo', unknown)).toMatchObject({ ok: false, code: 'BOOK_NOT_FOUND' });
    await move(town, 3, 0, 'want');
    const foreign = { commandId: command(9), of: command(3), bookId: bookId(0) };
    expect((await town.done('neighbour', 'shelf.undo', foreign)).undone).toBe(false);
    expect((await shown(town)).want.items).toHaveLength(1);
  });
});

/** What a reader with two phones expects. */
class Model {
  private states = new Map<number, { number: number; to: ShelfStatus | null; since: number }[]>();

  move(number: number, book: number, to: ShelfStatus | null): void {
    this.states.set(book, [...(this.states.get(book) ?? []), { number, to, since: NOW + number * 1000 }]);
  }

  undo(of: number, book: number): boolean {
    const states = this.states.get(book) ?? [];
    if (states.at(-1)?.number !== of) return false;
    this.states.set(book, states.slice(0, -1));
    return true;
  }

  at = (status: string) =>
    [...this.states]
      .flatMap(([book, states]) => states.slice(-1).map((state) => ({ book, ...state })))
      .filter(({ to }) => to === status)
      .sort((a, b) => b.since - a.since)
      .map(({ book, since }) => [bookId(book), since]);
}
