import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { CaseScreen } from '@/features/moderation/CaseScreen';
import { Queue } from '@/features/moderation/Queue';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { watchWindow } from '@/shared/wide/useWide';
import { resizeWindow } from '../stubs/taro';
import { freshPhone, lost, Refusal, sent, serve, show } from '../support/screen';
import { card, detail } from './facts';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const said = () => useSnackbar.getState().message;
const until = Date.UTC(2026, 10, 30, 2, 10);
const nothing = () => undefined;
const queue = <Queue orgId="b1" which="first" onWhich={nothing} onOpen={nothing} isCurrent={() => false} />;
const opened = (over: Parameters<typeof detail>[0] = {}) => (
  <CaseScreen shown={detail(over)} orgId="b1" onNext={nothing} />
);

beforeAll(watchWindow);
beforeEach(() => freshPhone());

test('the queue says quietly what somebody else is looking at', async () => {
  serve({ 'moderation.queue': () => ({ items: [card(), card({ id: 'mc2', claim: 'other' })], next: null }) });
  show(queue);
  expect(await screen.findByText('别人在看')).toBeTruthy();
  expect(sent('moderation.queue')).toEqual([{ orgId: 'b1', which: 'first' }]);
});

test('several turned down as advertising: what became of each is said', async () => {
  act(() => resizeWindow(1280));
  let items = [card({ title: '甲' }), card({ id: 'mc2', title: '乙' })];
  serve({
    'moderation.queue': () => ({ items, next: null }),
    'moderation.rejectSpam': () => {
      items = items.slice(1);
      return {
        results: [
          { id: 'mc1', result: 'done' },
          { id: 'mc2', result: 'taken' },
        ],
      };
    },
  });
  show(queue);
  fireEvent.click(await screen.findByLabelText('全选'));
  fireEvent.click(screen.getByText('按广告不通过'));
  await screen.findByText(/^1 条按广告判为不通过/);
  expect(screen.getByText(/“乙”没有动：别人正在看/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('甲')).toBeNull());
  fireEvent.click(screen.getByText('取消选择'));
  expect(sent('moderation.rejectSpam')).toMatchObject([{ ids: ['mc1', 'mc2'] }]);
});

test('nothing is decided before it is claimed', async () => {
  serve({ 'moderation.claim': () => ({ case: detail({ claim: 'mine', claimUntil: until }) }) });
  show(opened());
  expect(screen.queryByText('不通过')).toBeNull();
  fireEvent.click(screen.getByText('认领'));
  await waitFor(() => expect(sent('moderation.claim')).toMatchObject([{ id: 'mc1' }]));
});

test('a refusal needs a reason, and 其他 own words; the end of the claim is a time', async () => {
  const decided = detail({
    ...{ state: 'rejected', queue: 'done', hindered: 'closed', mayUndo: true },
    decisions: [{ verdict: 'rejected', reason: 'other', words: '改掉电话', at: 1, byMachine: false, onAppeal: false }],
  });
  serve({
    'moderation.decide': () => ({ case: decided }),
    'moderation.undo': () => ({ case: detail() }),
  });
  show(opened({ claim: 'mine', claimUntil: until }));
  expect(screen.getByText(/到 10:10/)).toBeTruthy();
  fireEvent.click(screen.getByText('作决定'));
  await screen.findByText('请选通过或不通过');
  fireEvent.click(screen.getByRole('radio', { name: '不通过' }));
  fireEvent.click(screen.getByRole('button', { name: '不通过' }));
  await screen.findByText('请选一个理由');
  fireEvent.click(screen.getByText('其他'));
  fireEvent.click(screen.getByRole('button', { name: '不通过' }));
  await screen.findByText('请写明理由');
  expect(sent('moderation.decide')).toHaveLength(0);
  fireEvent.change(screen.getByLabelText(/写明理由/), { target: { value: '改掉电话' } });
  fireEvent.click(screen.getByRole('button', { name: '不通过' }));
  await waitFor(() =>
    expect(sent('moderation.decide')).toMatchObject([
      { id: 'mc1', verdict: 'rejected', reason: 'other', words: '改掉电话' },
    ]),
  );
  await waitFor(() => expect(said()?.text).toBe('不通过：改掉电话'));
  act(() => said()?.undo?.());
  await waitFor(() => expect(sent('moderation.undo')).toMatchObject([{ id: 'mc1' }]));
});

test('what passes takes no reason along that was chosen before', async () => {
  serve({ 'moderation.decide': () => ({ case: detail({ state: 'visible', hindered: 'closed' }) }) });
  show(opened({ claim: 'mine', claimUntil: until }));
  fireEvent.click(screen.getByRole('radio', { name: '不通过' }));
  fireEvent.click(screen.getByText('广告推销'));
  fireEvent.click(screen.getByRole('radio', { name: '通过' }));
  fireEvent.click(screen.getByRole('button', { name: '通过' }));
  await waitFor(() =>
    expect(sent('moderation.decide')).toMatchObject([{ verdict: 'visible', reason: null, words: '' }]),
  );
});

test.each([
  ['own', /自己写的/],
  ['samePerson', /另一位审核员/],
] as const)('who may not decide (%s) is told why, and has no button', (hindered, why) => {
  serve({ 'moderation.queue': () => ({ items: [], next: null }) });
  show(opened({ hindered }));
  expect(screen.getByText(why)).toBeTruthy();
  expect(screen.queryByText('认领')).toBeNull();
});

test('decided, the next one that nobody has taken is a tap away', async () => {
  serve({
    'moderation.queue': () => ({
      items: [card(), card({ id: 'mc2', claim: 'other' }), card({ id: 'mc3' })],
      next: null,
    }),
  });
  const onNext = jest.fn();
  const shown = detail({ claim: 'mine', claimUntil: until });
  const page = show(<CaseScreen shown={shown} orgId="b1" onNext={onNext} />);
  page.unmount();
  show(<CaseScreen shown={{ ...shown, hindered: 'closed', state: 'visible' }} orgId="b1" onNext={onNext} />);
  fireEvent.click(await screen.findByText('看下一条'));
  expect(onNext).toHaveBeenCalledWith('mc3');
});

test('of an edit, what went and what came are told apart; what the list found is marked', () => {
  serve({});
  const { container } = show(opened({ cause: 'edit', before: [{ label: '介绍', text: '带一首诗来，站着读。' }] }));
  expect(container.querySelector('.sx-case-text__gone')?.textContent).toBe('站着读');
  expect(container.querySelector('.sx-case-text__new')?.textContent).toBe('加微信');
  expect(container.querySelector('.sx-case-text__found')?.textContent).toBe('加微信');
});

test('a claim that somebody else was faster with is said in words; without network nothing is lost', async () => {
  serve({ 'moderation.claim': () => new Refusal('CASE_TAKEN') });
  const page = show(opened());
  fireEvent.click(screen.getByText('认领'));
  await waitFor(() => expect(said()?.text).toMatch(/另一位审核员正在看/));
  page.unmount();
  serve({ 'moderation.decide': () => lost });
  show(opened({ claim: 'mine', claimUntil: until }));
  fireEvent.click(screen.getByRole('radio', { name: '通过' }));
  fireEvent.click(screen.getByRole('button', { name: '通过' }));
  await screen.findByText(/写的都还在/);
});
