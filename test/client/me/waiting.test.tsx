import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { WaitingItem } from '@contract/shared/waiting';
import { Waiting } from '@/features/me/waiting/Waiting';
import { opensWaiting, waitingState, waitingTitle } from '@/features/me/waiting/rows';
import { pages } from '@/routes/table';
import { freshPhone, lost, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const item = (more: Partial<WaitingItem> = {}): WaitingItem => ({
  source: 'transfer.asked',
  id: 't1',
  title: '陈望舒想转来',
  context: '汉语言文学 2401 团支部',
  asks: true,
  at: Date.now(),
  until: null,
  ...more,
});

beforeEach(() => freshPhone());

test('where nothing waits there is nothing, not even a head', async () => {
  serve({ 'me.waiting': () => ({ items: [] }) });
  const { container } = show(<Waiting />);
  await waitFor(() => expect(sent('me.waiting')).toHaveLength(1));
  expect(container.textContent).toBe('');
});

test('what waits is read in one call, each with its context and whose turn it is', async () => {
  const mine = item({ id: 't2', title: '转到城南支部', asks: false, source: 'transfer.mine' });
  serve({ 'me.waiting': () => ({ items: [item(), mine] }) });
  show(<Waiting />);
  await screen.findByText('陈望舒想转来');
  expect(screen.getByText('等我处理')).toBeTruthy();
  expect(screen.getByText('等答复')).toBeTruthy();
  expect(sent('me.waiting')).toHaveLength(1);
});

test('a head never says that something is asked where nothing is', () => {
  expect(waitingTitle([item({ asks: false })])).toBe('与我有关');
  expect(waitingTitle([item({ asks: false }), item()])).toBe('等我处理');
});

test('an end is told by its day', () => {
  const until = Date.UTC(2031, 11, 6, 3);
  expect(waitingState(item({ until }))).toBe('2031年12月6日前');
  expect(waitingState(item({ until, asks: false }))).toBe('等答复，至2031年12月6日');
  expect(waitingState(item())).toBeUndefined();
});

test('a row leads to the page that says it deals with such a matter, and one of a later version to none', () => {
  const page = Object.assign(pages.feedbackInbox, { waiting: ['transfer.asked'] });
  opensWaiting(item())?.();
  expect(taro.navigateTo).toHaveBeenCalledWith({ url: `/${page.path}/index?id=t1` });
  expect(opensWaiting(item({ source: 'later.thing' }))).toBeUndefined();
});

test('what could not be read is said, and read again by a tap; offline the page says it already', async () => {
  serve({ 'me.waiting': () => new Refusal('INTERNAL') });
  const { unmount } = show(<Waiting />);
  serve({ 'me.waiting': () => ({ items: [item()] }) });
  fireEvent.click(await screen.findByText('没有读到'));
  await screen.findByText('陈望舒想转来');
  unmount();
  freshPhone();
  serve({ 'me.waiting': () => lost });
  const { container } = show(<Waiting />);
  await waitFor(() => expect(sent('me.waiting').length).toBeGreaterThan(0));
  expect(container.textContent).toBe('');
});
