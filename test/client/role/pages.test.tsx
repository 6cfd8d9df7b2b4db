import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { GrantView, Sight, TermView } from '@contract/domains/role/views';
import ClaimPage from '@/packages/me/claim/index';
import HandoverPage from '@/packages/manage/role/handover/index';
import MyRolesPage from '@/packages/me/role/index';
import PersonPage from '@/packages/manage/role/person/index';
import WaitingPage from '@/packages/manage/role/waiting/index';
import { FindPerson } from '@/features/role/FindPerson';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, givePicked, Refusal, sent, serve, show, taro, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const org = { id: 'o1', name: '一支部', kind: 'branch' as const };
const member = { id: 'm5', name: '周予安' };
const session = {
  ...{ now: Date.now(), day: '20261123', member: { id: 'm9', name: '许清和' }, orgs: [org] },
  roles: [{ role: 'cityAdmin' as const, org }],
};
const grant: GrantView = {
  ...{
    id: 't1',
    member,
    role: 'branchSecretary',
    org,
    from: null,
    until: null,
    of: null,
    coming: false,
    mayChange: true,
  },
};
const term: TermView = {
  ...{ id: 't1', member, role: 'branchSecretary', org, from: 1, until: null, of: null, state: 'given', at: 1 },
  ...{ by: '许清和', secondBy: null, endedBy: null, endedAt: null, lapsesAt: null, mayDecide: false },
};
const sights: Sight[] = [
  {
    org,
    role: 'branchSecretary',
    fromAbove: false,
    from: null,
    until: null,
    acting: false,
    may: ['办活动、看报名名单'],
  },
];
const serving = (more: Backend) =>
  serve({
    'me.session': () => session,
    'role.ofOrg': () => ({ org: { ...org, isRoot: false }, here: [grant], above: [], grantable: [] }),
    'role.ofMember': () => ({ member, disabled: false, sights }),
    'role.mine': () => ({ mine: [grant], delegated: [], sights }),
    'role.handoverPreview': () => ({
      member,
      grants: [grant],
      open: [{ title: '还没开始的活动', count: 2 }],
      problem: null,
    }),
    ...more,
  });
const message = () => useSnackbar.getState().message;

test('what somebody may do is said in words; his role is taken back with a way back, for the same term', async () => {
  freshPhone({ orgId: 'o1', memberId: 'm5' });
  serving({ 'role.end': () => ({ term: { ...term, state: 'ended' } }), 'role.grant': () => ({ term }) });
  show(<PersonPage />);
  await screen.findByText('能办活动、看报名名单');
  fireEvent.click(await screen.findByText('收回'));
  await waitFor(() => expect(message()?.text).toContain('已收回'));
  act(() => message()?.undo?.());
  await waitFor(() => expect(sent('role.grant')[0]).toMatchObject({ orgId: 'o1', memberId: 'm5', until: null }));
});

test('a handover shows what goes over and what is open, asks for the successor, and can be taken back', async () => {
  freshPhone({ orgId: 'o1', memberId: 'm5' });
  serving({
    'role.handOver': () => ({ handover: { id: 'h1', undoUntil: Date.now(), waits: false } }),
    'role.undoHandOver': () => ({ id: 'h1' }),
  });
  show(<HandoverPage />);
  await screen.findByText('2 件');
  fireEvent.click(screen.getByText('从成员里选'));
  act(() => givePicked({ id: 'm6', name: '林晓', orgName: '一支部' }));
  await screen.findByText('林晓');
  const buttons = screen.getAllByText('交接');
  fireEvent.click(buttons[buttons.length - 1] as HTMLElement);
  await waitFor(() =>
    expect(sent('role.handOver')[0]).toMatchObject({ memberId: 'm5', toId: 'm6', at: null, until: null }),
  );
  await waitFor(() => expect(message()?.text).toContain('一天之内可以撤回'));
  act(() => message()?.undo?.());
  await waitFor(() => expect(sent('role.undoHandOver')[0]).toMatchObject({ id: 'h1' }));
});

