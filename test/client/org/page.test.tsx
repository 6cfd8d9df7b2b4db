import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Session } from '@contract/domains/me/actions';
import type { ActionOutput } from '@contract/registry';
import type { Role } from '@contract/roles';
import { OrgScreen } from '@/features/org/OrgScreen';
import { nearOf, noteTree } from '@/features/org/useOrgPage';
import { freshPhone, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

type OrgPage = ActionOutput<'org.page'>;
const nobody = { see: false, invite: false, addBelow: false, change: false };
const page = (more: Partial<OrgPage> = {}, org: Partial<OrgPage['org']> = {}): OrgPage => ({
  org: {
    id: 'o1',
    name: '文学院团总支',
    kind: 'generalBranch',
    archived: false,
    archivedAt: null,
    merging: null,
    ...org,
  },
  above: [{ id: 'o0', name: '师范学院团委', kind: 'university' }],
  below: [
    { id: 'o2', name: '2401 团支部', kind: 'branch', archived: false, merging: false, branches: null, members: null },
  ],
  more: false,
  branches: null,
  members: null,
  joinCode: null,
  may: nobody,
  ...more,
});
const manager = { may: { see: true, invite: true, addBelow: true, change: true }, branches: 3, members: 412 };
const session = (role: Role | null, orgId = 'o0'): Session => {
  const org = { id: orgId, name: '师范学院团委', kind: 'university' as const };
  return {
    ...{ now: 1, day: '20261123', member: { id: 'm1', name: '林晓' } },
    orgs: [org],
    roles: role ? [{ role, org }] : [],
  };
};
const none = () => ({ items: [], next: null });
const tiles = () => [...document.querySelectorAll('.sx-tiles__one')].map(({ textContent }) => textContent);

beforeEach(() => freshPhone());

test('whoever belongs there sees what it is and what stands above and below, each with its page, and no figures', async () => {
  serve({ 'me.session': () => session(null), 'org.page': () => page() });
  show(<OrgScreen id="o1" />);
  await screen.findByText('文学院团总支');
  screen.getByText('团总支');
  fireEvent.click(screen.getByText('师范学院团委'));
  expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/org/detail/index?id=o0' });
  fireEvent.click(screen.getByText('2401 团支部'));
  expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/org/detail/index?id=o2' });
  expect(screen.queryByText(/人$/)).toBeNull();
  expect(tiles()).toEqual([]);
});

test('who runs it sees figures and code, and finds every change with its page', async () => {
  serve({
    'me.session': () => session(null),
    'org.page': () => page({ ...manager, joinCode: 'K7M2P9Q4XA' }),
    'org.changes': none,
  });
  show(<OrgScreen id="o1" />);
  await screen.findByText('3 个支部，412 人');
  screen.getByText('K7M2P9Q4XA');
  expect(tiles()).toEqual(['新建下级', '更名', '移动', '合并', '拆分', '归档', '最近改动']);
  fireEvent.click(screen.getByText('移动'));
  expect(taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/manage/org/change/index?id=o1&kind=move',
  });
});

test('of an archived org only what brings it back is offered, and why it stands still is said', async () => {
  serve({
    'me.session': () => session(null),
    'org.page': () => page(manager, { archived: true, archivedAt: Date.parse('2026-11-20T02:00:00Z') }),
    'org.changes': none,
  });
  show(<OrgScreen id="o1" />);
  await screen.findByText(/归档：里面的内容都还在，只能查看/);
  expect(tiles()).toEqual(['恢复', '最近改动']);
});

test('what lies below an archived org is brought back with that one', async () => {
  serve({
    'me.session': () => session(null),
    'org.page': () => page(manager, { archived: true }),
    'org.changes': none,
  });
  show(<OrgScreen id="o1" />);
  await screen.findByText('上级组织已归档，这里只能查看。');
  expect(tiles()).toEqual(['最近改动']);
});

test('of an org that goes into another nothing else is changed meanwhile', async () => {
  const merging = { into: { id: 'o9', name: '历史学院' }, until: Date.parse('2026-11-30T02:00:00Z') };
  serve({ 'me.session': () => session(null), 'org.page': () => page(manager, { merging }), 'org.changes': none });
  show(<OrgScreen id="o1" />);
  await screen.findByText(/^正在并入“历史学院”，.*之前可以撤销。$/);
  expect(tiles()).not.toContain('移动');
});

test('who runs only what stands above changes it without adding below', async () => {
  serve({
    'me.session': () => session(null),
    'org.page': () => page({ may: { ...nobody, addBelow: true } }),
    'org.changes': none,
  });
  show(<OrgScreen id="o1" />);
  await screen.findByText('文学院团总支');
  expect(tiles()).toEqual(['新建下级', '最近改动']);
});

