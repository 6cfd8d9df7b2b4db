import fc from 'fast-check';
import { addDays, dayOf, weekdayOf } from '../../../contract/day';
import { addWorkdays, holidaysKnown, isWorkday } from '../../../contract/workdays';

const days = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) }).map((instant) => dayOf(instant));

describe('working days', () => {
  it('are the weekdays but for holidays, and the weekend days worked instead', () => {
    expect(['20260217', '20261001', '20261002', '20260919'].map(isWorkday)).toEqual([false, false, false, false]);
    expect(['20260228', '20260920', '20261010', '20260224'].map(isWorkday)).toEqual([true, true, true, true]);
  });

  it('over a long holiday are counted from day to day', () => {
    // From the day before 国庆 2026: 8 and 9 October, the Saturday worked instead, then Monday and Tuesday.
    expect(addWorkdays('20260930', 5)).toEqual({ day: '20261013', known: true });
  });

  it('of a year whose holidays are not known yet are its weekdays, and the count says so', () => {
    expect(isWorkday('20270101')).toBe(true);
    expect(isWorkday('20270102')).toBe(false);
    expect(addWorkdays('20261230', 1)).toEqual({ day: '20261231', known: true });
    expect(addWorkdays('20261230', 2)).toEqual({ day: '20270101', known: false });
  });

  it('counted from any day end on a working day, with as many of them on the way as were asked for', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 15 }), (from, count) => {
        const { day, known } = addWorkdays(from, count);
        let worked = 0;
        for (let at = addDays(from, 1); at <= day; at = addDays(at, 1)) worked += isWorkday(at) ? 1 : 0;
        expect([worked, isWorkday(day), known]).toEqual([
          count,
          true,
          holidaysKnown(day) && holidaysKnown(addDays(from, 1)),
        ]);
      }),
    );
  });

  it('and free days of each known year balance: as many weekend days are worked as weekdays were moved', () => {
    for (const year of ['2025', '2026']) {
      const all = Array.from({ length: 365 }, (_, index) => addDays(`${year}0101`, index));
      const workedWeekends = all.filter((day) => weekdayOf(day) > 4 && isWorkday(day));
      const freeWeekdays = all.filter((day) => weekdayOf(day) < 5 && !isWorkday(day));
      expect([workedWeekends.length, freeWeekdays.length]).toEqual(year === '2025' ? [5, 18] : [6, 19]);
    }
  });
});
