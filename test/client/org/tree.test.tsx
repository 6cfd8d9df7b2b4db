import { act, fireEvent, screen } from '@testing-library/react';
import type { Session } from '@contract/domains/me/actions';
import type { Role } from '@contract/roles';
import { OrgsOf } from '@/features/org/OrgsOf';
import { openAtFirst, rowsOf, type TreeNode } from '@/features/org/tree';
import { freshPhone, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const node = (id: string, parent: number | null, more: Partial<TreeNode> = {}): TreeNode => ({
  id,
  name: `组织${id}`,
  kind: 'branch',
  parent,
  ...more,
});
/** a over b and e; b over c and d, which was archived. */
const nodes = [node('a', null), node('b', 0), node('c', 1), node('d', 1, { archived: true }), node('e', 0)];

/** A committee of 40 orgs with 49 branches each: 2,001 nodes. */
const large = [
  node('top', null),
  ...Array.from({ length: 40 }, (_, org) => [
    node(`${org}`, 0),
    ...Array.from({ length: 49 }, (_, branch) => node(`${org}.${branch}`, 1 + org * 50)),
  ]).flat(),
];

const org = { id: 'a', name: '团市委', kind: 'committee' as const };
const session = (roles: readonly Role[], orgs = [org]): Session => ({
  now: 1,
  day: '20261123',
  member: { id: 'm1', name: '周予安' },
  orgs,
  roles: roles.flatMap((role) => orgs.map((one) => ({ role, org: one }))),
});
const shown = () => screen.queryAllByText(/^组织/).map(({ textContent }) => textContent);
const answer = (list: TreeNode[]) => () => ({ orgId: 'a', above: [], nodes: list });

beforeEach(() => freshPhone());

describe('the rows of a tree', () => {
  const ids = (open: readonly string[], archived = false) => rowsOf(nodes, new Set(open), archived).map(({ id }) => id);

  test('are what stands below what is open, in the order of the tree', () => {
    expect(ids(['a', 'b'])).toEqual(['a', 'b', 'c', 'e']);
    expect(ids(['a'])).toEqual(['a', 'b', 'e']);
    // What is open below what is closed is not seen.
    expect(ids(['b'])).toEqual(['a']);
  });

  test('know their level, what stands above them, and how much below, on all levels', () => {
    const row = (id: string, archived = false) =>
      rowsOf(nodes, new Set(['a', 'b']), archived).find((one) => one.id === id);
    expect(row('c')).toMatchObject({ level: 2, below: 0, open: false, parentId: 'b' });
    expect(row('a')).toMatchObject({ level: 0, below: 3, open: true, parentId: null });
    expect(row('a', true)).toMatchObject({ below: 4 });
  });

  test('show what was archived only where that is asked for', () => {
    expect(ids(['a', 'b'], true)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('begin whole where they are few, else with the first level', () => {
    expect(openAtFirst(nodes).size).toBe(5);
    expect([...openAtFirst(large)]).toEqual(['top']);
  });
});

test('a tree of 2,000 nodes opens at once and stays within 600 nodes on the page', async () => {
  serve({ 'org.tree': answer(large) });
  const { container } = show(<OrgsOf session={session(['cityAdmin'])} />);
  await screen.findByText('共 2001 个组织');
  expect(shown()).toHaveLength(40);
  fireEvent.click(screen.getByText('全部展开'));
  screen.getByText('组织0.37');
  expect(container.querySelectorAll('*').length).toBeLessThanOrEqual(600);
  fireEvent.click(screen.getByText('全部收起'));
  expect(screen.queryByText('组织0.37')).toBeNull();
});

test('a node is folded and opened by its arrow, and leads to its page by its name', async () => {
  serve({ 'org.tree': answer(nodes) });
  show(<OrgsOf session={session(['cityAdmin'])} />);
  fireEvent.click(await screen.findByRole('button', { name: '收起组织b' }));
  expect(shown()).toEqual(['组织a', '组织b', '组织e']);
  fireEvent.click(screen.getByRole('button', { name: '展开组织b' }));
  fireEvent.click(screen.getByText('组织c'));
  expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/org/detail/index?id=c' });
});

test('what was archived is shown when asked for, and named so', async () => {
  serve({ 'org.tree': answer(nodes) });
  show(<OrgsOf session={session(['cityAdmin'])} />);
  await screen.findByText('共 4 个组织');
  fireEvent.click(screen.getByRole('radio', { name: '连同已归档的' }));
  screen.getByText('共 5 个组织');
  screen.getByText('已归档');
});

test('what is looked for is asked of the server, by whatever people type', async () => {
  jest.useFakeTimers();
  serve({
    'org.tree': answer(nodes),
    'org.search': ({ q }) => ({
      items:
        q === 'wxy' ? [{ id: 'w', name: '文学院', kind: 'generalBranch', parent: '师范学院', archived: false }] : [],
      next: null,
    }),
  });
  show(<OrgsOf session={session(['cityAdmin'])} />);
  const type = async (value: string) => {
    fireEvent.change(screen.getByPlaceholderText('名称、拼音或首字母'), { target: { value } });
    await act(() => jest.advanceTimersByTimeAsync(500));
  };
  await type('wxy');
  fireEvent.click(screen.getByText('文学院'));
  expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/org/detail/index?id=w' });
  expect(sent('org.search')).toEqual([{ orgId: 'a', q: 'wxy' }]);
  await type('没有');
  screen.getByText('没有找到“没有”');
  await type('');
  screen.getByText('组织a');
  jest.useRealTimers();
});

test('who sees to two orgs chooses between them', async () => {
  serve({ 'org.tree': ({ orgId }) => ({ orgId, above: [], nodes: [node(orgId, null)] }) });
  const two = [org, { id: 'z', name: '师范学院团委', kind: 'university' as const }];
  show(<OrgsOf session={session(['orgAdmin'], two as never)} />);
  await screen.findByText('组织a');
  fireEvent.click(screen.getByRole('radio', { name: '师范学院团委' }));
  await screen.findByText('组织z');
  expect(screen.queryByText('组织a')).toBeNull();
});
