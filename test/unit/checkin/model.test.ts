import fc from 'fast-check';
import { addDays, dayOf } from '../../../contract/day';
import type { ActionInput } from '../../../contract/registry';
import { catalogue, command, openTown } from '../../support/domains';
import type { Gate } from '../../support/gated';

// Hundreds of runs, each of many steps: on a busy machine more than the usual five seconds.
jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 23, 4);
const TODAY = dayOf(NOW);
const books = catalogue(3);
const bookId = (index: number) => books[index]?._id ?? '';

const open = async (gate: Gate = {}) => {
  const town = await openTown(NOW, gate);
  await town.db.books.addAll(books);
  return town;
};
/** The first book is as the phone shows it, the others are looked up. */
const inHand = { title: '手机上的书名', author: '手机上的作者', tone: 'ink' as const };
const tap = (number: number, book = 0, more: Partial<ActionInput<'checkin.submit'>> = {}) => ({
  commandId: command(number),
  bookId: bookId(book),
  when: { kind: 'tap' as const, elapsedMs: 0 },
  ...(book === 0 ? { book: inHand } : {}),
  ...more,
});

type Step =
  | { kind: 'submit'; book: number; ago: number; pages?: number | null; note?: string | null }
  | { kind: 'remove'; book: number; ago: number }
  | { kind: 'twin'; of: number };

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('submit' as const),
      book: fc.nat(2),
      ago: fc.nat(1),
      pages: fc.option(fc.integer({ min: 1, max: 2000 })),
      note: fc.option(fc.constantFrom('', '一段心得')),
    },
    { requiredKeys: ['kind', 'book', 'ago'] },
  ),
  fc.record({ kind: fc.constant('remove' as const), book: fc.nat(2), ago: fc.nat(1) }),
  fc.record({ kind: fc.constant('twin' as const), of: fc.nat(30) }),
);

/** What a reader expects: lines by day and book, and nothing ever happens twice. */
type Model = Record<string, Record<string, { pages: number | null; note: string | null }>>;

function expected(model: Model, step: Exclude<Step, { kind: 'twin' }>): void {
  const lines = (model[addDays(TODAY, -step.ago)] ??= {});
  const id = bookId(step.book);
  if (step.kind === 'remove') {
    delete lines[id];
    return;
  }
  const old = lines[id] ?? { pages: null, note: null };
  lines[id] = {
    pages: step.pages === undefined ? old.pages : step.pages,
    note: step.note === undefined ? old.note : step.note || null,
  };
}

it('any sequence of records, corrections, removals and late twins ends as a plain model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 25 }), async (steps) => {
      const town = await open();
      const model: Model = {};
      const sent: (() => Promise<unknown>)[] = [];
      for (const [index, step] of steps.entries()) {
        if (step.kind === 'twin') {
          await sent[step.of % Math.max(1, sent.length)]?.();
          continue;
        }
        const { book, ago, kind, ...details } = step;
        const day = addDays(TODAY, -ago);
        const send =
          kind === 'submit'
            ? () => town.done('reader', 'checkin.submit', tap(index, book, { when: { kind: 'day', day }, ...details }))
            : () => town.done('reader', 'checkin.remove', { commandId: command(index), day, bookId: bookId(book) });
        sent.push(send);
        expected(model, step);
        const reply = (await send()) as { checkIn: unknown };
        expect(await send()).toEqual(reply);
      }
      const found: Model = {};
      for (const month of new Set([TODAY.slice(0, 6), addDays(TODAY, -1).slice(0, 6)])) {
        for (const { day, lines } of (await town.done('reader', 'checkin.month', { month })).days) {
          found[day] = Object.fromEntries(lines.map(({ book, pages, note }) => [book.id, { pages, note }]));
        }
      }
      expect(found).toEqual(
        Object.fromEntries(Object.entries(model).filter(([, lines]) => Object.keys(lines).length > 0)),
      );
    }),
    { numRuns: 60 },
  );
});

