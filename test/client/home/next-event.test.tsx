import { fireEvent, screen } from '@testing-library/react';
import type { Change, NextEvent, Today } from '@contract/domains/home/actions';
import { addDays, dayLabel, dayOf, monthOf, startOfDay } from '@contract/day';
import TodayPage from '@/pages/today/index';
import { usePersona } from '@/shared/backend/local/personas';
import { setOnline } from '@/shared/call/online';
import { book, event as anyEvent, recommendation } from '../support/facts';
import { freshPhone, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const HOUR_MS = 3_600_000;
const day = dayOf(Date.now());
/** An event at 14:30, so many days from today. */
const inDays = (count: number, more: Partial<NextEvent> = {}): NextEvent => {
  const { id, title, place, orgName } = anyEvent;
  const startsAt = startOfDay(addDays(day, count)) + 14.5 * HOUR_MS;
  return { id, title, startsAt, place, orgName, seated: true, ...more };
};
async function open(event: NextEvent | null, changes: Change[] = []): Promise<void> {
  const data: Today = {
    now: Date.now(),
    day,
    name: '林晓',
    desk: [book],
    month: monthOf(day),
    days: [],
    recommendation,
    event,
    changes,
  };
  serve({ 'home.today': () => data });
  show(<TodayPage />);
  await screen.findByText('记一笔');
}
/** What stands on the page, from top to bottom. */
function order(): string[] {
  const marks: [string, Element | null][] = [
    ['button', screen.queryByText('记一笔')],
    ['event', screen.queryByText(anyEvent.title)],
    ['calendar', screen.queryByRole('grid')],
    ['recommendation', screen.queryByText('书记荐书')],
  ];
  return marks
    .flatMap(([name, node]) => (node ? [{ name, node }] : []))
    .sort((a, b) => (a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    .map(({ name }) => name);
}

let persona = 0;
beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: `guest${persona++}` });
  setOnline(true);
});

test.each([0, 1, 7])('an event in %i days stands above the calendar', async (count) => {
  await open(inDays(count));
  expect(order()).toEqual(['button', 'event', 'calendar', 'recommendation']);
});

test.each([8, 30])('an event in %i days stands below all else', async (count) => {
  await open(inDays(count));
  expect(order()).toEqual(['button', 'calendar', 'recommendation', 'event']);
});

test('one that has begun and is not over still stands above', async () => {
  await open({ ...inDays(0), startsAt: Date.now() - HOUR_MS });
  expect(order().indexOf('event')).toBe(1);
});

test('without an event there is no word of one', async () => {
  await open(null);
  expect(order()).toEqual(['button', 'calendar', 'recommendation']);
});

test('it says the day, the time and the place in one line, and opens the event', async () => {
  await open(inDays(1));
  const line = screen.getByRole('link', { name: new RegExp(anyEvent.title) });
  const [date = ''] = dayLabel(addDays(day, 1)).split(' ');
  expect(line.textContent).toBe(`明天${date}${anyEvent.title}14:30 · ${anyEvent.place}`);
  fireEvent.click(line);
  expect(taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining(`id=${anyEvent.id}`) as string });
});

test('who waits for a place reads so, without a number that others may have changed', async () => {
  await open(inDays(3, { seated: false }));
  expect(screen.getByText(`14:30 · 候补中 · ${anyEvent.place}`)).toBeTruthy();
});

test('what a change above says already of the event is not said twice', async () => {
  const { id, title, startsAt, place } = inDays(3);
  const standing = { id, signedUpAt: 1, plan: 'p', cancelled: false, seated: true, endsAt: startsAt + HOUR_MS };
  await open(inDays(3), [{ kind: 'promoted', title, startsAt, place, standing }]);
  expect(screen.getByText(`${title}：候补轮到您了`)).toBeTruthy();
  expect(order()).toEqual(['button', 'calendar', 'recommendation']);
});
