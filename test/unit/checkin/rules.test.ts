import fc from 'fast-check';
import { BACKFILL_DAYS } from '../../../contract/domains/checkin/constants';
import { TAP_MAX_AGE_MS } from '../../../contract/constants';
import { addDays, dayOf, daysOfMonth, monthOf, startOfDay } from '../../../contract/day';
import {
  checkInId,
  dayFor,
  detailsOf,
  idsOfMonth,
  momentOf,
} from '../../../cloudfunctions/domains/checkin/rules/checkin';
import { checkInView } from '../../../cloudfunctions/domains/checkin/rules/view';

const NOW = Date.UTC(2026, 10, 23, 4);
const DAY_MS = 86_400_000;

describe('the day of a tap', () => {
  const first = startOfDay('20260101');
  const days = Array.from({ length: 400 }, (_, index) => addDays('20260101', index));

  it('ends at 23:59:59.999 and begins at 00:00:00.000 in Shanghai on each of 400 days', () => {
    for (const [index, day] of days.entries()) {
      const midnight = first + index * DAY_MS;
      expect(dayFor({ kind: 'tap', elapsedMs: 0 }, midnight)).toBe(day);
      expect(dayFor({ kind: 'tap', elapsedMs: 0 }, midnight + DAY_MS - 1)).toBe(day);
      expect(dayFor({ kind: 'tap', elapsedMs: 0 }, midnight + DAY_MS)).not.toBe(day);
    }
  });

  it('is the day on which the finger touched the glass, however long the phone was offline', () => {
    fc.assert(
      fc.property(fc.nat(400 * DAY_MS), fc.nat(TAP_MAX_AGE_MS), (since, elapsedMs) => {
        const tapped = first + since;
        expect(dayFor({ kind: 'tap', elapsedMs }, tapped + elapsedMs)).toBe(dayOf(tapped));
        expect(momentOf({ kind: 'tap', elapsedMs }, tapped + elapsedMs)).toBe(tapped);
      }),
    );
  });

  it('does not move with a phone clock that is a day off', () => {
    fc.assert(
      fc.property(
        fc.nat(400 * DAY_MS),
        fc.nat(TAP_MAX_AGE_MS),
        fc.integer({ min: -DAY_MS, max: DAY_MS }),
        (since, waited, error) => {
          const tapped = first + since;
          // All that the phone sends is a difference between two readings of its own clock.
          const elapsedMs = tapped + waited + error - (tapped + error);
          expect(dayFor({ kind: 'tap', elapsedMs }, tapped + waited)).toBe(dayOf(tapped));
        },
      ),
    );
  });
});

describe('filling in a day', () => {
  const today = dayOf(NOW);
  it.each([
    ['today', 0, true],
    ['the oldest day allowed', -BACKFILL_DAYS, true],
    ['the day before it', -BACKFILL_DAYS - 1, false],
    ['tomorrow', 1, false],
  ])('%s', (_name, days, allowed) => {
    const day = addDays(today, days);
    expect(dayFor({ kind: 'day', day }, NOW)).toBe(allowed ? day : undefined);
  });

  it('is told now', () => {
    expect(momentOf({ kind: 'day', day: addDays(today, -3) }, NOW)).toBe(NOW);
  });
});

it('keeps what is not named, clears null and an empty note', () => {
  expect(detailsOf({})).toEqual({});
  expect(detailsOf({ pages: null, minutes: 5, note: '' })).toEqual({ pages: null, minutes: 5, note: null });
  expect(detailsOf({ pages: 3, note: '好' })).toEqual({ pages: 3, note: '好' });
});

it('finds every record of a month by its id, and none of another month or member', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (offset) => {
      const month = monthOf(addDays('20260101', offset));
      const { from, to } = idsOfMonth('m', month);
      const inside = (id: string) => id >= from && id <= to;
      expect(daysOfMonth(month).every((day) => inside(checkInId('m', day)))).toBe(true);
      const edges = [addDays(`${month}01`, -1), addDays(daysOfMonth(month).at(-1) ?? '', 1)];
      expect(edges.some((day) => inside(checkInId('m', day)))).toBe(false);
      expect(inside(checkInId('n', `${month}01`))).toBe(false);
    }),
  );
});

it('shows the line last told first, and null for what was not typed', () => {
  const line = { title: '书', author: '人', tone: 'ink' as const };
  const lines = {
    b: { ...line, at: 1 },
    c: { ...line, at: 2, pages: 7, minutes: 8, note: '记' },
    a: { ...line, at: 1 },
  };
  const view = checkInView({ day: '20260101', lines });
  expect(view.lines.map(({ book }) => book.id)).toEqual(['c', 'a', 'b']);
  expect(view.lines[0]).toMatchObject({ pages: 7, minutes: 8, note: '记' });
  expect(view.lines[1]).toMatchObject({ pages: null, minutes: null, note: null, at: 1 });
});
