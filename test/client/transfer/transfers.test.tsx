import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Session } from '@contract/domains/me/actions';
import type { Transfer } from '@contract/domains/transfer/actions';
import { AskForm } from '@/features/transfer/AskForm';
import { Graduate } from '@/features/transfer/Graduate';
import { MyOrgs } from '@/features/transfer/MyOrgs';
import { MyTransfers } from '@/features/transfer/MyTransfers';
import { OrgTransfers } from '@/features/transfer/OrgTransfers';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const branch = { id: 'b1', name: '城南支部', kind: 'branch' as const };
const session = (over: Partial<Session> = {}): Session => ({
  now: Date.now(),
  day: '20261130',
  member: { id: 'm1', name: '林晓' },
  orgs: [branch],
  roles: [{ role: 'branchSecretary', org: branch }],
  ...over,
});
const place = { id: 'b2', name: '城北支部', above: '城北街道' };
const transfer = (over: Partial<Transfer> = {}): Transfer => ({
  ...{ id: 't1', kind: 'transfer', state: 'open', person: null, to: place, reason: '', answer: null },
  from: { id: 'b1', name: '城南支部', above: null },
  ...{ proposed: false, settled: false, at: 1, until: Date.UTC(2031, 11, 6, 3), closedAt: null, undoUntil: null },
  ...over,
});
const said = () => useSnackbar.getState().message;

beforeEach(() => freshPhone());

test('a request names where to; nothing is sent before a place is chosen', async () => {
  serve({
    'transfer.find': () => ({ items: [place] }),
    'transfer.ask': () => ({ transfer: transfer() }),
  });
  show(<AskForm session={session()} fromId="b1" />);
  fireEvent.click(screen.getByText('提交申请'));
  expect(screen.getAllByText('请选一个去处').length).toBeGreaterThan(0);
  fireEvent.input(screen.getByPlaceholderText(/cnjd/), { detail: { value: '城北' }, target: { value: '城北' } });
  fireEvent.click(await screen.findByText('城北支部'));
  fireEvent.click(screen.getByText('提交申请'));
  await waitFor(() => expect(sent('transfer.ask')).toMatchObject([{ fromId: 'b1', toId: 'b2', reason: '' }]));
  await waitFor(() => expect(said()?.text).toMatch(/已提交/));
});

test('leaving the last org says what that means, and is taken back by 撤销', async () => {
  const left = transfer({ kind: 'leave', state: 'done', to: null });
  serve({ 'transfer.leave': () => ({ transfer: left }), 'transfer.rejoin': () => ({ transfer: left }) });
  show(<MyOrgs session={session()} />);
  fireEvent.click(screen.getByText('离开'));
  await waitFor(() => expect(said()?.text).toMatch(/不属于任何组织/));
  act(() => said()?.undo?.());
  await waitFor(() => expect(sent('transfer.rejoin')).toMatchObject([{ id: 't1' }]));
});

test('who belongs nowhere is told what he still has, and how to go on', () => {
  show(<MyOrgs session={session({ orgs: [] })} />);
  expect(screen.getByText('现在不属于任何组织')).toBeTruthy();
  fireEvent.click(screen.getByText('申请加入'));
  expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/me/move/index' });
});

test('a request that lapsed says that nothing has changed', async () => {
  const lapsed = transfer({ state: 'expired', until: null, closedAt: Date.UTC(2026, 10, 30) });
  serve({ 'transfer.mine': () => ({ items: [lapsed], next: null }), 'transfer.seen': () => ({ transfer: lapsed }) });
  show(<MyTransfers first={undefined} />);
  expect(await screen.findByText(/什么都没有变/)).toBeTruthy();
  fireEvent.click(screen.getByText('知道了'));
  await waitFor(() => expect(sent('transfer.seen')).toHaveLength(1));
});

test('who graduated says that his destination is right, or names another', async () => {
  const graduated = transfer({ kind: 'graduation' });
  serve({
    'transfer.mine': () => ({ items: [graduated], next: null }),
    'transfer.settle': () => ({ transfer: { ...graduated, settled: true } }),
  });
  show(<MyTransfers first={undefined} />);
  fireEvent.click(await screen.findByText('去向没错'));
  await waitFor(() => expect(sent('transfer.settle')).toMatchObject([{ id: 't1', toId: 'b2' }]));
  fireEvent.click(await screen.findByText('暂时没有去处'));
  await waitFor(() => expect(sent('transfer.settle')).toHaveLength(2));
  expect(sent('transfer.settle')[1]).toMatchObject({ toId: null });
});

test('a secretary agrees at once and may take it back, or declines with a reason', async () => {
  const asking = transfer({ person: { id: 'm2', name: '何小满' } });
  serve({
    'transfer.list': () => ({ items: [asking], next: null }),
    'transfer.answer': () => ({ transfer: asking }),
    'transfer.undo': () => ({ transfer: asking }),
  });
  show(<OrgTransfers session={session()} orgId={undefined} />);
  fireEvent.click(await screen.findByText('同意'));
  await waitFor(() => expect(sent('transfer.answer')).toMatchObject([{ id: 't1', accept: true }]));
  await waitFor(() => expect(said()?.text).toBe('何小满已转入'));
  act(() => said()?.undo?.());
  await waitFor(() => expect(sent('transfer.undo')).toMatchObject([{ id: 't1' }]));

  fireEvent.click(screen.getByText('不同意'));
  fireEvent.click(screen.getByText('答复'));
  expect(screen.getAllByText('请说一句原因').length).toBeGreaterThan(0);
  expect(sent('transfer.answer')).toHaveLength(1);
});

test('what has an answer already is said in words', async () => {
  serve({
    'transfer.list': () => ({ items: [transfer({ person: { id: 'm2', name: '何小满' } })], next: null }),
    'transfer.answer': () => new Refusal('TRANSFER_CLOSED'),
  });
  show(<OrgTransfers session={session()} orgId={undefined} />);
  fireEvent.click(await screen.findByText('同意'));
  await waitFor(() => expect(said()?.text).toMatch(/已经有了结果/));
});

test('a class graduates by three taps: all, 暂无, done; seen before it is', async () => {
  const person = (id: string) => ({
    ...{ id, name: `同学${id}`, orgs: [{ id: 'b1', name: '城南支部' }], roles: [], joinedAt: 1, disabled: null },
  });
  serve({
    'transfer.graduation': () => ({ graduation: null }),
    'member.list': () => ({ items: ['甲', '乙'].map(person), next: null, masked: false, isTop: false }),
    'transfer.preview': () => ({ people: 2, leftOut: 0, roles: 1, groups: [{ to: null, people: 2, how: 'leaves' }] }),
    'transfer.graduate': () => ({
      graduation: {
        ...{ id: 'g1', org: { id: 'b1', name: '城南支部' }, at: 1, people: 2, moved: 2 },
        ...{ state: 'done' as const, undoUntil: null },
      },
    }),
  });
  show(<Graduate session={session()} orgId={undefined} />);
  fireEvent.click(await screen.findByText('全选'));
  fireEvent.click(screen.getByText('加进名单（2 人）'));
  expect(await screen.findByText('1 人在这里有职责，转出后同时结束。')).toBeTruthy();
  expect(sent('transfer.graduate')).toEqual([]);
  fireEvent.click(screen.getByText('转出 2 人'));
  await waitFor(() =>
    expect(sent('transfer.graduate')).toMatchObject([
      { orgId: 'b1', groups: [{ toId: null, memberIds: ['甲', '乙'] }] },
    ]),
  );
});
