import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Session } from '@contract/domains/me/actions';
import type { ActionOutput } from '@contract/registry';
import type { PlannedKind } from '@/features/org/changes';
import { OrgChangeForm } from '@/features/org/OrgChangeForm';
import { OrgChanges } from '@/features/org/OrgChanges';
import { SnackbarHost } from '@/shared/ui/Snackbar/SnackbarHost';
import { pageAbove } from '../stubs/taro';
import { freshPhone, Refusal, sent, serve, show, taro, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const committee = { id: 'o0', name: '江城团市委', kind: 'committee' as const };
const session: Session = {
  ...{ now: 1, day: '20261123', member: { id: 'm1', name: '许清和' }, orgs: [committee] },
  roles: [{ role: 'cityAdmin', org: committee }],
};
const branch = (id: string, name: string): ActionOutput<'org.page'>['below'][number] => ({
  ...{ id, name, kind: 'branch', archived: false, merging: false, branches: null, members: null },
});
const page = (kind: 'branch' | 'generalBranch'): ActionOutput<'org.page'> => ({
  org: { id: 'o1', name: '文学院团总支', kind, archived: false, archivedAt: null, merging: null },
  ...{ above: [committee], below: kind === 'branch' ? [] : [branch('b1', '2401 团支部'), branch('b2', '2402 团支部')] },
  ...{ more: false, branches: null, members: null, joinCode: null },
  may: { see: true, invite: true, addBelow: true, change: true },
});
const done = { org: { id: 'o1', name: '文学院团总支', kind: 'branch' as const }, change: { id: 'c1', undoUntil: 9 } };
const preview = { words: '3 个支部、412 人、57 场活动随之移动。', notes: ['权限马上按新的上级算。'], counts: [] };

function open(kind: PlannedKind, backend: Backend = {}, orgKind: 'branch' | 'generalBranch' = 'generalBranch') {
  serve({
    'org.page': () => page(orgKind),
    'org.preview': () => preview,
    'org.below': () => ({
      items: [{ id: 'o5', name: '历史学院团总支', kind: 'generalBranch', parent: '师范学院团委' }],
      next: null,
    }),
    'org.undo': () => done,
    ...backend,
  });
  return show(
    <>
      <OrgChangeForm id="o1" kind={kind} session={session} />
      <SnackbarHost />
    </>,
  );
}
const press = (name: string) => act(() => Promise.resolve(fireEvent.click(screen.getByRole('button', { name }))));
const isAsleep = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;

beforeEach(() => {
  freshPhone();
  pageAbove(1, {});
  taro.navigateBack.mockClear();
});

test('a move shows what goes along before it is made, is made once, and can be taken back', async () => {
  open('move', { 'org.move': () => done });
  fireEvent.click(await screen.findByText('历史学院团总支'));
  await screen.findByText(preview.words);
  screen.getByText('权限马上按新的上级算。');
  expect(sent('org.preview')).toEqual([{ kind: 'move', orgId: 'o1', toId: 'o5' }]);
  await press('移动');
  expect(sent('org.move')).toEqual([expect.objectContaining({ orgId: 'o1', toId: 'o5' })]);
  expect(taro.navigateBack).toHaveBeenCalledTimes(1);
  // Until the page has gone, nothing is made a second time.
  expect(isAsleep('移动')).toBe(true);
  await press('撤销');
  expect(sent('org.undo')).toEqual([expect.objectContaining({ orgId: 'o1', changeId: 'c1' })]);
});

test('an org is not offered as a place for itself', async () => {
  const items = [
    { id: 'o1', name: '它自己', kind: 'generalBranch' as const, parent: '师范学院团委' },
    { id: 'o5', name: '历史学院团总支', kind: 'generalBranch' as const, parent: '师范学院团委' },
  ];
  open('move', { 'org.below': () => ({ items, next: null }) });
  await screen.findByText('历史学院团总支');
  expect(screen.queryByText('它自己')).toBeNull();
});

test('without a target nothing is asked and nothing sent; the first try says what is missing', async () => {
  open('merge');
  await screen.findByText('并入哪里');
  await press('合并');
  screen.getByText('请选择组织');
  expect(sent('org.preview')).toEqual([]);
  expect(sent('org.merge')).toEqual([]);
});

test('what the server would refuse is said before it is sent, and cannot be sent', async () => {
  open('move', { 'org.preview': () => new Refusal('ORG_BELOW_ITSELF') });
  fireEvent.click(await screen.findByText('历史学院团总支'));
  await screen.findByText(/不能放到它自己或它的下级之下/);
  expect(isAsleep('移动')).toBe(true);
});

test('another name is sent without the spaces around it; the old one is not', async () => {
  open('rename', { 'org.rename': () => done });
  await screen.findByText(preview.words);
  expect(isAsleep('更名')).toBe(true);
  fireEvent.change(screen.getByDisplayValue('文学院团总支'), { target: { value: ' 文学与传播学院团总支 ' } });
  await press('更名');
  expect(sent('org.rename')).toEqual([expect.objectContaining({ orgId: 'o1', name: '文学与传播学院团总支' })]);
});

test('a refusal stays on the page with what was chosen', async () => {
  open('archive', { 'org.archive': () => new Refusal('ORG_IS_ROOT') });
  await screen.findByText(preview.words);
  await press('归档');
  screen.getByText(/最上级组织一直在最上面/);
  expect(taro.navigateBack).not.toHaveBeenCalled();
});

test('a split of what has orgs below takes some of those', async () => {
  open('split', { 'org.split': () => done });
  fireEvent.click(await screen.findByRole('checkbox', { name: '2402 团支部' }));
  await screen.findByText(preview.words);
  expect(sent('org.preview')).toEqual([{ kind: 'split', orgId: 'o1', orgIds: ['b2'], memberIds: [] }]);
  await press('拆分');
  screen.getByText('请填写新组织的名称');
  expect(sent('org.split')).toEqual([]);
  fireEvent.change(screen.getByPlaceholderText('比如：文学院 2402 团支部'), { target: { value: '新闻系' } });
  fireEvent.click(screen.getByRole('checkbox', { name: '2401 团支部' }));
  await screen.findByText('已选 2 个');
  await press('拆分');
  expect(sent('org.split')).toEqual([expect.objectContaining({ name: '新闻系', orgIds: ['b2', 'b1'], memberIds: [] })]);
  fireEvent.click(screen.getByRole('checkbox', { name: '2401 团支部' }));
  fireEvent.click(screen.getByRole('checkbox', { name: '2402 团支部' }));
});

test('a split of a branch takes some of its members', async () => {
  const person = { id: 'm7', name: '林晓', orgs: [], roles: [], joinedAt: 1, disabled: null };
  open('split', { 'member.list': () => ({ items: [person], next: null, masked: false, isTop: false }) }, 'branch');
  fireEvent.click(await screen.findByRole('checkbox', { name: '林晓' }));
  await screen.findByText(preview.words);
  expect(sent('org.preview')).toEqual([{ kind: 'split', orgId: 'o1', orgIds: [], memberIds: ['m7'] }]);
  fireEvent.click(screen.getByRole('checkbox', { name: '林晓' }));
});

test('who is ticked for a split stays so while one looks for the next, and after the page was left', async () => {
  const person = { orgs: [], roles: [], joinedAt: 1, disabled: null };
  const people = [
    { ...person, id: 'm7', name: '林晓' },
    { ...person, id: 'm8', name: '温言' },
  ];
  const list = ({ q = '' }: { q?: string }) => ({
    ...{ next: null, masked: false, isTop: false },
    items: people.filter(({ name }) => name.includes(q)),
  });
  const { unmount } = open('split', { 'member.list': list }, 'branch');
  fireEvent.click(await screen.findByRole('checkbox', { name: '林晓' }));
  fireEvent.change(screen.getByLabelText('查找'), { target: { value: '温' } });
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: '林晓' })).toBeNull());
  fireEvent.click(screen.getByRole('checkbox', { name: '温言' }));
  await screen.findByText('已选 2 个');
  unmount();
  open('split', { 'member.list': list }, 'branch');
  await screen.findByText('接着上次没写完的草稿。');
  await screen.findByText('已选 2 个');
});

