import { fireEvent, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import type { MessageSettings } from '@contract/domains/notice/actions';
import type { Notice } from '@contract/shared/notices';
import { noticeKinds } from '@contract/shared/notices/constants';
import { askConsent } from '@backend/consent';
import { acceptedOf, toAsk } from '@/features/notice/asking';
import { hoursOf, quietChoices, quietKey } from '@/features/notice/hours';
import { Messages } from '@/features/notice/Messages';
import { Notices } from '@/features/notice/Notices';
import { NoticesEntry } from '@/features/notice/NoticesEntry';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, lost, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@backend/consent', () => ({ askConsent: jest.fn() }));

const at = Date.UTC(2026, 10, 23, 4);
const seat: Notice = {
  id: 'n1',
  kind: 'eventSeat',
  thing: 'e1',
  title: '候补补上了',
  text: '已为您报上名。',
  at,
  read: false,
};
const old: Notice = { ...seat, id: 'n0', title: '活动改了地点', at: at - 86_400_000, read: true };
const settings: MessageSettings = {
  on: Object.fromEntries(noticeKinds.map((kind) => [kind, kind !== 'feedbackDue'])),
  perWeek: 3,
  quiet: { from: 22, to: 8 },
  templates: [
    { template: 'event', id: 'E', left: 2 },
    { template: 'reply', id: 'R', left: 0 },
    { template: 'matter', id: 'M', left: 0 },
    { template: 'digest', id: 'D', left: 1 },
  ],
  timer: true,
};
let navigated: jest.SpyInstance;
beforeEach(() => {
  freshPhone();
  navigated = jest.spyOn(Taro, 'navigateTo');
});

test('a tap on a notice reads it and leads to its place', async () => {
  serve({
    'notice.inbox': () => ({ items: [seat, old], next: null }),
    'notice.read': () => ({ notice: { ...seat, read: true } }),
  });
  show(<Notices first={undefined} />);
  fireEvent.click(await screen.findByText('候补补上了'));
  await waitFor(() => expect(sent('notice.read')).toMatchObject([{ id: 'n1' }]));
  expect(navigated).toHaveBeenCalledWith({ url: '/packages/event/detail/index?id=e1' });
});

test('one that was read is opened without reading it again, and a message’s own stands first', async () => {
  serve({ 'notice.inbox': () => ({ items: [seat, old], next: null }) });
  show(<Notices first="n0" />);
  await screen.findByText('活动改了地点');
  const titles = screen.getAllByText(/候补补上了|活动改了地点/).map(({ textContent }) => textContent);
  expect(titles).toEqual(['活动改了地点', '候补补上了']);
  fireEvent.click(screen.getByText('活动改了地点'));
  expect(sent('notice.read')).toEqual([]);
});

test('全部已读 reads up to the latest that is seen, and is not there where all is read', async () => {
  serve({ 'notice.inbox': () => ({ items: [seat], next: null }), 'notice.readAll': () => ({ count: 1 }) });
  const page = show(<Notices first={undefined} />);
  fireEvent.click(await screen.findByText('全部已读'));
  await waitFor(() => expect(sent('notice.readAll')).toMatchObject([{ upTo: at }]));
  page.unmount();
  freshPhone();
  serve({ 'notice.inbox': () => ({ items: [old], next: null }) });
  show(<Notices first={undefined} />);
  await screen.findByText('活动改了地点');
  await waitFor(() => expect(screen.queryByText('全部已读')).toBeNull());
});

test('我的 shows how many are unread, up to a limit, and nothing where there is none or no answer', async () => {
  for (const [count, text] of [
    [2, '2 条未读'],
    [99, '99+ 条未读'],
  ] as const) {
    serve({ 'notice.unread': () => ({ count }) });
    const page = show(<NoticesEntry />);
    await screen.findByText(text);
    page.unmount();
    freshPhone();
  }
  serve({ 'notice.unread': () => lost });
  show(<NoticesEntry />);
  expect(screen.queryByText(/未读/)).toBeNull();
});

test('each tap on the settings is kept at once', async () => {
  serve({ 'notice.set': () => settings });
  show(<Messages settings={settings} />);
  fireEvent.click(screen.getByText('我报名的活动改了时间或地点'));
  await waitFor(() => expect(sent('notice.set')).toMatchObject([{ kind: { kind: 'eventChanged', on: false } }]));
  fireEvent.click(screen.getByText('1 条', { selector: '[role=radio] *, [role=radio]' }));
  await waitFor(() => expect(sent('notice.set')).toHaveLength(2));
  fireEvent.click(screen.getByText('不限'));
  await waitFor(() => expect(sent('notice.set')).toMatchObject([{}, { perWeek: 1 }, { quiet: null }]));
});

test('WeChat is asked for the three with the fewest left, and what was agreed to is counted', async () => {
  serve({ 'notice.consent': () => settings });
  jest.mocked(askConsent).mockResolvedValueOnce({ R: 'accept', M: 'reject', D: 'accept' });
  show(<Messages settings={settings} />);
  fireEvent.click(screen.getByText('再同意一次'));
  await waitFor(() => expect(sent('notice.consent')).toMatchObject([{ accepted: ['reply', 'digest'] }]));
  expect(askConsent).toHaveBeenCalledWith(['R', 'M', 'D']);
});

test('where nothing is agreed to nothing is counted', async () => {
  jest.mocked(askConsent).mockResolvedValueOnce({});
  serve({});
  show(<Messages settings={settings} />);
  fireEvent.click(screen.getByText('再同意一次'));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('没有记'));
  expect(sent('notice.consent')).toEqual([]);
});

test('a deployment without templates, or whose timer may not send, says so in plain words', () => {
  const page = show(<Messages settings={{ ...settings, templates: [] }} />);
  expect(screen.getByText(/还没有开通微信消息/)).toBeTruthy();
  page.unmount();
  show(<Messages settings={{ ...settings, timer: false }} />);
  expect(screen.getByText(/没有开通定时发送/)).toBeTruthy();
});

test('hours keep their word, whatever they are', () => {
  for (const quiet of [null, { from: 22, to: 8 }, { from: 1, to: 5 }]) {
    expect(hoursOf(quietKey(quiet))).toEqual(quiet);
    expect(quietChoices(quiet).map(({ value }) => value)).toContain(quietKey(quiet));
  }
});

test('no more than three templates are asked for at once', () => {
  expect(toAsk(settings.templates).map(({ id }) => id)).toEqual(['R', 'M', 'D']);
  expect(acceptedOf(settings.templates, { E: 'ban', R: 'accept' })).toEqual(['reply']);
});
