/** @jest-environment node */
import fc from 'fast-check';
import { CLOCK_TOLERANCE_MS } from '@contract/constants';
import { momentBefore, settledMoment } from '@/features/checkin/outbox/moment';

const NOON = Date.UTC(2026, 10, 23, 4);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const error = fc.integer({ min: -3 * DAY, max: 3 * DAY });
/** The clock's error when the phone heard the time, at the tap, and when it heard the time again. */
const schedule = fc.record({
  first: error,
  tap: error,
  second: error,
  beforeTap: fc.nat(40 * DAY),
  afterTap: fc.nat(40 * DAY),
});
type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never;

const seen = ({ first, tap, second, beforeTap, afterTap }: Schedule) => ({
  tap: { tappedAt: NOON + tap, clock: { offset: -first, since: NOON - beforeTap } },
  now: { offset: -second, since: NOON + afterTap },
});
const settled = (s: Schedule) => settledMoment(seen(s).tap, seen(s).now);

test('a clock that is wrong by anything and set right or wrong at any moment after the tap moves nothing', () => {
  fc.assert(
    fc.property(schedule, (s) => {
      const same = { ...s, first: s.tap };
      expect(settled(same)).toBe(NOON);
      expect(momentBefore(seen(same).tap)).toBe(NOON);
    }),
  );
});

test('a clock set by more than the phone was out of touch, between the last reply and the tap, moves nothing', () => {
  fc.assert(
    fc.property(schedule, (s) => {
      const change = s.tap - s.first;
      const size = Math.abs(change) - 2 * CLOCK_TOLERANCE_MS;
      fc.pre(size > 0);
      const quick = { ...s, second: s.tap, beforeTap: s.beforeTap % size, afterTap: s.afterTap % size };
      expect(settled(quick)).toBe(NOON);
    }),
  );
});

test('whatever was done to the clock, the moment lies between the replies before and after the tap', () => {
  fc.assert(
    fc.property(schedule, (s) => {
      const at = settled(s);
      expect(at).toBeGreaterThanOrEqual(NOON - s.beforeTap - CLOCK_TOLERANCE_MS);
      expect(at).toBeLessThanOrEqual(NOON + s.afterTap + CLOCK_TOLERANCE_MS);
    }),
  );
});

test('a moment that the server may have taken already is never given up for another', () => {
  fc.assert(
    fc.property(schedule, fc.nat(40 * DAY), (s, sent) => {
      const { tap, now } = seen(s);
      const before = momentBefore(tap);
      // What a server takes is not ahead of its own clock at the sending, which is before the reply.
      const taken = before !== undefined && before <= NOON + Math.min(sent, s.afterTap) + CLOCK_TOLERANCE_MS;
      fc.pre(taken);
      expect(settledMoment(tap, now)).toBe(before);
    }),
  );
});

test('a tap that an earlier version stored goes by the time heard now', () => {
  expect(momentBefore({ tappedAt: NOON + DAY })).toBeUndefined();
  expect(settledMoment({ tappedAt: NOON + DAY }, { offset: -DAY, since: NOON + HOUR })).toBe(NOON);
});
