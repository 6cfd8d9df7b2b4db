import fc from 'fast-check';
import type { ShelfStatus } from '../../../contract/domains/shelf/constants';
import { DESK_MAX } from '../../../contract/domains/shelf/constants';
import { deskOf, isFull } from '../../../cloudfunctions/domains/shelf/rules/shelf';
import { bookCopy } from '../../../cloudfunctions/domains/book/rules/view';
import { catalogue, command, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { bookId, books, deskOfReader, move, NOW, open } from './acts';

// Hundreds of runs, each of many steps: on a busy machine more than the usual five seconds.
jest.setTimeout(60_000);

const readingOf = async (town: Town) =>
  (await town.db.shelf.find({ memberId: 'reader', status: 'reading' }, { sort: [['since', -1]], limit: 50 })).map(
    ({ book }) => book.id,
  );

type Step = { book: number; to: ShelfStatus | null } | { twin: number };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ book: fc.nat(3), to: fc.constantFrom('want', 'reading', 'finished', null) }) },
    { weight: 1, arbitrary: fc.record({ twin: fc.nat(20) }) },
  ),
  { maxLength: 20 },
);

it('any sequence of moves and late twins ends as a plain model says, the book in hand first', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const town = await open();
      // Each book once, in the order in which it came where it is.
      let model: { book: number; to: ShelfStatus | null }[] = [];
      const sent: (() => Promise<unknown>)[] = [];
      for (const [index, step] of sequence.entries()) {
        if ('twin' in step) {
          await sent[step.twin % Math.max(1, sent.length)]?.();
          continue;
        }
        const send = () => move(town, index + 1, step.book, step.to);
        sent.push(send);
        const reply = await send();
        expect(await send()).toEqual(reply);
        model = [step, ...model.filter(({ book }) => book !== step.book)];
      }
      const wanted = model.filter(({ to }) => to === 'reading').map(({ book }) => bookId(book));
      expect((await deskOfReader(town)) ?? []).toEqual(wanted);
      const overview = await town.done('reader', 'shelf.overview', {});
      expect(overview.reading.map(({ id }) => id)).toEqual(wanted);
      for (const status of ['want', 'finished'] as const) {
        expect(overview[status].items.map(({ book }) => book.id)).toEqual(
          model.filter(({ to }) => to === status).map(({ book }) => bookId(book)),
        );
      }
    }),
    { numRuns: 30 },
  );
});

it('from two devices at once, in any order, the desk ends as the shelf says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.record({ book: fc.nat(2), to: fc.constantFrom('reading' as const, 'finished' as const) }), {
        minLength: 2,
        maxLength: 4,
      }),
      async (scheduler, moves) => {
        const gate: Gate = {};
        const town = await open(gate);
        gate.before = (call) => scheduler.schedule(Promise.resolve(), call);
        const calls = moves.map(({ book, to }, index) => move(town, index + 1, book, to));
        await scheduler.waitFor(Promise.all(calls));
        gate.before = undefined;
        expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true);
        expect(new Set(await deskOfReader(town))).toEqual(new Set(await readingOf(town)));
      },
    ),
    { numRuns: 50 },
  );
});

it('a desk made from older facts gives way to one made from newer ones', async () => {
  const gate: Gate = {};
  const town = await open(gate);
  let overtaken = false;
  gate.before = async (call) => {
    if ((call !== 'desks.update' && call !== 'desks.add') || overtaken) return;
    // The first has read the shelf and is about to write the desk: now the other device puts a book down, all at once.
    overtaken = true;
    await move(town, 2, 1, 'reading');
  };
  const reply = await move(town, 1, 0, 'reading');
  expect(reply).toMatchObject({ ok: true, data: { desk: [{ id: bookId(1) }, { id: bookId(0) }] } });
  expect(await deskOfReader(town)).toEqual([bookId(1), bookId(0)]);
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
    const certain = (...args: [number, number, ShelfStatus | null]) =>
      move(town, ...args).catch(() => move(town, ...args));
    await certain(1, 0, 'reading');
    await certain(2, 1, 'reading');
    await certain(3, 0, 'finished');
    await certain(4, 1, null);
    gate.before = gate.after = undefined;
    return town.dump();
  };
  const wanted = await run(0);
  for (let killed = 1; killed <= 50; killed += 1) expect(await run(killed)).toEqual(wanted);
});

describe('the desk', () => {
  it('holds nine books and refuses a tenth until one is gone', async () => {
    const town = await open();
    for (let index = 0; index < DESK_MAX; index += 1) await move(town, index + 1, index, 'reading');
    expect(await move(town, 20, DESK_MAX, 'reading')).toMatchObject({ ok: false, code: 'DESK_FULL' });
    expect(await readingOf(town)).toHaveLength(DESK_MAX);
    // One that lies there may come to the top, and the same command sent again is fine.
    expect(await move(town, 21, 0, 'reading')).toMatchObject({ ok: true });
    await move(town, 22, 0, 'finished');
    const reply = await move(town, 23, DESK_MAX, 'reading');
    expect(reply).toMatchObject({ ok: true, data: { item: { status: 'reading' }, desk: { length: DESK_MAX } } });
    expect(await deskOfReader(town)).toEqual(await readingOf(town));
  });

  it('is judged by the shelf where a crash left too many on it', async () => {
    const town = await open();
    const stale = books.slice(0, DESK_MAX).map((book) => ({ ...bookCopy(book) }));
    await town.db.desks.add({ _id: 'reader', books: stale, version: 'of facts that are gone' });
    expect(await move(town, 1, DESK_MAX, 'reading')).toMatchObject({ ok: true, data: { desk: { length: 1 } } });
  });

  it('is full only for another book', () => {
    const lying = books.slice(0, DESK_MAX).map((book) => ({ _id: book._id, book: bookCopy(book) }));
    expect(isFull(lying, bookId(DESK_MAX))).toBe(true);
    expect(isFull(lying, bookId(0))).toBe(false);
    expect(isFull(lying.slice(1), bookId(DESK_MAX))).toBe(false);
    expect(deskOf([...lying, ...lying]).books).toEqual(lying.map(({ book }) => book));
  });
});