test('somebody is asked to stand in for a week unless another end is chosen; one’s own role is laid down only when sure', async () => {
  freshPhone({});
  serving({ 'role.delegate': () => ({ term: { ...term, of: member } }), 'role.layDown': () => ({ term }) });
  taro.showModal.mockResolvedValueOnce({ confirm: false });
  show(<MyRolesPage />);
  fireEvent.click(await screen.findByText('卸任'));
  await waitFor(() => expect(taro.showModal).toHaveBeenCalledTimes(1));
  expect(sent('role.layDown')).toHaveLength(0);
  fireEvent.click(screen.getByText('请人代理'));
  fireEvent.click(await screen.findByText('从成员里选'));
  act(() => givePicked({ id: 'm6', name: '林晓', orgName: '一支部' }));
  fireEvent.click(screen.getByText('请对方代理'));
  await waitFor(() => expect(sent('role.delegate')).toHaveLength(1));
  const { from, until } = sent('role.delegate')[0] as { from: number; until: number };
  expect(Math.round((until - from) / 86_400_000)).toBeGreaterThanOrEqual(6);
  expect(Math.round((until - from) / 86_400_000)).toBeLessThanOrEqual(7);
});

test('whoever may not see members finds a stand-in by the full name, of whom only name and orgs are shown', async () => {
  freshPhone({});
  const station = { ...grant, role: 'stationHead' as const };
  serving({
    'me.session': () => ({ ...session, roles: [{ role: 'stationHead' as const, org }] }),
    'role.mine': () => ({ mine: [station], delegated: [], sights }),
    'role.findPerson': ({ name }) => ({ items: name === '林晓' ? [{ id: 'm6', name, orgs: ['一支部'] }] : [] }),
  });
  show(<MyRolesPage />);
  fireEvent.click(await screen.findByText('请人代理'));
  fireEvent.click(await screen.findByText('按姓名找'));
  expect(taro.navigateTo).toHaveBeenLastCalledWith(
    expect.objectContaining({ url: expect.stringContaining('/packages/me/named/index?id=t1') as string }),
  );
  const picked = jest.fn();
  show(<FindPerson id="t1" onPick={picked} />);
  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '林 ' } });
  expect(sent('role.findPerson')).toHaveLength(0);
  fireEvent.click(screen.getByText('查找'));
  await screen.findByText('没有找到“林”');
  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '林晓' } });
  fireEvent.click(screen.getByText('查找'));
  fireEvent.click(await screen.findByText('林晓'));
  expect(picked).toHaveBeenCalledWith({ id: 'm6', name: '林晓', orgName: '一支部' });
});

test('a second person decides on what another proposed, and sees of his own that it waits', async () => {
  freshPhone({});
  const proposed = { ...term, state: 'proposed' as const, role: 'office' as const };
  const items = [
    { ...proposed, id: 'a', mayDecide: true },
    { ...proposed, id: 'b', member: { id: 'm7', name: '林晓' } },
  ];
  serving({ 'role.waiting': () => ({ items, next: null }), 'role.decide': () => ({ term }) });
  show(<WaitingPage />);
  await screen.findByText('等另一位管理员');
  expect(screen.getAllByText('同意')).toHaveLength(1);
  fireEvent.click(screen.getByText('同意'));
  await waitFor(() => expect(sent('role.decide')[0]).toMatchObject({ id: 'a', agree: true }));
});

test('a visitor claims with code and name; a code that is too short is not sent', async () => {
  freshPhone({});
  serving({ 'me.session': () => new Refusal('NOT_REGISTERED'), 'role.claim': () => ({ done: true as const }) });
  show(<ClaimPage />);
  const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await screen.findByLabelText('姓名');
  type('认领码', '7KQM 2XBD');
  type('姓名', '许清和');
  fireEvent.click(screen.getByText('认领'));
  await screen.findByText('认领码是 17 个字母和数字');
  expect(sent('role.claim')).toHaveLength(0);
  type('认领码，认领码是 17 个字母和数字', '7kqm 2xbd 9rha tfgw 5');
  fireEvent.click(screen.getByText('认领'));
  await waitFor(() => expect(sent('role.claim')[0]).toMatchObject({ name: '许清和' }));
});
