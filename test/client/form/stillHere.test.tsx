import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { PlanNew } from '@/features/event/PlanNew';
import { emptyPlan } from '@/features/event/plan';
import { keep } from '@/shared/draft/storage';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { event } from '../support/facts';
import { freshPhone, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const org = { id: 'org1', name: '团市委', kind: 'committee' as const };
const session = {
  now: 1,
  day: '20261123',
  member: { id: 'm1', name: '林书记' },
  orgs: [org],
  roles: [{ role: 'orgAdmin' as const, org }],
};
const inFront = (path: string) => jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([{ $taroPath: path }] as never);

beforeEach(() => {
  freshPhone();
  taro.redirectTo.mockClear();
  inFront('edit?1');
  const startsAt = Date.now() + 72 * 3_600_000;
  const words = { ...emptyPlan, orgId: 'org1', title: '江声', place: '书屋', about: '来读', capacity: '9', startsAt };
  keep('event:new', { words, version: 0 });
  serve({
    'me.session': () => session,
    'event.list': () => ({ items: [], next: null }),
    'event.create': () => ({ event: { ...event, mayManage: true } }),
  });
});
afterEach(() => jest.restoreAllMocks());

const publish = async () => {
  const screenOfForm = show(<PlanNew />);
  fireEvent.click(await screen.findByText('发布'));
  return screenOfForm;
};
const answered = () =>
  waitFor(() => {
    expect(sent('event.create')).toHaveLength(1);
    expect(useSnackbar.getState().message?.text).toContain('已发布');
  });

test('who waits for the answer is taken to what was published', async () => {
  await publish();
  await answered();
  expect(taro.redirectTo).toHaveBeenCalledTimes(1);
});

test('who has gone back meanwhile hears of it and is taken nowhere', async () => {
  const form = await publish();
  form.unmount();
  inFront('events?2');
  await answered();
  expect(taro.redirectTo).not.toHaveBeenCalled();
});

test('who has gone on to another page meanwhile is not taken off it', async () => {
  await publish();
  act(() => void inFront('book?3'));
  await answered();
  expect(taro.redirectTo).not.toHaveBeenCalled();
});
