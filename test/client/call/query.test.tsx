import { act, screen, waitFor } from '@testing-library/react';
import { usePersona } from '@/shared/backend/local/personas';
import { patch, queryClient } from '@/shared/call/client';
import { keep, recall } from '@/shared/call/kept';
import { useListCall, useQueryCall } from '@/shared/call/query';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { book, otherBook } from '../support/facts';
import { freshPhone, lost, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@/shared/backend/local/transport', () => ({ start: jest.fn(), send: jest.fn() }));

function Code() {
  const query = useQueryCall('org.joinCode', { orgId: 'o1' });
  return (
    <QueryView query={query} skeleton={<span>骨架</span>}>
      {({ joinCode }) => <span>{joinCode}</span>}
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
const code = (joinCode: string) => ({ orgId: 'o1', name: '支部', joinCode });

beforeEach(() => freshPhone());
afterEach(() => usePersona.setState({ id: null }));

test('a screen seen once is seen again without network, and says that it is not fresh', async () => {
  serve({ 'org.joinCode': () => code('ABC123') });
  const first = show(<Code />);
  await screen.findByText('ABC123');
  first.unmount();

  queryClient.clear();
  serve({ 'org.joinCode': () => lost });
  show(<Code />);
  expect(screen.getByText('ABC123')).toBeTruthy();
  act(() => void queryClient.invalidateQueries());
  await screen.findByText(/这是上次看到的内容/);
  expect(screen.getByText('ABC123')).toBeTruthy();
});

test('what one person saw is not shown to the next', async () => {
  serve({ 'org.joinCode': () => code('ABC123') });
  usePersona.setState({ id: 'anna' });
  const first = show(<Code />);
  await screen.findByText('ABC123');
  first.unmount();
  serve({ 'org.joinCode': () => new Refusal('FORBIDDEN') });
  usePersona.setState({ id: 'ben' });
  show(<Code />);
  await screen.findByText(/没有权限/);
  expect(screen.queryByText('ABC123')).toBeNull();
});

test('without network and without memory it says so, and tries again when asked', async () => {
  serve({ 'org.joinCode': () => lost });
  show(<Code />);
  await screen.findByText('现在连不上网络。');
  serve({ 'org.joinCode': () => code('ABC123') });
  act(() => screen.getByText('再试一次').click());
  await screen.findByText('ABC123');
});

test('a refusal is final: it is said, not tried again', async () => {
  serve({ 'org.joinCode': () => new Refusal('FORBIDDEN') });
  show(<Code />);
  await screen.findByText(/没有权限/);
  expect(screen.queryByText('再试一次')).toBeNull();
  expect(sent('org.joinCode')).toHaveLength(1);
});

test('a reply asked for before something was confirmed is asked for again, and never undoes it on screen', async () => {
  serve({
    'org.joinCode': () => {
      if (sent('org.joinCode').length > 1) return code('AFTER');
      // Confirmed while this older reply is on its way.
      patch('org.joinCode', { orgId: 'o1' }, (data) => data);
      return code('BEFORE');
    },
  });
  show(<Code />);
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

test('the phone keeps the forty replies seen last, and none that is very large', () => {
  for (let i = 0; i < 45; i++) keep('me', 'org.joinCode', { orgId: `o${i}` }, code(`C${i}`));
  expect(recall('me', 'org.joinCode', { orgId: 'o4' })).toBeUndefined();
  expect(recall('me', 'org.joinCode', { orgId: 'o5' })).toEqual(code('C5'));
  keep('me', 'org.joinCode', { orgId: 'big' }, 'x'.repeat(200_000));
  expect(recall('me', 'org.joinCode', { orgId: 'big' })).toBeUndefined();
});
