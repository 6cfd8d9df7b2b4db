import fc from 'fast-check';
import { RESTORABLE_MS, TAPS_MAX } from '../../../cloudfunctions/domains/checkin/rules/checkin';
import { removedLines } from '../../../cloudfunctions/domains/checkin/jobs';
import { command, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { runJob } from '../../support/runJob';
import { act, book, bookId, DAY, DAY_MS, NOW, open, perform, remove, shown, submit, undo } from './acts';

jest.setTimeout(60_000);

describe('an undo takes back exactly what its command did', () => {
  it('whatever stood before, and however old the day is by then', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 8 }),
        fc.record({ do: fc.constantFrom('tap' as const, 'remove' as const), book }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 6 }),
        async (history, last, age, wait) => {
          const town = await open();
          for (const [number, one] of history.entries()) await perform(town, number, one);
          town.clock.now = NOW + (last.do === 'remove' ? age : Math.min(age, 60)) * DAY_MS;
          const before = await shown(town);
          await perform(town, 100, last);
          const changed = JSON.stringify(before) !== JSON.stringify(await shown(town));
          town.clock.now += wait * DAY_MS;
          const { undone } = await undo(town, 101, 100, last.do === 'tap' ? 'tap' : 'removal', last.book);
          expect(await shown(town)).toEqual(before);
          expect(undone).toBe(changed);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('pages, minutes and words come back with a removed line, on a day long past', async () => {
    const town = await open();
    await submit(town, 1, { book: 0, pages: 12, note: '很久以前' });
    town.clock.now = NOW + 200 * DAY_MS;
    const before = await shown(town);
    await remove(town, 2);
    expect(await shown(town)).toEqual([]);
    expect((await undo(town, 3, 2, 'removal')).undone).toBe(true);
    expect(await shown(town)).toEqual(before);
  });
});

describe('deliveries', () => {
  it('an undo that comes before its tap makes the tap do nothing', async () => {
    const town = await open();
    expect((await undo(town, 2, 1, 'tap')).undone).toBe(false);
    await submit(town, 1, { book: 0 });
    expect(await shown(town)).toEqual([]);
    expect((await undo(town, 2, 1, 'tap')).undone).toBe(false);
  });

  it('an undo of a day out of range that has no record leaves none', async () => {
    const town = await open();
    town.clock.now = NOW + 100 * DAY_MS;
    await undo(town, 2, 1, 'tap');
    expect(await town.db.checkins.count({})).toBe(0);
  });

  it('killed before or after any database call and sent again, it ends as one clean run', async () => {
    const gate: Gate = {};
    const run = async (town: Town, again: boolean) => {
      const send = (work: () => Promise<unknown>) => (again ? work().catch(work) : work());
      await send(() => submit(town, 1, { book: 0, note: '记' }));
      await send(() => remove(town, 2));
      await send(() => undo(town, 3, 2, 'removal'));
      await send(() => submit(town, 4, { book: 1 }));
      await send(() => submit(town, 5, { book: 1 }));
      await send(() => undo(town, 6, 4, 'tap', 1));
      await send(() => undo(town, 7, 5, 'tap', 1));
    };
    const clean = await open();
    await run(clean, false);
    const wanted = await clean.dump();
    for (let killed = 1; killed < 40; killed += 1) {
      for (const key of Object.keys(gate)) delete gate[key as keyof Gate];
      const town = await open(gate);
      let calls = 0;
      const count = () => {
        calls += 1;
        if (calls === killed) throw new Error('killed');
      };
      gate.before = count;
      gate.after = count;
      await run(town, true);
      expect(await town.dump()).toEqual(wanted);
    }
  });

  it('a record that changes between two steps of a command is left alone; sent again, the command finds it', async () => {
    const gate: Gate = {};
    const town = await open(gate);
    await submit(town, 1, { book: 0 });
    await submit(town, 2, { book: 0 });
    let calls = 0;
    gate.before = async (call) => {
      calls += 1;
      // Between reading the record and withdrawing the first tap, the other phone's undo comes through.
      if (call === 'checkins.updateOne' && calls > 2) {
        delete gate.before;
        await undo(town, 4, 2, 'tap');
      }
    };
    const first = { commandId: command(3), of: command(1), what: 'tap' as const, day: DAY, bookId: bookId(0) };
    expect(await town.call('reader', 'checkin.undo', first)).toMatchObject({ ok: false, code: 'BUSY' });
    expect((await town.done('reader', 'checkin.undo', first)).undone).toBe(true);
    expect(await shown(town)).toEqual([]);
  });
});

describe('records from before', () => {
  const old = { title: '书', author: '人', tone: 'ink' as const, note: '以前写的', at: 1 };
  const openOld = async () => {
    const town = await open();
    const lines = { [bookId(0)]: old };
    await town.db.checkins.add({ _id: `reader:${DAY}`, memberId: 'reader', day: DAY, lines, commands: [] });
    return town;
  };

  it('are never erased by the undo of a later tap', async () => {
    const town = await openOld();
    const before = await shown(town);
    await submit(town, 1, { book: 0 });
    expect(await undo(town, 2, 1, 'tap')).toMatchObject({ undone: false });
    expect(await shown(town)).toEqual(before);
  });

  it('come back whole when their removal is undone, and can be written into', async () => {
    const town = await openOld();
    const before = await shown(town);
    await remove(town, 1);
    await undo(town, 2, 1, 'removal');
    expect(await shown(town)).toEqual(before);
    await submit(town, 3, { book: 0, pages: 5 });
    expect(await shown(town)).toMatchObject([{ lines: [{ pages: 5, note: '以前写的' }] }]);
  });
});

it('more taps than a line remembers change nothing', async () => {
  const town = await open();
  for (let number = 1; number <= TAPS_MAX + 5; number += 1) await submit(town, number, { book: 0 });
  const record = await town.db.checkins.get(`reader:${DAY}`);
  expect(record?.lines[bookId(0)]?.by).toHaveLength(TAPS_MAX);
  expect((await undo(town, 50, TAPS_MAX + 5, 'tap')).undone).toBe(false);
  expect(await shown(town)).toHaveLength(1);
});

it('a removed line is forgotten once no undo of it can be meant any more, and the rest of the day is not', async () => {
  const town = await open();
  await submit(town, 1, { book: 0, note: '私密' });
  await submit(town, 2, { book: 1 });
  await remove(town, 3);
  expect(await runJob(removedLines, town.db, NOW + RESTORABLE_MS)).toBe('removed 0');
  expect(await runJob(removedLines, town.db, NOW + RESTORABLE_MS + 1)).toBe('removed 1');
  expect(JSON.stringify(await town.dump())).not.toContain('私密');
  expect((await undo(town, 4, 3, 'removal')).undone).toBe(false);
  expect(await shown(town)).toMatchObject([{ lines: [{ book: { id: bookId(1) } }] }]);
});
