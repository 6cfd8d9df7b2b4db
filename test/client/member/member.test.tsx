import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { MemberDetail, MemberRow } from '@contract/domains/member/actions';
import type { Merge } from '@contract/domains/member/mergeActions';
import { MemberFacts } from '@/features/member/MemberFacts';
import { MemberList } from '@/features/member/MemberList';
import { MergeOwn } from '@/features/member/MergeOwn';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const AT = Date.UTC(2026, 10, 29, 4);
const row: MemberRow = {
  id: 'm1',
  name: '林晓',
  orgs: [{ id: 'b1', name: '第一支部' }],
  roles: ['branchSecretary'],
  joinedAt: AT,
  disabled: null,
};
const detail: MemberDetail = {
  id: 'm1',
  name: '林晓',
  formerNames: [],
  orgs: [{ id: 'b1', name: '第一支部', mayTransfer: true }],
  roles: [
    {
      role: 'lecturer',
      org: { id: 'r', name: '团市委' },
      from: null,
      until: AT,
      state: 'past',
      of: null,
    },
  ],
  duties: [],
  formerDuties: [],
  joinedAt: AT,
  disabled: null,
  merging: null,
  mayManage: true,
};
const merge: Merge = {
  id: 'g1',
  state: 'asked',
  way: 'proposed',
  side: 'to',
  from: { id: 'm0', name: '林晓', orgs: ['第一支部'] },
  to: { id: 'm1', name: '林晓', orgs: ['第一支部'] },
  reason: '换了微信',
  judgedBy: null,
  fromAgreed: false,
  aboveAgreed: false,
  mayAgree: true,
  stalled: false,
  code: null,
  dueAt: AT,
  rolesLeft: [],
  ending: null,
  at: AT,
};
beforeEach(() => freshPhone());

test('a list says how many there are, is narrowed by the server, and opens whom one taps', async () => {
  serve({
    'member.list': () => ({ items: [row], next: null, masked: false, isTop: false }),
    'member.count': () => ({ count: 28121 }),
  });
  const onOpen = jest.fn();
  show(<MemberList orgId="b1" onOpen={onOpen} />);
  await screen.findByText('共 28121 人');
  screen.getByText('第一支部 · 支部书记');
  fireEvent.click(screen.getByText('停用中'));
  await waitFor(() => expect(sent('member.list').at(-1)).toEqual({ orgId: 'b1', state: 'disabled' }));
  fireEvent.click(await screen.findByText('林晓'));
  expect(onOpen).toHaveBeenCalledWith(row);
});

test('where names are hidden there is nothing to look for them with', async () => {
  serve({
    'member.list': () => ({ items: [{ ...row, name: '林*' }], next: null, masked: true, isTop: false }),
    'member.count': () => ({ count: 1 }),
  });
  show(<MemberList orgId="b1" onOpen={jest.fn()} />);
  await screen.findByText('林*');
  expect(screen.queryByPlaceholderText(/拼音/)).toBeNull();
  screen.getByText(/隐去了姓名/);
});

test('disabling asks why and until when, and can be taken back', async () => {
  serve({
    'member.disable': () => ({ id: 'm1', disabled: { reason: '借调', until: null } }),
    'member.restore': () => ({ id: 'm1', disabled: null }),
  });
  show(<MemberFacts member={detail} />);
  screen.getByText('已于 2026.11.29 期满');
  fireEvent.click(screen.getByText('停用'));
  fireEvent.change(screen.getByLabelText('原因'), { target: { value: '借调' } });
  fireEvent.click(screen.getByText('直到有人恢复'));
  fireEvent.click(screen.getAllByText('停用').at(-1) as HTMLElement);
  await waitFor(() => expect(sent('member.disable')).toMatchObject([{ id: 'm1', reason: '借调', until: null }]));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('已停用'));
  useSnackbar.getState().message?.undo?.();
  await waitFor(() => expect(sent('member.restore')).toMatchObject([{ id: 'm1' }]));
});

test('whoever may not manage a member is offered nothing', () => {
  show(<MemberFacts member={{ ...detail, mayManage: false }} />);
  expect(screen.queryByText('停用')).toBeNull();
  expect(screen.queryByText(/合并/)).toBeNull();
});

test('a merge that is stalled is told to whoever manages the member', () => {
  show(<MemberFacts member={{ ...detail, merging: 'stalled' }} />);
  screen.getByText(/每小时再试一次/);
});

