import fc from 'fast-check';
import { BACKFILL_DAYS } from '../../../contract/domains/checkin/constants';
import { CLOCK_TOLERANCE_MS } from '../../../contract/constants';
import { addDays, dayOf, startOfDay } from '../../../contract/day';
import { clockChanged, dayFor, momentOf } from '../../../cloudfunctions/domains/checkin/rules/checkin';
import { catalogue, command, openTown } from '../../support/domains';

const NOW = Date.UTC(2026, 10, 23, 4);
const MIDNIGHT = startOfDay('20261124');
const DAY_MS = 86_400_000;
const books = catalogue(1);

const open = async (now: number) => {
  const town = await openTown(now);
  await town.db.books.addAll(books);
  return town;
};
const tap = (at: number, clock?: number) => ({
  commandId: command(1),
  bookId: books[0]?._id ?? '',
  book: { title: '书', author: '人', tone: 'ink' as const },
  when: { kind: 'moment' as const, at, clock },
});

describe('the moment of a tap', () => {
  it('is its day, whenever it is sent and however often', () => {
    fc.assert(
      fc.property(
        fc.nat(BACKFILL_DAYS * DAY_MS),
        fc.integer({ min: -CLOCK_TOLERANCE_MS, max: DAY_MS }),
        (age, later) => {
          const at = NOW - age;
          const when = { kind: 'moment' as const, at };
          const day = dayFor(when, NOW);
          expect(day).toBe(dayOf(at));
          expect(momentOf(when, NOW)).toBe(at);
          if (age + later < BACKFILL_DAYS * DAY_MS - DAY_MS) expect(dayFor(when, NOW + later)).toBe(day);
        },
      ),
    );
  });

  it('sent on both sides of midnight is recorded once', async () => {
    for (const at of [MIDNIGHT - 1000, MIDNIGHT, MIDNIGHT + 1000]) {
      const town = await open(MIDNIGHT - 500);
      await town.done('reader', 'checkin.submit', tap(at, MIDNIGHT - 500));
      town.clock.now = MIDNIGHT + 4000;
      await town.done('reader', 'checkin.submit', tap(at, MIDNIGHT + 4000));
      const records = await town.db.checkins.find({ memberId: 'reader' }, { limit: 10 });
      expect(records.map(({ day }) => day)).toEqual([dayOf(at)]);
    }
  });

  it('cannot be older than what may be filled in', () => {
    const oldest = startOfDay(addDays(dayOf(NOW), -BACKFILL_DAYS));
    expect(dayFor({ kind: 'moment', at: oldest }, NOW)).toBe(dayOf(oldest));
    expect(dayFor({ kind: 'moment', at: oldest - 1 }, NOW)).toBeUndefined();
  });
});

describe('a phone clock that was set', () => {
  it.each([
    ['the clock is right', NOW, NOW, false],
    ['the clock is settled', NOW - DAY_MS, undefined, false],
    ['the network was slow', NOW, NOW - CLOCK_TOLERANCE_MS, false],
    ['the clock is behind', NOW, NOW - CLOCK_TOLERANCE_MS - 1, true],
    ['the clock is ahead', NOW, NOW + CLOCK_TOLERANCE_MS + 1, true],
    ['the tap lies ahead', NOW + CLOCK_TOLERANCE_MS + 1, undefined, true],
    ['the tap lies ahead by less than two clocks may differ', NOW + CLOCK_TOLERANCE_MS, undefined, false],
  ])('%s', (_name, at, clock, changed) => {
    expect(clockChanged({ kind: 'moment', at, clock }, NOW)).toBe(changed);
  });

  it('says nothing of a chosen day or a length of time', () => {
    expect(clockChanged({ kind: 'day', day: '20200101' }, NOW)).toBe(false);
    expect(clockChanged({ kind: 'tap', elapsedMs: 5 }, NOW)).toBe(false);
  });

  it('is refused without a trace, and taken once the moment is settled', async () => {
    const town = await open(NOW);
    const before = await town.dump();
    const reply = await town.call('reader', 'checkin.submit', tap(NOW - DAY_MS, NOW + DAY_MS));
    expect(reply).toMatchObject({ ok: false, code: 'CLOCK_CHANGED' });
    expect(await town.dump()).toEqual(before);
    const { checkIn } = await town.done('reader', 'checkin.submit', tap(NOW - DAY_MS));
    expect(checkIn.day).toBe(dayOf(NOW - DAY_MS));
    expect(town.trips()).toBe(2);
  });
});
