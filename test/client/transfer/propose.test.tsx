import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { MemberDetail } from '@contract/domains/member/actions';
import type { Transfer } from '@contract/domains/transfer/actions';
import { OrgTransfers } from '@/features/transfer/OrgTransfers';
import { ProposeForm } from '@/features/transfer/ProposeForm';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, givePicked, sent, serve, show, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const place = { id: 'b9', name: '城北支部', above: '城北街道' };
const transfer: Transfer = {
  ...{ id: 't1', kind: 'transfer', state: 'open', person: { id: 'm1', name: '林晓' }, to: place, reason: '' },
  ...{ from: { id: 'b1', name: '城南支部', above: null }, answer: null, proposed: true, settled: false, at: 1 },
  ...{ until: Date.UTC(2031, 11, 6, 3), closedAt: null, undoUntil: null },
};
const member: MemberDetail = {
  ...{
    id: 'm1',
    name: '林晓',
    formerNames: [],
    roles: [],
    duties: [],
    formerDuties: [],
    joinedAt: 1,
    disabled: null,
    merging: null,
    mayManage: true,
  },
  orgs: [
    { id: 'b1', name: '城南支部', mayTransfer: true },
    { id: 'b2', name: '青年理论社', mayTransfer: true },
    { id: 'b3', name: '外地支部', mayTransfer: false },
  ],
};
const serving = (more: Backend = {}) =>
  serve({
    'member.get': () => member,
    'transfer.find': () => ({ items: [place] }),
    'transfer.propose': () => ({ transfer }),
    'transfer.undo': () => ({ transfer: { ...transfer, state: 'withdrawn' } }),
    ...more,
  });
const choosePlace = async () => {
  const typed = { detail: { value: '城北' }, target: { value: '城北' } };
  fireEvent.input(screen.getByPlaceholderText(/cnjd/), typed);
  fireEvent.click(await screen.findByText('城北支部'));
};

beforeEach(() => freshPhone());

test('from a member’s page: who and from where are known, where to is asked; the line at the foot takes it back', async () => {
  serving();
  show(<ProposeForm orgId="b2" memberId="m1" />);
  await screen.findByText('林晓');
  expect(screen.queryByText('外地支部')).toBeNull();
  await choosePlace();
  fireEvent.click(screen.getByText('提出'));
  await waitFor(() =>
    expect(sent('transfer.propose')).toMatchObject([{ orgId: 'b2', memberId: 'm1', toId: 'b9', reason: '' }]),
  );
  await waitFor(() => expect(useSnackbar.getState().message?.text).toBe('已提出，等城北支部答复'));
  act(() => useSnackbar.getState().message?.undo?.());
  await waitFor(() => expect(sent('transfer.undo')).toMatchObject([{ id: 't1' }]));
});

test('from the list: a member is picked; nothing is sent before everything is known', async () => {
  serving();
  show(<ProposeForm orgId={undefined} memberId={undefined} />);
  fireEvent.click(screen.getByText('提出'));
  expect(screen.getAllByText('请选一位成员').length).toBeGreaterThan(0);
  expect(sent('transfer.propose')).toHaveLength(0);
  fireEvent.click(screen.getByText('从成员里选'));
  act(() => givePicked({ id: 'm1', name: '林晓', orgName: '城南支部' }));
  await screen.findByText('城南支部');
  await choosePlace();
  fireEvent.click(screen.getByText('提出'));
  await waitFor(() => expect(sent('transfer.propose')).toMatchObject([{ orgId: 'b1', memberId: 'm1', toId: 'b9' }]));
});

test('what this side proposed is taken back from the list while nobody has answered', async () => {
  const org = { id: 'b1', name: '城南支部', kind: 'branch' as const };
  serving({ 'transfer.list': () => ({ items: [transfer], next: null }) });
  const session = { now: 1, day: '20261130', member: { id: 'm2', name: '许清和' }, orgs: [org] };
  show(<OrgTransfers session={{ ...session, roles: [{ role: 'branchSecretary', org }] }} orgId={undefined} />);
  fireEvent.click(screen.getByText('转出'));
  expect(await screen.findByText('由原组织提议')).toBeTruthy();
  fireEvent.click(screen.getByText('撤回'));
  await waitFor(() => expect(sent('transfer.undo')).toMatchObject([{ id: 't1' }]));
});
