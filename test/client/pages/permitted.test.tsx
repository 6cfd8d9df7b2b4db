import { join, resolve } from 'node:path';
import type { ComponentType } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { hasPermission, permissions, type Permission } from '@contract/permissions';
import { roles, type Role } from '@contract/roles';
import { declared, routeNames } from '@/routes/table';
import { usePersona } from '@/shared/backend/local/personas';
import { whoMay } from '@/shared/ui/Boundary/Permitted';
import { freshPhone, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const org = { id: 'o1', name: '汉语言文学 2401 团支部', kind: 'branch' as const };
const session = (...held: Role[]) => ({
  ...{ now: 1, day: '20261123', member: { id: 'm1', name: '周予安' }, orgs: [org] },
  roles: held.map((role) => ({ role, org })),
});
const screenOf = (path: string) =>
  jest.requireActual<{ default: ComponentType }>(resolve(join('src', path, 'index'))).default;

const guarded = routeNames.flatMap((name) => {
  const { needs, path } = declared(name);
  return needs ? [{ name, path, ...needs }] : [];
});
const others = (permission: Permission) => roles.filter((role) => !hasPermission(role, permission));

beforeEach(() => {
  freshPhone({ id: 'x1' });
  usePersona.setState({ id: 'youth' });
});

test.each(guarded)(
  '$name says to every role without its permission whom it is for, and asks for nothing of it',
  async (page) => {
    serve({ 'me.session': () => session(...others(page.permission)) });
    const Screen = screenOf(page.path);
    show(<Screen />);
    await screen.findByText(whoMay(page.permission));
    if (page.instead) expect(screen.getByText(page.instead)).toBeTruthy();
    fireEvent.click(screen.getByText('回到今日'));
    expect(taro.switchTab).toHaveBeenLastCalledWith({ url: '/pages/today/index' });
    expect(sent('event.roster')).toEqual([]);
    expect(sent('feedback.inbox')).toEqual([]);
  },
);

test.each(guarded)('$name lets every role in that has its permission', async (page) => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const role of permissions[page.permission].roles) {
    freshPhone({ id: 'x1' });
    serve({ 'me.session': () => session(role) });
    const Screen = screenOf(page.path);
    const { unmount } = show(<Screen />);
    await screen.findAllByText(/./);
    await new Promise((done) => setTimeout(done));
    expect(screen.queryByText(whoMay(page.permission))).toBeNull();
    unmount();
  }
  jest.restoreAllMocks();
});

test.each(guarded)('$name leads a visitor to where one joins', async ({ path }) => {
  serve({ 'me.session': () => new Refusal('NOT_REGISTERED') });
  const Screen = screenOf(path);
  show(<Screen />);
  await screen.findByText('去加入支部');
});

test('who may do something is said by the names of the roles', () => {
  expect(whoMay('feedback:answer')).toBe('管理员可以查看与答复投诉建议');
  expect(whoMay('event:manage')).toBe('支部书记、书记和管理员可以办活动、看报名名单');
});
