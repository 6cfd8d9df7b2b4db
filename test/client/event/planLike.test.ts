import { addDays, dayOf, formDate, formTime, startOfDay } from '@contract/day';
import { emptyPlan } from '@/features/event/plan';
import { nextTitle, planLike } from '@/features/event/planLike';
import { timesOf, usualOf, withDate } from '@/features/event/times';
import { timesText } from '@/features/event/timesText';
import { likelyDays } from '@/shared/ui/DayField/likelyDays';
import { event } from '../support/facts';

const at = (text: string): number => Date.parse(`${text}+08:00`);

test.each([
  ['江声诵读会 第三期', '江声诵读会 第四期'],
  ['第9场 读书会', '第10场 读书会'],
  ['第 12 期·夜读', '第 13 期·夜读'],
  ['第九讲', '第十讲'],
  ['第十九期', '第二十期'],
  ['第二十次', '第二十一次'],
  ['第十期', '第十一期'],
  ['悦读青春诵读会', '悦读青春诵读会'],
  ['第一书记讲读书', '第一书记讲读书'],
  ['读《第二十二条军规》', '读《第二十二条军规》'],
])('a title that counts counts on: %s', (title, next) => {
  expect(nextTitle(title)).toBe(next);
});

test('a plan like another has no day and the times of the other', () => {
  const plan = planLike({
    ...event,
    startsAt: at('2026-11-20T14:30'),
    endsAt: at('2026-11-20T16:00'),
    deadline: at('2026-11-17T12:00'),
  });
  expect(plan).toMatchObject({ startsAt: null, endsAt: null, deadline: null, capacity: '20', place: '市图书馆' });
  expect(timesText(plan, at('2026-11-22T10:00'))).toBe('14:30–16:00，前 3 天 12:00 截止');
  const dated = withDate(plan, '2026-12-05', at('2026-11-22T10:00'));
  expect(timesOf(dated, at('2026-11-22T10:00'))).toEqual({
    startsAt: at('2026-12-05T14:30'),
    endsAt: at('2026-12-05T16:00'),
    deadline: at('2026-12-02T12:00'),
  });
});

test('the times in words: the day when there is one, and until when one may sign up', () => {
  const now = at('2026-11-29T10:00');
  expect(timesText(emptyPlan, now)).toBe('19:00–21:00，前一天 19:00 截止');
  const soon = withDate(emptyPlan, '2026-11-29', now);
  expect(timesText(soon, now)).toBe('11月29日 周日 19:00–21:00，当天 18:00 截止');
  expect(timesText({ ...soon, deadline: soon.startsAt }, now)).toMatch(/开始前都能报名$/);
  expect(timesText({ ...soon, deadline: at('2026-11-25T18:00') }, now)).toMatch(/11月25日 18:00 截止$/);
});

test('what is usual of an event that closed on its day is so of the next, also when that begins earlier', () => {
  const usual = usualOf({
    startsAt: at('2026-11-20T19:00'),
    endsAt: at('2026-11-20T21:00'),
    deadline: at('2026-11-20T18:00'),
  });
  const plan = { ...emptyPlan, usual, startsAt: at('2026-12-05T09:00') };
  expect(timesOf(plan, at('2026-11-29T10:00'))?.deadline).toBe(at('2026-12-05T08:00'));
});

describe('likely days', () => {
  it.each([
    ['20261123', ['本周三', '本周六', '下周三']],
    ['20261125', ['本周六', '下周三', '下周六']],
    ['20261128', ['下周三', '下周六']],
    ['20261129', ['下周三', '下周六']],
    ['20261230', ['本周六', '下周三', '下周六']],
  ])('on %s are %p, all of them still to come', (today, labels) => {
    const days = likelyDays(today);
    expect(days.map(({ label }) => label)).toEqual(labels);
    for (const { value } of days) expect(value > formDate(startOfDay(today))).toBe(true);
  });

  it('say their date, which contains the visible words', () => {
    for (const { label, spoken } of likelyDays('20261125'))
      expect(spoken).toMatch(new RegExp(`^${label}，\\d+月\\d+日$`));
  });
});

test('a day chosen keeps the time that was chosen, unless that has passed today', () => {
  const now = at('2026-11-29T10:00');
  const plan = withDate(emptyPlan, formDate(startOfDay(addDays(dayOf(now), 3))), now);
  expect(formTime(plan.startsAt ?? 0)).toBe('19:00');
  const early = { ...plan, startsAt: at('2026-12-02T08:00') };
  expect(withDate(early, '2026-12-05', now).startsAt).toBe(at('2026-12-05T08:00'));
  expect(withDate(early, '2026-11-29', now).startsAt).toBe(at('2026-11-29T19:00'));
});
