import { instantOfForm } from '@contract/day';
import { deadlineText, ticketDate, whenText } from '@/features/event/when';

const at = (date: string, time: string) => instantOfForm(date, time);

describe('times of an event, in Shanghai', () => {
  it('names one day once', () => {
    expect(whenText(at('2026-11-28', '19:00'), at('2026-11-28', '20:30'))).toBe('11月28日 周六 19:00–20:30');
  });

  it('names both days of an event over midnight', () => {
    expect(whenText(at('2026-12-31', '22:00'), at('2027-01-01', '00:30'))).toBe(
      '12月31日 周四 22:00 至 1月1日 周五 00:30',
    );
  });

  it('takes a ticket apart into month, day, weekday and time', () => {
    expect(ticketDate(at('2026-11-05', '08:00'))).toEqual({ month: '11月', day: '5', weekday: '周四', time: '08:00' });
  });

  it('gives the deadline as a date, not as a countdown', () => {
    expect(deadlineText(at('2026-11-25', '18:00'))).toBe('11月25日 18:00 截止');
  });
});
