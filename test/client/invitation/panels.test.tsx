import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Invitation, JoinRequest } from '@contract/domains/invitation/actions';
import { InvitationsPanel } from '@/features/invitation/InvitationsPanel';
import { RequestsPanel } from '@/features/invitation/RequestsPanel';
import { invitationLine, invitationWords, spacedCode } from '@/features/invitation/words';
import { codeIn } from '@/features/session/scene';
import { foldJoinCode } from '@contract/text';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const org = { id: 'b1', name: '软件 2401 团支部', kind: 'branch' as const };
const session = {
  now: 1,
  day: '20261129',
  member: { id: 'm1', name: '周予安' },
  orgs: [org],
  roles: [{ role: 'branchSecretary' as const, org }],
};
const invitation: Invitation = {
  id: 'i1',
  orgId: 'b1',
  orgName: org.name,
  code: '7K4MXQ2P9TWB',
  state: 'open',
  createdAt: 1,
  expiresAt: Date.UTC(2026, 11, 29),
  limit: 50,
  used: 3,
  approval: false,
  role: null,
  roleUntil: null,
  note: '',
};
const request: JoinRequest = {
  id: 'j1',
  orgId: 'b1',
  orgName: org.name,
  name: '江望',
  state: 'waiting',
  at: 1,
  until: 2,
  sentence: '',
  mayUndo: false,
  listed: null,
};
const undo = () => useSnackbar.getState().message?.undo?.();

beforeEach(() => {
  freshPhone();
  taro.setClipboardData.mockClear();
});

test('one tap sends an invitation with the usual values; what they are is said', async () => {
  serve({
    'invitation.list': () => ({ items: [], next: null }),
    'invitation.create': () => ({ invitation }),
  });
  show(<InvitationsPanel session={session} orgId={undefined} />);
  fireEvent.click(screen.getByText('发一个邀请'));
  expect(screen.getByText('加入组织，30 天内有效，最多 50 人')).toBeTruthy();
  fireEvent.click(screen.getByText('发出邀请'));
  const usual = { orgId: 'b1', days: 30, limit: 50, approval: false, note: '' };
  await waitFor(() => expect(sent('invitation.create')).toMatchObject([usual]));
});

test('every branch below gets one, for as long and as many as one says; usual values need no tap more', async () => {
  const college = { id: 'c1', name: '软件学院团总支', kind: 'generalBranch' as const };
  const batch = {
    revoked: false,
    ...{ id: 'b', orgId: 'c1', orgName: college.name, at: 1, expiresAt: 2, made: 12, done: true },
    ...{ days: 7, limit: 30 },
  };
  serve({
    'invitation.list': () => ({ items: [], next: null }),
    'invitation.batches': () => ({ items: [], next: null }),
    'invitation.createBelow': () => ({ batch }),
  });
  show(
    <InvitationsPanel
      session={{ ...session, roles: [{ role: 'orgAdmin' as const, org: college }] }}
      orgId={undefined}
    />,
  );
  fireEvent.click(await screen.findByText('每个支部发一个'));
  fireEvent.click(screen.getByText('每个支部一个，30 天内有效，各最多 50 人'));
  fireEvent.click(screen.getByText('7 天'));
  fireEvent.change(screen.getByLabelText('人数上限'), { target: { value: '30' } });
  fireEvent.click(screen.getByText('全部发出'));
  const chosen = { orgId: 'c1', days: 7, limit: 30, approval: false };
  await waitFor(() => expect(sent('invitation.createBelow')).toMatchObject([chosen]));
  await screen.findByText('每个支部发一个');
});

test('a batch is revoked as one, and taken back', async () => {
  const college = { id: 'c1', name: '软件学院团总支', kind: 'generalBranch' as const };
  let revoked = false;
  const batch = () => ({
    ...{ id: 'b', orgId: 'c1', orgName: college.name, at: 1, expiresAt: Date.now() + 86_400_000, made: 12, done: true },
    revoked,
  });
  serve({
    'invitation.list': () => ({ items: [], next: null }),
    'invitation.batches': () => ({ items: [batch()], next: null }),
    'invitation.setBatchRevoked': (input) => {
      revoked = input.revoked;
      return { batch: batch() };
    },
  });
  show(
    <InvitationsPanel
      session={{ ...session, roles: [{ role: 'orgAdmin' as const, org: college }] }}
      orgId={undefined}
    />,
  );
  fireEvent.click(await screen.findByText('停用这一批'));
  await screen.findByText('恢复这一批');
  act(() => useSnackbar.getState().message?.undo?.());
  await waitFor(() =>
    expect(sent('invitation.setBatchRevoked')).toMatchObject([
      { id: 'b', revoked: true },
      { id: 'b', revoked: false },
    ]),
  );
  await screen.findByText('停用这一批');
});