test('somebody above reads who proposed it and since when there are both records, and agrees or does not', async () => {
  const asked: Merge = {
    ...{ ...merge, state: 'review', side: 'above' },
    judgedBy: { by: '苏知', fromJoinedAt: Date.UTC(2026, 0, 5), toJoinedAt: Date.UTC(2026, 10, 20) },
  };
  serve({
    'member.merges': () => ({ merges: [asked] }),
    'member.mergeReview': () => ({ merge: { ...asked, state: 'waiting', mayAgree: false, aboveAgreed: true } }),
  });
  show(<MergeOwn />);
  await screen.findByText('由苏知提出，旧账号 2026-01-05 加入，新账号 2026-11-20 加入。');
  expect(screen.getByText(/先当面或打电话向本人核实/)).toBeTruthy();
  expect(screen.getByText('不同意')).toBeTruthy();
  fireEvent.click(screen.getByText('已核实是同一人，同意'));
  await waitFor(() => expect(sent('member.mergeReview')).toMatchObject([{ id: 'g1', agree: true }]));
});

test('a proposed merge is answered by the person himself', async () => {
  serve({
    'member.merges': () => ({ merges: [merge] }),
    'member.mergeAnswer': () => ({ merge: { ...merge, state: 'waiting' } }),
  });
  show(<MergeOwn />);
  await screen.findByText('林晓（第一支部） 并到 林晓（第一支部）');
  fireEvent.click(screen.getByText('是我的，合并'));
  await waitFor(() => expect(sent('member.mergeAnswer')).toMatchObject([{ id: 'g1', agree: true }]));
});

test('on the record that goes one reads that nothing happens against one’s will', async () => {
  serve({
    'member.merges': () => ({ merges: [{ ...merge, side: 'from' }] }),
    'member.mergeAnswer': () => ({ merge: { ...merge, side: 'from', state: 'ended', ending: 'objected' } }),
  });
  show(<MergeOwn />);
  await screen.findByText(/您不同意就不会合并/);
  fireEvent.click(screen.getByText('不是我的意思'));
  await waitFor(() => expect(sent('member.mergeAnswer')).toMatchObject([{ id: 'g1', agree: false }]));
});

test('on the old phone one sees whose code it is before one agrees', async () => {
  serve({
    'member.merges': () => ({ merges: [] }),
    'member.mergePeek': () => ({ to: { id: 'm1', name: '林晓', orgs: ['第一支部'] } }),
    'member.mergeGive': () => ({ merge: { ...merge, state: 'waiting', side: 'from' } }),
  });
  show(<MergeOwn />);
  const box = await screen.findByLabelText('新账号上的合并码');
  fireEvent.change(box, { target: { value: '23456 789a' } });
  expect(sent('member.mergePeek')).toEqual([]);
  fireEvent.change(box, { target: { value: '23456 789ab' } });
  await screen.findByText(/林晓（第一支部），以后用那个微信登录/);
  fireEvent.click(screen.getByText('是我的新账号，同意'));
  await waitFor(() => expect(sent('member.mergeGive')).toMatchObject([{ code: '23456789AB' }]));
});

test('a page tells former names and duties where there are some, and the way to propose a transfer where one may', () => {
  const orgs = [
    { id: 'b1', name: '第一支部', mayTransfer: true },
    { id: 'b2', name: '第二支部', mayTransfer: false },
  ];
  const duty = { id: 'd1', title: '组长', group: '领导小组', org: { id: 'r', name: '团市委' }, coming: false };
  const duties = [{ ...duty, from: '20260101', until: '20271231' }];
  show(<MemberFacts member={{ ...detail, orgs, duties, formerNames: [{ name: '林小小', until: AT }] }} />);
  screen.getByText('曾用名：林小小（用到 2026.11.29）');
  screen.getByText('团市委 · 领导小组');
  screen.getByText('至 2027.12.31');
  fireEvent.click(screen.getByText('提议转走'));
  expect(taro.navigateTo).toHaveBeenCalledWith({
    url: '/packages/manage/transfer/propose/index?orgId=b1&memberId=m1',
  });
});

test('only the committee at the top has a list of those who belong to no org', async () => {
  let isTop = false;
  serve({
    'member.list': () => ({ items: [row], next: null, masked: false, isTop }),
    'member.count': () => ({ count: 1 }),
  });
  const { unmount } = show(<MemberList orgId="b1" onOpen={jest.fn()} />);
  await screen.findByText('林晓');
  expect(screen.queryByText('未加入组织')).toBeNull();
  unmount();
  isTop = true;
  show(<MemberList orgId="r" onOpen={jest.fn()} />);
  fireEvent.click(await screen.findByText('未加入组织'));
  await waitFor(() => expect(sent('member.list').at(-1)).toEqual({ orgId: 'r', belonging: 'none' }));
});
