import { fireEvent, screen, waitFor } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { ARRIVAL_KEPT_MS, forgetArrival, readArrival, rememberArrival } from '@/features/session/arrival';
import EventPage from '@/packages/event/detail/index';
import RecommendationPage from '@/packages/book/recommendation/index';
import TodayPage from '@/pages/today/index';
import { event, recommendation } from '../support/facts';
import { freshPhone, Refusal, sent, serve, show, taro, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const session = { now: 1, day: '20261123', member: { id: 'm1', name: '江望' }, orgs: [], roles: [] };
const preview = { title: event.title, startsAt: event.startsAt, place: event.place, orgName: event.orgName };
let joined = false;
const backend: Backend = {
  'event.get': () => (joined ? { event } : new Refusal('NOT_REGISTERED')),
  'event.preview': () => preview,
  'home.today': () => new Refusal('NOT_REGISTERED'),
  'invitation.accept': () => {
    joined = true;
    return { outcome: 'joined', orgName: '软件 2401 团支部' };
  },
};
const join = () => {
  fireEvent.change(screen.getByLabelText(/邀请码/), { target: { value: 'HANYU2401' } });
  fireEvent.change(screen.getByLabelText(/姓名/), { target: { value: '江望' } });
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('加入'));
};
beforeEach(() => {
  joined = false;
  jest.useRealTimers();
  taro.navigateTo.mockClear();
});

test('a visitor with a link sees what the event is, and stands before it once he has joined', async () => {
  freshPhone({ id: 'e1' });
  serve(backend);
  show(<EventPage />);
  await screen.findByText(event.title);
  expect(screen.getByText(`主办 ${event.orgName}`)).toBeTruthy();
  expect(screen.getByText(event.place)).toBeTruthy();
  join();
  await screen.findByText('带一首诗来。');
  expect(taro.navigateTo).not.toHaveBeenCalled();
  expect(readArrival()).toBeUndefined();
});

test('having left to ask for a code, he joins on 今日 and lands on what he opened', async () => {
  freshPhone({ id: 'e1' });
  serve(backend);
  const page = show(<EventPage />);
  await screen.findByText(event.title);
  page.unmount();
  show(<TodayPage />);
  await screen.findByText(event.title);
  join();
  await waitFor(() => expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/event/detail/index?id=e1' }));
  expect(readArrival()).toBeUndefined();
});

test('having left before the answer came, nobody is led away from where he has gone', async () => {
  freshPhone({ id: 'e1' });
  serve(backend);
  const page = show(<EventPage />);
  await screen.findByText(event.title);
  page.unmount();
  const today = show(<TodayPage />);
  await screen.findByText(event.title);
  join();
  today.unmount();
  await waitFor(() => expect(readArrival()).toBeUndefined());
  expect(joined).toBe(true);
  expect(taro.navigateTo).not.toHaveBeenCalled();
});

test('a member of another organisation is told for whom it is, and what there is for him', async () => {
  freshPhone({ id: 'e1' });
  serve({ ...backend, 'event.get': () => new Refusal('NOT_FOUND') });
  show(<EventPage />);
  await screen.findByText(/这场活动由团市委主办，只面向它的成员/);
  expect(screen.getByText(event.title)).toBeTruthy();
  fireEvent.click(screen.getByText('看看能报名的活动'));
  expect(taro.switchTab).toHaveBeenCalledWith({ url: '/pages/events/index' });
});

test('of a recommendation the book and the organisation are shown, and what is withdrawn is not found', async () => {
  const { book, recommender } = recommendation;
  const { title, author, tone } = book;
  freshPhone({ id: 'r1' });
  serve({
    'recommendation.get': () => new Refusal('NOT_FOUND'),
    'recommendation.preview': () => ({ book: { title, author, tone }, orgName: recommender.orgName }),
  });
  const page = show(<RecommendationPage />);
  await screen.findByText('《万历十五年》');
  fireEvent.click(screen.getByText('找这本书'));
  const url = `/packages/book/search/index?q=${encodeURIComponent('万历十五年')}`;
  expect(taro.navigateTo).toHaveBeenCalledWith({ url });
  page.unmount();
  freshPhone({ id: 'r1' });
  const none = () => new Refusal('NOT_FOUND');
  serve({ 'recommendation.get': none, 'recommendation.preview': none });
  show(<RecommendationPage />);
  await screen.findByText('没有找到，可能已被撤回或删除。');
  expect(sent('recommendation.preview')).toHaveLength(1);
});

test('a link that lost a part on its way is said to be incomplete; nobody is told to mend what he did not fill in', async () => {
  freshPhone({ id: '' });
  serve({ 'event.get': () => new Refusal('BAD_INPUT') });
  show(<EventPage />);
  await screen.findByText('这个链接不完整');
  expect(screen.queryByText(/填写的内容有误/)).toBeNull();
});

test('the phone keeps which thing it was for a week, and nothing else', () => {
  freshPhone();
  const thing = { name: 'bookDetail' as const, id: 'b1' };
  rememberArrival(thing);
  const kept = Taro.getStorageSync<object>('arrival');
  expect(Object.keys(kept).sort()).toEqual(['at', 'id', 'name']);
  expect(readArrival()).toEqual(thing);
  jest.useFakeTimers({ now: Date.now() + ARRIVAL_KEPT_MS });
  expect(readArrival()).toBeUndefined();
  jest.useRealTimers();
  forgetArrival();
  expect(readArrival()).toBeUndefined();
});

test.each([
  { name: 'toString', id: 'x', at: 1 },
  'text',
  { name: 'eventDetail', id: 5, at: 1 },
  { name: 'eventDetail', id: 'x' },
])('what cannot have been kept by us is nothing: %#', (kept) => {
  freshPhone();
  Taro.setStorageSync('arrival', kept);
  expect(readArrival()).toBeUndefined();
});

test.each([
  ['an event', 'event', EventPage, '看别的活动', 'switchTab'],
  ['a 荐书', 'recommendation', RecommendationPage, '看别的荐书', 'navigateTo'],
] as const)('%s that is gone leads on to others', async (_name, thing, ThingPage, label, by) => {
  freshPhone({ id: 'gone' });
  serve({
    'me.session': () => session,
    [`${thing}.get`]: () => new Refusal('NOT_FOUND'),
    [`${thing}.preview`]: () => new Refusal('NOT_FOUND'),
  });
  show(<ThingPage />);
  fireEvent.click(await screen.findByRole('button', { name: label }));
  expect(taro[by]).toHaveBeenCalled();
});
