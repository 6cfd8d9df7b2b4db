import { act, screen } from '@testing-library/react';
import type { Session } from '@contract/domains/me/actions';
import type { Role } from '@contract/roles';
import { AboutPanel } from '@/features/me/AboutPanel';
import MePage from '@/pages/me/index';
import { orgsWith } from '@/shared/session/session';
import { setOnline } from '@/shared/call/online';
import { usePersona } from '@/shared/backend/local/personas';
import { freshPhone, Refusal, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const org = { id: 'o1', name: '汉语言文学 2401 团支部', kind: 'branch' as const };
const session = (...roles: Role[]): Session => ({
  now: 1,
  day: '20261123',
  member: { id: 'm1', name: '周予安' },
  orgs: [org],
  roles: roles.map((role) => ({ role, org })),
});
beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: 'youth' });
});

test('who stands in for somebody is offered what comes with that, and nothing that is for the holder in person', () => {
  const role = 'orgAdmin' as const;
  const deputy: Session = { ...session(), roles: [{ role, org, inPlaceOf: '许清和' }] };
  expect(orgsWith(deputy, 'role:see')).toEqual([org]);
  expect(orgsWith(deputy, 'role:grant')).toEqual([]);
  expect(orgsWith({ ...deputy, roles: [...deputy.roles, { role, org }] }, 'role:grant')).toEqual([org]);
});

test('a member sees no management', async () => {
  serve({ 'me.session': () => session() });
  show(<MePage />);
  await screen.findByText('周予安');
  expect(screen.queryByText('管理')).toBeNull();
});

test('a branch secretary recommends, organises and invites, but does not see the complaints', async () => {
  serve({ 'me.session': () => session('branchSecretary') });
  show(<MePage />);
  await screen.findByText('写荐书');
  for (const entry of ['发布活动', '我管理的活动', '邀请']) expect(screen.getByText(entry)).toBeTruthy();
  expect(screen.queryByText('收到的投诉建议')).toBeNull();
});

test('the administrator finds the complaints', async () => {
  serve({ 'me.session': () => session('cityAdmin') });
  show(<MePage />);
  await screen.findByText('收到的投诉建议');
});

test('what an organiser begins are two buttons, and nothing is there twice', async () => {
  serve({ 'me.session': () => session('branchSecretary') });
  show(<MePage />);
  await screen.findByText('写荐书');
  for (const begun of ['写荐书', '发布活动']) expect(screen.getByText(begun).tagName).toBe('BUTTON');
  // My events have a tab of their own, 投诉建议 stands at the head.
  expect(screen.queryByText('我的活动')).toBeNull();
  expect(screen.getAllByText('投诉建议')).toHaveLength(1);
});

test('a member of no org is told so, with the way to one', async () => {
  serve({ 'me.session': () => ({ ...session(), orgs: [] }) });
  show(<MePage />);
  await screen.findByText('现在不属于任何组织');
});

test.each([
  ['a visitor', 'NOT_REGISTERED', '加入支部'],
  ['who is disabled', 'DISABLED', /停用/],
] as const)('an entry that %s cannot use is not offered to him', async (_who, code, said) => {
  serve({ 'me.session': () => new Refusal(code) });
  const visitor = show(<MePage />);
  await screen.findByText(said);
  for (const entry of ['组织转接', '加入组织']) expect(screen.queryByText(entry)).toBeNull();
  screen.getByText('合并账号');
  visitor.unmount();
  freshPhone();
  serve({ 'me.session': () => session() });
  show(<MePage />);
  await screen.findByText('周予安');
  for (const entry of ['组织转接', '加入组织']) screen.getByText(entry);
});

test('a visitor is shown only what he can use', async () => {
  serve({ 'me.session': () => new Refusal('NOT_REGISTERED') });
  show(<MePage />);
  await screen.findByText('加入支部');
  expect(screen.queryByText('阅读记录')).toBeNull();
  expect(screen.queryByText('管理')).toBeNull();
  expect(screen.getByText('字号')).toBeTruthy();
});

test('offline, a member is told what still works, and a visitor nothing of what he cannot have', async () => {
  serve({ 'me.session': () => new Refusal('NOT_REGISTERED') });
  const visitor = show(<MePage />);
  await screen.findByText('加入支部');
  act(() => setOnline(false));
  expect(screen.getByText(/^现在离线/).textContent).toBe('现在离线，连上网络后再继续。');
  visitor.unmount();
  setOnline(true);
  freshPhone();
  serve({ 'me.session': () => session() });
  const member = show(<MePage />);
  await screen.findByText('周予安');
  act(() => setOnline(false));
  expect(screen.getByText(/^现在离线/).textContent).toContain('记一笔');
  member.unmount();
  setOnline(true);
});

test('a visitor can join, and still reaches 投诉建议 and 关于', async () => {
  serve({ 'me.session': () => new Refusal('NOT_REGISTERED') });
  show(<MePage />);
  await screen.findByText('加入支部');
  expect(screen.getAllByText('投诉建议').length).toBeGreaterThan(0);
  expect(screen.getByText('关于')).toBeTruthy();
});

test('an org in which one holds two roles is managed once; a judge manages none', () => {
  expect(orgsWith(session('branchSecretary', 'orgAdmin'), 'event:manage')).toEqual([org]);
  expect(orgsWith(session('judge', 'auditor'), 'event:manage')).toEqual([]);
});

test('what deployment has not filled in is said to be missing, never left out', () => {
  show(<AboutPanel />);
  expect(screen.getByText('主办单位')).toBeTruthy();
  expect(screen.getByText('备案编号')).toBeTruthy();
  expect(screen.getByText('联系方式')).toBeTruthy();
  expect(screen.getAllByText('未填写（部署时配置）')).toHaveLength(3);
});

test('what concerns organisations stands apart from what is organised', async () => {
  serve({ 'me.session': () => session('branchSecretary') });
  show(<MePage />);
  const heading = await screen.findByText('组织与成员');
  expect(heading.closest('.sx-section')?.textContent).toContain('邀请');
  expect(screen.getByText('管理').closest('.sx-section')?.textContent).not.toContain('邀请');
});