test('what is copied holds the code so that it can be pasted whole into the first screen', async () => {
  serve({ 'invitation.list': () => ({ items: [invitation], next: null }) });
  show(<InvitationsPanel session={session} orgId={undefined} />);
  await screen.findByText('7K4M XQ2P 9TWB');
  fireEvent.click(screen.getByText('复制邀请'));
  await waitFor(() => expect(taro.setClipboardData).toHaveBeenCalled());
  const [[{ data }]] = taro.setClipboardData.mock.calls as [[{ data: string }]];
  expect(foldJoinCode(data)).toBe('7K4MXQ2P9TWB');
});

test('an invitation is ended and brought back, and one that is over is lengthened', async () => {
  let shown = invitation;
  serve({
    'invitation.list': () => ({ items: [shown], next: null }),
    'invitation.setRevoked': ({ revoked }) => ({
      invitation: (shown = { ...invitation, state: revoked ? 'revoked' : 'open' }),
    }),
    'invitation.renew': () => ({ invitation: (shown = invitation) }),
  });
  show(<InvitationsPanel session={session} orgId={undefined} />);
  fireEvent.click(await screen.findByText('停用'));
  await screen.findByText(/已停用/);
  undo();
  await screen.findByText(/前有效/);
  fireEvent.click(screen.getByText('停用'));
  fireEvent.click(await screen.findByText('再用 30 天'));
  await waitFor(() => expect(sent('invitation.renew')).toMatchObject([{ id: 'i1', days: 30, limit: 50 }]));
  expect(sent('invitation.setRevoked').map(({ revoked }) => revoked)).toEqual([true, false, true]);
});

test('WeChat’s code is shown, or in words that there is none', async () => {
  serve({
    'invitation.list': () => ({ items: [invitation], next: null }),
    'invitation.picture': () => new Refusal('CODE_PICTURE_UNAVAILABLE'),
  });
  show(<InvitationsPanel session={session} orgId={undefined} />);
  fireEvent.click(await screen.findByText('二维码'));
  await screen.findByText(/微信暂时生成不了小程序码/);
});

test('a request is approved with one tap, and the answer can be taken back', async () => {
  serve({
    'invitation.requests': () => ({ items: [request], next: null }),
    'invitation.decide': () => ({ request: { ...request, state: 'approved' } }),
    'invitation.undecide': () => ({ request }),
  });
  show(<RequestsPanel session={session} orgId="b1" />);
  fireEvent.click(await screen.findByText('同意'));
  await waitFor(() => expect(sent('invitation.decide')).toMatchObject([{ id: 'j1', verdict: 'approved' }]));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toBe('同意了江望加入'));
  undo();
  await waitFor(() => expect(sent('invitation.undecide')).toMatchObject([{ id: 'j1' }]));
});

test('of who waits it is said whether the roster has his name', async () => {
  const items = [
    { ...request, listed: true },
    { ...request, id: 'j2', name: '别人', listed: false },
    { ...request, id: 'j3', name: '旁人' },
  ];
  serve({ 'invitation.requests': () => ({ items, next: null }) });
  show(<RequestsPanel session={session} orgId="b1" />);
  await screen.findByText('名单上有这个名字');
  expect(screen.getAllByText('名单外')).toHaveLength(1);
});

test('a request is declined with a sentence', async () => {
  serve({
    'invitation.requests': () => ({ items: [request], next: null }),
    'invitation.decide': () => ({ request: { ...request, state: 'declined' } }),
  });
  show(<RequestsPanel session={session} orgId={undefined} />);
  fireEvent.click(await screen.findByText('不同意'));
  fireEvent.change(screen.getByLabelText('告诉对方一句'), { target: { value: '您在 2402' } });
  fireEvent.click(screen.getByText('不同意'));
  const declined = { id: 'j1', verdict: 'declined', sentence: '您在 2402' };
  await waitFor(() => expect(sent('invitation.decide')).toMatchObject([declined]));
});

test('words of an invitation', () => {
  expect(spacedCode('7K4MXQ2P9T')).toBe('7K4M XQ2P 9T');
  expect(invitationLine({ ...invitation, state: 'full', used: 50, approval: true })).toBe('已用 50/50 · 已满 · 须同意');
  expect(invitationLine({ ...invitation, role: 'judge', roleUntil: Date.UTC(2027, 4, 1) })).toMatch(/^评委，任期到 /);
  expect(invitationWords({ ...invitation, role: 'judge' }, 'http://x/')).toMatch(/请您担任评委。点开 http:\/\/x\/，/);
});

test.each([
  [{ code: '7k4m-xq2p-9twb' }, '7K4MXQ2P9TWB'],
  [{ scene: 'c=7K4MXQ2P9TWB' }, '7K4MXQ2P9TWB'],
  [{ scene: 'x=7K4MXQ2P9TWB' }, undefined],
  [{ code: '' }, undefined],
  [{}, undefined],
])('the code that a link brings: %j', (parameters, code) => {
  expect(codeIn(parameters)).toBe(code);
});
