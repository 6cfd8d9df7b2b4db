import { act, screen, waitFor } from '@testing-library/react';
import { instantOfForm } from '@contract/day';
import { usePersona } from '@/shared/backend/local/personas';
import { learnClock } from '@/shared/call/clock';
import { patch, queryClient } from '@/shared/call/client';
import { useListCall, useQueryCall } from '@/shared/call/query';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Stale } from '@/shared/ui/QueryView/Stale';
import { book, otherBook, recommendation } from '../support/facts';
import { freshPhone, lost, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

function Pick() {
  const query = useQueryCall('recommendation.get', { id: 'r1' });
  return (
    <QueryView query={query} skeleton={<span>骨架</span>}>
      {(data) => <span>{data.recommendation.reason}</span>}
    </QueryView>
  );
}
function Search() {
  const list = useListCall('book.search', { q: '书' });
  return (
    <div>
      {list.items.map(({ id, title }) => (
        <span key={id}>{title}</span>
      ))}
      {list.hasMore && <button onClick={list.loadMore}>更多</button>}
    </div>
  );
}
const pick = (reason: string) => ({ recommendation: { ...recommendation, reason }, status: null, mayEdit: false });

beforeEach(() => freshPhone());
afterEach(() => {
  usePersona.setState({ id: null });
  learnClock({ now: Date.now() });
});

test('a screen seen once is seen again without network, and says how old it is, in whatever launch', async () => {
  const seenAt = instantOfForm('2026-11-28', '20:14');
  learnClock({ now: seenAt });
  serve({ 'recommendation.get': () => pick('ABC123') });
  const first = show(<Pick />);
  await screen.findByText('ABC123');
  first.unmount();

  learnClock({ now: seenAt + 12 * 3_600_000 });
  queryClient.clear();
  serve({ 'recommendation.get': () => lost });
  show(<Pick />);
  expect(screen.getByText('ABC123')).toBeTruthy();
  await screen.findByText('这是昨天 20:14 的内容');
  // A command that is confirmed of it makes it no younger.
  act(() => patch('recommendation.get', { id: 'r1' }, (data) => ({ ...(data as object) })));
  await act(() => queryClient.invalidateQueries());
  await screen.findByText('这是昨天 20:14 的内容');
  expect(screen.getByText('ABC123')).toBeTruthy();
});

test('what no phone may keep says how old it is as well, while its page is open', async () => {
  learnClock({ now: instantOfForm('2026-11-28', '20:14') });
  serve({ 'feedback.mine': () => ({ items: [], next: null }) });
  function Mine() {
    return <Stale query={useListCall('feedback.mine', {})} />;
  }
  show(<Mine />);
  await waitFor(() => expect(sent('feedback.mine')).toHaveLength(1));
  serve({ 'feedback.mine': () => lost });
  await act(() => queryClient.invalidateQueries());
  await screen.findByText(/^这是今天 20:1[45] 的内容$/);
});

test('what one person saw is not shown to the next', async () => {
  serve({ 'recommendation.get': () => pick('ABC123') });
  usePersona.setState({ id: 'anna' });
  const first = show(<Pick />);
  await screen.findByText('ABC123');
  first.unmount();
  serve({ 'recommendation.get': () => new Refusal('FORBIDDEN') });
  usePersona.setState({ id: 'ben' });
  show(<Pick />);
  await screen.findByText(/没有权限/);
  expect(screen.queryByText('ABC123')).toBeNull();
});

test('without network and without memory it says so, and tries again when asked', async () => {
  serve({ 'recommendation.get': () => lost });
  show(<Pick />);
  await screen.findByText('现在连不上网络。');
  serve({ 'recommendation.get': () => pick('ABC123') });
  act(() => screen.getByText('再试一次').click());
  await screen.findByText('ABC123');
});

test('a refusal is final: it is said, not tried again', async () => {
  serve({ 'recommendation.get': () => new Refusal('FORBIDDEN') });
  show(<Pick />);
  await screen.findByText(/没有权限/);
  expect(screen.queryByText('再试一次')).toBeNull();
  expect(sent('recommendation.get')).toHaveLength(1);
});

test('a reply asked for before something was confirmed is asked for again, and never undoes it on screen', async () => {
  serve({
    'recommendation.get': () => {
      if (sent('recommendation.get').length > 1) return pick('AFTER');
      // Confirmed while this older reply is on its way.
      patch('recommendation.get', { id: 'r1' }, (data) => data);
      return pick('BEFORE');
    },
  });
  show(<Pick />);
  expect((await screen.findByText(/BEFORE|AFTER/)).textContent).toBe('AFTER');
});

test('a list goes on where the last page ended', async () => {
  serve({
    'book.search': ({ cursor }) => (cursor ? { items: [otherBook], next: null } : { items: [book], next: 'page2' }),
  });
  show(<Search />);
  act(() => undefined);
  (await screen.findByText('更多')).click();
  await screen.findByText(otherBook.title);
  expect(screen.getByText(book.title)).toBeTruthy();
  expect(sent('book.search').map((input) => input.cursor)).toEqual([undefined, 'page2']);
  await waitFor(() => expect(screen.queryByText('更多')).toBeNull());
});
