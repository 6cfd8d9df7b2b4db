import { act, screen } from '@testing-library/react';
import { Text } from '@tarojs/components';
import { useListCall } from '@/shared/call/query';
import { useUnderWay } from '@/shared/call/underWay';
import { useSession } from '@/shared/session/session';
import { pageEvent } from '../stubs/taro';
import { freshPhone, lost, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

/** How much is left of a job that `feedback.mine` stands for: one ticket for each step. */
let left = 0;
let online = true;
const ticket = { id: 't', kind: 'other', text: '', at: 1, reply: null } as never;

function Watch() {
  const list = useListCall('feedback.mine', {});
  const going = useUnderWay(list, { goesOn: (items) => items.length > 0, begunBy: 'feedback.submit' });
  useSession();
  return <Text>{going ? '进行中' : '完成'}</Text>;
}
const asked = () => sent('feedback.mine').length;
const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers();
  freshPhone();
  online = true;
  serve({
    'me.session': () => ({ now: 1, day: '20261123', member: { id: 'm', name: '林晓' }, orgs: [], roles: [] }),
    'feedback.mine': () => (online ? { items: Array.from({ length: left }, () => ticket), next: null } : lost),
  });
});
afterEach(() => jest.useRealTimers());

test('asks again while it goes on, and no more when it is over', async () => {
  left = 2;
  show(<Watch />);
  await wait(0);
  screen.getByText('进行中');
  left = 0;
  await wait(2000);
  screen.getByText('完成');
  // What the command that began it makes stale was asked for again, once.
  expect(asked()).toBe(3);
  await wait(60_000);
  expect(asked()).toBe(3);
});

test('what takes long is asked about less and less', async () => {
  left = 5;
  show(<Watch />);
  await wait(0);
  await wait(10_000);
  const early = asked();
  await wait(110_000);
  const later = asked() - early;
  expect(early).toBeGreaterThanOrEqual(4);
  expect(later).toBeLessThanOrEqual(12);
  expect(later).toBeGreaterThanOrEqual(9);
});

test('nothing is asked while nobody looks, and at once again when somebody does', async () => {
  left = 5;
  show(<Watch />);
  await wait(0);
  act(() => pageEvent('hide'));
  const before = asked();
  await wait(60_000);
  expect(asked()).toBe(before);
  act(() => pageEvent('show'));
  await wait(2000);
  expect(asked()).toBeGreaterThan(before);
});

test('a question without an answer is not the last', async () => {
  left = 3;
  show(<Watch />);
  await wait(0);
  online = false;
  await wait(8000);
  online = true;
  left = 0;
  await wait(15_000);
  screen.getByText('完成');
});