test('a branch takes nothing below, and says nothing of it', async () => {
  serve({
    'me.session': () => session(null),
    'org.page': () => page({ ...manager, below: [] }, { kind: 'branch' }),
    'org.changes': none,
  });
  show(<OrgScreen id="o1" />);
  await screen.findByText('文学院团总支');
  expect(screen.queryByText('下级组织')).toBeNull();
  expect(tiles()).not.toContain('新建下级');
});

test('what goes on after a change is seen on the page', async () => {
  const change = {
    ...{ id: 'c1', kind: 'move' as const, org: { id: 'o2', name: '2401 团支部' }, words: '', at: 1, by: null },
    ...{ undoneAt: null, undoUntil: null, progress: { done: 3, all: 12 } },
  };
  serve({
    'me.session': () => session(null),
    'org.page': () => page(manager),
    'org.changes': () => ({ items: [change], next: null }),
  });
  show(<OrgScreen id="o1" />);
  await screen.findByText('已完成 3 / 12 处');
  screen.getByText('移动：2401 团支部');
});

test('an org that one may not see is refused in words', async () => {
  serve({ 'me.session': () => session(null), 'org.page': () => new Refusal('NOT_FOUND') });
  show(<OrgScreen id="o1" />);
  await screen.findByText(/^没有找到/);
});

test.each([
  ['orgAdmin', 'o0', ['成员', '职责']],
  ['orgAdmin', 'elsewhere', []],
  ['member', 'o1', []],
] as const)('as %s of %s one finds what one may see of its people', async (role, orgId, found) => {
  serve({ 'me.session': () => session(role, orgId), 'org.page': () => page() });
  show(<OrgScreen id="o1" />);
  await screen.findByText('文学院团总支');
  // Nothing is found before it is known who asks, either.
  await waitFor(() => expect(sent('me.session')).toHaveLength(1));
  await act(() => Promise.resolve());
  expect(tiles()).toEqual(found);
  if (found.length === 0) return;
  fireEvent.click(screen.getByText('成员'));
  const name = encodeURIComponent('文学院团总支');
  expect(taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/manage/member/list/index?orgId=o1&name=${name}`,
  });
});

test('a page that was reached from another tells the server what stands above, and only what is known', async () => {
  serve({ 'me.session': () => session(null), 'org.page': () => page() });
  const first = show(<OrgScreen id="o1" />);
  await screen.findByText('文学院团总支');
  first.unmount();
  show(<OrgScreen id="o2" />);
  await screen.findByText('文学院团总支');
  expect(sent('org.page').at(-1)).toEqual({ orgId: 'o2', near: ['o1', 'o0'] });
  expect(nearOf('unheard-of')).toEqual([]);
});

test('a tree that was seen tells what stands above its nodes', () => {
  const kind = 'branch' as const;
  noteTree([
    { id: 'x', name: '', kind, parent: null },
    { id: 'y', name: '', kind, parent: 0 },
    { id: 'z', name: '', kind, parent: 1 },
  ]);
  expect(nearOf('z')).toEqual(['y', 'x']);
});

test('the code is changed only once one has read what that means, and closed as well', async () => {
  let joinCode: string | null = 'HANYU2401';
  serve({
    'me.session': () => session(null),
    'org.page': () => page({ may: { ...nobody, see: true, invite: true }, joinCode }),
    'org.renewCode': () => ({ org: { id: 'o1' }, joinCode: (joinCode = 'K7M2P9Q4XA') }),
    'org.closeCode': () => ({ org: { id: 'o1' }, joinCode: (joinCode = null) }),
  });
  show(<OrgScreen id="o1" />);
  fireEvent.click(await screen.findByText('换新码'));
  screen.getByText(/旧码马上作废/);
  fireEvent.click(screen.getByText('不换了'));
  expect(screen.queryByText(/旧码马上作废/)).toBeNull();
  expect(sent('org.renewCode')).toHaveLength(0);
  fireEvent.click(screen.getByText('换新码'));
  fireEvent.click(screen.getByText('换一个新的'));
  await screen.findByText('K7M2P9Q4XA');
  expect(sent('org.renewCode')).toMatchObject([{ orgId: 'o1' }]);
  fireEvent.click(screen.getByText('停用'));
  expect(sent('org.closeCode')).toHaveLength(0);
  fireEvent.click(screen.getAllByText('停用').at(-1) as HTMLElement);
  await screen.findByText('没有开');
  fireEvent.click(screen.getByText('开一个'));
  await screen.findByText('K7M2P9Q4XA');
});

test('before anybody was counted its size is said to come, to those who run it alone', async () => {
  const may = { ...nobody, see: true };
  serve({ 'me.session': () => session(null), 'org.page': () => page({ may }) });
  const { unmount } = show(<OrgScreen id="o1" />);
  await screen.findByText(/一小时内数好/);
  unmount();
  serve({ 'me.session': () => session(null), 'org.page': () => page({}, { id: 'o5' }) });
  show(<OrgScreen id="o5" />);
  await screen.findByText('文学院团总支');
  expect(screen.queryByText(/一小时/)).toBeNull();
});
