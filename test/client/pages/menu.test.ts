import { hasPermission } from '@contract/permissions';
import { roles, type Role } from '@contract/roles';
import { declared, routeNames } from '@/routes/table';
import { menuOf } from '@/shared/menu';
import { taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const org = { id: 'o1', name: '汉语言文学 2401 团支部', kind: 'branch' as const };
const session = (role: Role) => ({
  ...{ now: 1, day: '20261123', member: { id: 'm1', name: '周予安' }, orgs: [org] },
  roles: [{ role, org }],
});
const groups = ['begin', 'manage', 'people', 'reading', 'programme'] as const;
const titles = (role: Role) => groups.flatMap((group) => menuOf(group, session(role)).map(({ title }) => title));

test.each(roles)('%s finds exactly the entries whose permission it has, each once', (role) => {
  const entries = routeNames.flatMap((name) => {
    const { menu, needs } = declared(name);
    return menu ? [{ title: menu.title, permission: menu.needs ?? needs?.permission }] : [];
  });
  const mine = entries.filter(({ permission }) =>
    permission === 'any role' ? role !== 'member' : !permission || hasPermission(role, permission),
  );
  expect(titles(role).sort()).toEqual(mine.map(({ title }) => title).sort());
});

test('entries stand in their order', () => {
  expect(menuOf('manage', session('cityAdmin')).map(({ title }) => title)).toEqual([
    '我写的荐书',
    '我管理的活动',
    '内容审核',
    '收到的投诉建议',
  ]);
});

test('an entry opens its page with what it declares; a tab is switched to', () => {
  const [recommendations, events] = menuOf('manage', session('branchSecretary'));
  recommendations?.open();
  expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/book/recommendations/index?which=mine' });
  events?.open();
  expect(taro.switchTab).toHaveBeenLastCalledWith({ url: '/pages/events/index' });
});
