import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Change, Today } from '@contract/domains/home/actions';
import { dayOf, instantOfForm, monthOf } from '@contract/day';
import TodayPage from '@/pages/today/index';
import { usePersona } from '@/shared/backend/local/personas';
import { setOnline } from '@/shared/call/online';
import { book } from '../support/facts';
import { freshPhone, lost, sent, serve, show, taro, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const day = dayOf(Date.now());
const startsAt = instantOfForm('2026-11-28', '19:00');
const ofEvent = (kind: 'cancelled' | 'restored' | 'promoted' | 'moved', id: string): Change => ({
  kind,
  title: `${id}诵读`,
  startsAt,
  place: '市图书馆',
  standing: { id, signedUpAt: 1, plan: 'P1', cancelled: kind === 'cancelled', seated: true, endsAt: startsAt },
});
const answered: Change = { kind: 'answered', id: 'f1', ticket: '20261123-4F7K' };
let changes: Change[] = [];
const today = (): Today => ({
  now: Date.now(),
  day,
  name: '林晓',
  desk: [book],
  month: monthOf(day),
  days: [],
  recommendation: null,
  event: null,
  changes,
});
const open = async (told: Change[], backend: Backend = {}) => {
  changes = told;
  serve({
    'home.today': today,
    'home.seen': ({ events, tickets }) => {
      const gone = [...events.map(({ id }) => id), ...tickets];
      changes = changes.filter((one) => !gone.includes(one.kind === 'answered' ? one.id : one.standing.id));
      return {};
    },
    ...backend,
  });
  show(<TodayPage />);
  await screen.findByText(/林晓/);
};

let persona = 0;
beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: `told${persona++}` });
  setOnline(true);
});

test('where nothing changed there is no block', async () => {
  await open([]);
  expect(screen.queryByText('有变动')).toBeNull();
  expect(screen.queryByText('知道了')).toBeNull();
});

test('each change says what happened, when and where; 知道了 puts them away on every phone', async () => {
  const told = [ofEvent('cancelled', 'e1'), ofEvent('promoted', 'e2'), answered];
  await open(told);
  expect(screen.getByText('e1诵读：已取消')).toBeTruthy();
  expect(screen.getByText('席位已留好，11月28日 19:00 · 市图书馆')).toBeTruthy();
  expect(screen.getByText('编号 20261123-4F7K')).toBeTruthy();
  fireEvent.click(screen.getByText('知道了'));
  await waitFor(() => expect(screen.queryByText('有变动')).toBeNull());
  await waitFor(() => expect(sent('home.seen')).toHaveLength(1));
  const standings = told.flatMap((change) => (change.kind === 'answered' ? [] : [change.standing]));
  expect(sent('home.seen')[0]).toMatchObject({ events: standings, tickets: ['f1'] });
  expect(screen.queryByText('有变动')).toBeNull();
});

test('a line opens its event and puts away that one alone', async () => {
  await open([ofEvent('moved', 'e1'), ofEvent('restored', 'e2')]);
  expect(screen.getByText('e2诵读：照常举行')).toBeTruthy();
  fireEvent.click(screen.getByText('e1诵读：时间地点有变'));
  expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/event/detail/index?id=e1' });
  await waitFor(() => expect(sent('home.seen')[0]).toMatchObject({ events: [{ id: 'e1' }] }));
  await waitFor(() => expect(screen.queryByText('e1诵读：时间地点有变')).toBeNull());
  expect(screen.getByText('e2诵读：照常举行')).toBeTruthy();
});

test('put away while the network is gone, they come back rather than being lost', async () => {
  await open([answered], { 'home.seen': () => lost });
  fireEvent.click(screen.getByText('您的投诉建议有答复了'));
  expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/about/feedback/index' });
  await screen.findByText('您的投诉建议有答复了');
});