test('a name that was typed and left is there again, and is forgotten once it was sent', async () => {
  const first = open('rename');
  fireEvent.change(await screen.findByLabelText('新名称'), { target: { value: '文学与传媒学院' } });
  first.unmount();
  const second = open('rename');
  await screen.findByDisplayValue('文学与传媒学院');
  fireEvent.click(screen.getByText('更名'));
  await waitFor(() => expect(sent('org.rename')).toHaveLength(1));
  second.unmount();
  open('rename');
  await screen.findByLabelText('新名称');
  expect(screen.queryByText('接着上次没写完的草稿。')).toBeNull();
});

test('最近改动 says what was done, what is still going on, and takes back what can be', async () => {
  const change = {
    ...{
      id: 'c1',
      kind: 'move' as const,
      org: { id: 'o1', name: '文学院' },
      words: '原来在“团市委”之下',
      by: '许清和',
    },
    ...{ at: Date.parse('2026-11-29T02:00:00Z'), undoneAt: null, undoUntil: 9, progress: { done: 1, all: 4 } },
  };
  const items = [
    change,
    { ...change, id: 'c2', kind: 'rename' as const, undoneAt: 5, undoUntil: null, progress: null },
    { ...change, id: 'c3', kind: 'create' as const, undoUntil: null, progress: null, by: null },
  ];
  serve({ 'org.changes': () => ({ items, next: null }), 'org.undo': () => done });
  show(<OrgChanges orgId="o0" />);
  await screen.findAllByText('文学院');
  screen.getByText('已撤销');
  screen.getByText('已完成 1 / 4 处');
  expect(screen.getAllByRole('button')).toHaveLength(1);
  await press('撤销移动：文学院');
  expect(sent('org.undo')).toEqual([expect.objectContaining({ orgId: 'o1', changeId: 'c1' })]);
});