it('the list of a status shows every book once over all pages', async () => {
  const town = await open();
  const many = catalogue(45);
  const entries = many.map((book, index) => ({
    _id: `reader:${book._id}`,
    memberId: 'reader',
    book: bookCopy(book),
    status: 'want' as const,
    since: NOW + Math.floor(index / 10),
    commands: [],
  }));
  await town.db.shelf.addAll(entries);
  const { want } = await town.done('reader', 'shelf.overview', {});
  const seen = want.items.map(({ book }) => book.id);
  for (let cursor = want.next; cursor !== null;) {
    const page = await town.done('reader', 'shelf.list', { status: 'want', cursor });
    seen.push(...page.items.map(({ book }) => book.id));
    cursor = page.next;
  }
  expect([...seen].sort()).toEqual(many.map(({ _id }) => _id).sort());
  expect((await town.done('neighbour', 'shelf.list', { status: 'want' })).items).toEqual([]);
});

it('costs 4 round trips, for a book that the shelf knows and for a first one, and once 5 to begin the desk', async () => {
  const town = await open();
  await move(town, 1, 0, 'want');
  expect(town.trips()).toBe(4);
  await move(town, 2, 0, 'reading');
  expect(town.trips()).toBe(5);
  await move(town, 3, 0, 'finished');
  expect(town.trips()).toBe(4);
  await town.done('reader', 'shelf.overview', {});
  expect(town.trips()).toBe(4);
});

it('an unknown book is not found, whatever is asked', async () => {
  const town = await open();
  for (const [index, to] of (['want', 'reading', null] as const).entries()) {
    const reply = await town.call('reader', 'shelf.move', { commandId: command(index + 1), bookId: 'b_nothing', to });
    expect(reply).toMatchObject({ ok: false, code: 'BOOK_NOT_FOUND' });
  }
});

describe('a desk that is not there yet', () => {
  it('is made from the shelf when it is first looked at, and read as it is from then on', async () => {
    const town = await open();
    await move(town, 1, 0, 'reading');
    await move(town, 2, 1, 'reading');
    await town.db.desks.remove({ _id: 'reader' });
    const { reading } = await town.done('reader', 'shelf.overview', {});
    expect(reading.map(({ id }) => id)).toEqual([bookId(1), bookId(0)]);
    await town.done('reader', 'shelf.overview', {});
    expect(town.trips()).toBe(4);
  });

  it('holds what the shelf holds already, where a book is moved first', async () => {
    const town = await open();
    await move(town, 1, 0, 'reading');
    await town.db.desks.remove({ _id: 'reader' });
    expect(await move(town, 2, 1, 'reading')).toMatchObject({ ok: true, data: { desk: [{}, { id: bookId(0) }] } });
    expect(await deskOfReader(town)).toEqual([bookId(1), bookId(0)]);
  });
});

it('a book put on the desk and finished on another device before the desk was written does not lie there', async () => {
  const gate: Gate = {};
  const town = await open(gate);
  await move(town, 1, 0, 'reading');
  let overtaken = false;
  gate.before = async (call) => {
    if (call !== 'desks.update' || overtaken) return;
    overtaken = true;
    // The facts are then what they were before, and so is the desk: nothing of it tells the late writer to look again.
    await move(town, 9, 2, 'finished');
  };
  await move(town, 5, 2, 'reading');
  gate.before = undefined;
  expect(overtaken).toBe(true);
  expect(await deskOfReader(town)).toEqual([bookId(0)]);
  // A later move finds the desk as any other.
  await move(town, 6, 1, 'reading');
  expect(await deskOfReader(town)).toEqual([bookId(1), bookId(0)]);
});

it('a desk made from facts that changed since is never written over one that knows them, even if it shows the same', async () => {
  const gate: Gate = {};
  const town = await open(gate);
  await move(town, 1, 0, 'reading');
  await move(town, 2, 1, 'reading');
  let overtaken = false;
  gate.before = async (call) => {
    if (call !== 'desks.update' || overtaken) return;
    overtaken = true;
    // On the other device the new book leaves again, and both others leave and come back in turn: the desk shows what it
    // did before, by other facts.
    await move(town, 9, 2, 'finished');
    for (const [index, book] of [0, 1].entries()) {
      await move(town, 10 + index * 2, book, 'finished');
      await move(town, 11 + index * 2, book, 'reading');
    }
  };
  await move(town, 5, 2, 'reading');
  gate.before = undefined;
  expect(overtaken).toBe(true);
  expect(await readingOf(town)).toEqual([bookId(1), bookId(0)]);
  expect(await deskOfReader(town)).toEqual([bookId(1), bookId(0)]);
});
