import { instantOfForm } from '@contract/day';
import { ageOf } from '@/shared/ui/QueryView/age';

const now = instantOfForm('2026-12-01', '08:00');

test.each([
  ['2026-12-01', '07:59', '今天 07:59'],
  ['2026-12-01', '00:00', '今天 00:00'],
  ['2026-11-30', '23:59', '昨天 23:59'],
  ['2026-11-29', '20:14', '11月29日 20:14'],
  ['2026-12-02', '09:00', '12月2日 09:00'],
])('of what was seen on %s at %s it says %s', (date, time, words) => {
  expect(ageOf(instantOfForm(date, time), now)).toBe(`这是${words} 的内容`);
});

test('of what was seen nobody knows when it says so', () => {
  expect(ageOf(undefined, now)).toBe('这是上次看到的内容');
});