it('ten fast taps with ten command ids are one record with one line', async () => {
  const town = await open();
  await Promise.all(Array.from({ length: 10 }, (_, index) => town.call('reader', 'checkin.submit', tap(index))));
  const records = await town.db.checkins.find({ memberId: 'reader' }, { limit: 100 });
  expect(records).toHaveLength(1);
  expect(Object.keys(records[0]?.lines ?? {})).toEqual([bookId(0)]);
});

it('costs 2 round trips for the book in hand, a removal and an undo, 3 for another book and for words, 4 for a further tap', async () => {
  const town = await open();
  await town.done('reader', 'checkin.submit', tap(1));
  expect(town.trips()).toBe(2);
  const undo = { commandId: command(9), of: command(1), day: TODAY, bookId: bookId(0) };
  await town.done('reader', 'checkin.undo', { ...undo, what: 'tap' });
  expect(town.trips()).toBe(2);
  await town.done('reader', 'checkin.submit', tap(2, 0, { pages: 3 }));
  expect(town.trips()).toBe(4);
  await town.done('reader', 'checkin.submit', tap(3, 0, { pages: 4 }));
  expect(town.trips()).toBe(3);
  await town.done('reader', 'checkin.submit', tap(8));
  expect(town.trips()).toBe(4);
  await town.done('reader', 'checkin.submit', tap(5, 1));
  expect(town.trips()).toBe(4);
  await town.done('reader', 'checkin.remove', { commandId: command(4), day: TODAY, bookId: bookId(0) });
  expect(town.trips()).toBe(2);
  await town.done('reader', 'checkin.undo', { ...undo, commandId: command(10), of: command(4), what: 'removal' });
  expect(town.trips()).toBe(2);
  await town.done('reader', 'checkin.month', { month: TODAY.slice(0, 6) });
  expect(town.trips()).toBe(2);
});

it('killed before or after any database call and sent again, it ends as one clean run', async () => {
  const gate: Gate = {};
  const clean = await open();
  const commands = [tap(1), tap(2, 1, { pages: 12 }), tap(3, 0, { note: '记下' })];
  for (const input of commands) await clean.done('reader', 'checkin.submit', input);
  const wanted = await clean.dump();
  for (let killed = 0; killed < 24; killed += 1) {
    for (const key of Object.keys(gate)) delete gate[key as keyof Gate];
    const town = await open(gate);
    let calls = 0;
    const count = () => {
      calls += 1;
      if (calls === killed) throw new Error('killed');
    };
    gate.before = count;
    gate.after = count;
    for (const input of commands) {
      await town.call('reader', 'checkin.submit', input).catch(() => town.call('reader', 'checkin.submit', input));
    }
    expect(await town.dump()).toEqual(wanted);
  }
});

describe('refuses', () => {
  it('a day out of range', async () => {
    const town = await open();
    const reply = await town.call('reader', 'checkin.submit', tap(1, 0, { when: { kind: 'day', day: '20240101' } }));
    expect(reply).toMatchObject({ ok: false, code: 'DAY_OUT_OF_RANGE' });
  });

  it('a book that is not there, or somebody else’s own', async () => {
    const town = await open();
    await town.db.books.add({ ...(books[0] ?? never()), _id: 'b_private', audience: 'neighbour' });
    for (const id of ['b_nothing', 'b_private']) {
      const reply = await town.call('reader', 'checkin.submit', { ...tap(1, 1), bookId: id });
      expect(reply).toMatchObject({ ok: false, code: 'BOOK_NOT_FOUND' });
    }
    const removed = await town.done('reader', 'checkin.remove', {
      commandId: command(2),
      day: TODAY,
      bookId: 'b_nothing',
    });
    expect(removed.checkIn.lines).toEqual([]);
  });
});

it('is seen by its reader only', async () => {
  const town = await open();
  await town.done('reader', 'checkin.submit', tap(1, 0, { note: '只给自己' }));
  const month = TODAY.slice(0, 6);
  for (const who of ['neighbour', 'secretary', 'head', 'stranger']) {
    expect((await town.done(who, 'checkin.month', { month })).days).toEqual([]);
  }
});

const never = (): never => {
  throw new Error('no book');
};
