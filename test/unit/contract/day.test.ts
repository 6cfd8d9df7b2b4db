import fc from 'fast-check';
import * as day from '../../../contract/day';

const instants = fc.integer({ min: 1_577_836_800_000, max: 4_102_444_800_000 });

describe('the Shanghai day', () => {
  it('turns at midnight in Shanghai, on each of 400 days, whatever the server’s zone', () => {
    for (let index = 0; index < 400; index += 1) {
      const today = day.addDays('20261123', index);
      const start = day.startOfDay(today);
      expect(day.dayOf(start)).toBe(today);
      expect(day.dayOf(start - 1)).toBe(day.addDays(today, -1));
      expect(day.dayOf(start + 86_399_999)).toBe(today);
    }
  });

  it('is the same in three server zones', () => {
    const zone = process.env.TZ;
    const seen = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai'].map((name) => {
      process.env.TZ = name;
      return [day.dayOf(Date.UTC(2026, 10, 22, 16)), day.startOfDay('20261123'), day.weekdayOf('20261123')];
    });
    process.env.TZ = zone;
    expect(seen).toEqual(Array.from({ length: 3 }, () => ['20261123', Date.UTC(2026, 10, 22, 16), 0]));
  });

  it('adds and counts days without losing one', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -800, max: 800 }), (instant, count) => {
        const today = day.dayOf(instant);
        const then = day.addDays(today, count);
        expect(day.daysBetween(today, then)).toBe(count);
        expect(day.isDay(then)).toBe(true);
        expect(day.weekdayOf(then)).toBe((((day.weekdayOf(today) + count) % 7) + 7) % 7);
      }),
    );
  });

  it('knows which days exist', () => {
    expect(day.isDay('20240229')).toBe(true);
    for (const text of ['20230229', '20261301', '20260431', '2026112', '2026-11-23', '']) {
      expect(day.isDay(text)).toBe(false);
    }
  });

  it('lists a month, and steps through months', () => {
    expect(day.daysOfMonth('202402')).toHaveLength(29);
    expect(day.daysOfMonth('202611').at(-1)).toBe('20261130');
    expect(day.addMonths('202612', 1)).toBe('202701');
    expect(day.addMonths('202601', -1)).toBe('202512');
    expect(day.monthOf('20261123')).toBe('202611');
  });

  it('reads and writes what forms and people see', () => {
    const instant = day.instantOfForm('2026-11-23', '19:30');
    expect(instant).toBe(Date.UTC(2026, 10, 23, 11, 30));
    expect([day.formDate(instant), day.formTime(instant)]).toEqual(['2026-11-23', '19:30']);
    expect(day.instantLabel(instant)).toBe('11月23日 19:30');
    expect(day.dayLabel('20261103')).toBe('11月3日 周二');
    for (const [date, time] of [
      ['2026-02-30', '19:30'],
      ['2026-11-23', '24:00'],
      ['2026-11-23', '9:30'],
    ] as const) {
      expect(day.instantOfForm(date, time)).toBeNaN();
    }
  });
});
