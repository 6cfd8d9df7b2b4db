import { fireEvent, screen } from '@testing-library/react';
import type { Board, BoardDuty } from '@contract/domains/duty/actions';
import { DutyBoard } from '@/features/duty/DutyBoard';
import { DutyHistory } from '@/features/duty/DutyHistory';
import { orderAbove, peersOf } from '@/features/duty/order';
import { linesOf, ownNote, savedText, standInNote, termText } from '@/features/duty/terms';
import { freshPhone, Refusal, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const duty = (id: string, more: Partial<BoardDuty> = {}): BoardDuty => ({
  ...{ id, group: '领导小组', kind: 'groupMember', title: '成员', name: id },
  ...{ from: '20260301', until: null, standsInFor: null, order: 1, standIns: [] },
  ...more,
});
const board = (mayManage: boolean, duties: BoardDuty[]): Board => ({
  orgId: 'o1',
  groups: duties.length === 0 ? [] : [{ name: '领导小组', duties }],
  mayManage,
});
const leader = duty('沈知行', { kind: 'leader', title: '组长' });

beforeEach(() => freshPhone());

test('a board names the duty once and behind it all who hold it; a member finds nothing to change', async () => {
  serve({ 'duty.board': () => board(false, [leader, duty('章怀远'), duty('和书瑶')]) });
  show(<DutyBoard orgId="o1" />);
  await screen.findByText('沈知行');
  expect(screen.getAllByText('成员')).toHaveLength(1);
  expect(screen.queryByText('添加职务')).toBeNull();
  fireEvent.click(screen.getByText('章怀远'));
  expect(taro.navigateTo).not.toHaveBeenCalled();
});

test('of an archived org nothing is offered that would be refused', async () => {
  serve({ 'duty.board': () => board(true, [leader]) });
  show(<DutyBoard orgId="o1" frozen />);
  fireEvent.click(await screen.findByText('沈知行'));
  expect(screen.queryByText('添加职务')).toBeNull();
  expect(taro.navigateTo).not.toHaveBeenCalled();
});

test('who may edit comes from a name to that duty, from its stand-in to his, and adds others', async () => {
  const standIn = duty('鹿鸣野', { standsInFor: '沈知行' });
  serve({ 'duty.board': () => board(true, [{ ...leader, id: 'u1', standIns: [{ ...standIn, id: 'u2' }] }]) });
  show(<DutyBoard orgId="o1" />);
  fireEvent.click(await screen.findByText('沈知行'));
  fireEvent.click(screen.getByText('由鹿鸣野代理'));
  fireEvent.click(screen.getByText('添加职务'));
  const opened = taro.navigateTo.mock.calls.map(([{ url }]: [{ url: string }]) => url.split('?')[1]);
  expect(opened).toEqual(['id=u1', 'id=u2', `orgId=o1&group=${encodeURIComponent('领导小组')}`]);
});

test('an empty board says what will be here, and how to begin only to whoever may', async () => {
  serve({ 'duty.board': () => board(false, []) });
  const { unmount } = show(<DutyBoard orgId="o1" />);
  await screen.findByText('还没有写下谁担任什么');
  expect(screen.queryByText('添加职务')).toBeNull();
  unmount();
  freshPhone();
  serve({ 'duty.board': () => board(true, []) });
  show(<DutyBoard orgId="o1" />);
  await screen.findByText('添加职务');
});

test('what could not be read says so and can be read again', async () => {
  serve({ 'duty.board': () => new Refusal('INTERNAL') });
  show(<DutyBoard orgId="o1" />);
  serve({ 'duty.board': () => board(false, [leader]) });
  fireEvent.click(await screen.findByText('再试一次'));
  await screen.findByText('沈知行');
});

test('the history has whole terms, with those who stood in', async () => {
  const former = { ...duty('闻人镜湖', { kind: 'leader', title: '组长', until: '20260228', from: '20200101' }) };
  serve({ 'duty.history': () => ({ items: [former, { ...former, id: 'x', standsInFor: 'y' }], next: null }) });
  show(<DutyHistory orgId="o1" />);
  await screen.findByText('领导小组 · 组长');
  expect(screen.getByText('领导小组 · 代理组长')).toBeTruthy();
  expect(screen.getAllByText('2020年1月1日—2026年2月28日')).toHaveLength(2);
});

test('what stands behind a name: nothing of a plain term, its end, its coming, who stands in and for how long', () => {
  const today = '20261123';
  expect(ownNote(duty('a'), today)).toBe('');
  expect(ownNote(duty('a', { until: '20261231' }), today)).toBe('至12月31日');
  expect(ownNote(duty('a', { from: '20270101', until: '20271231' }), today)).toBe('2027年1月1日起，至2027年12月31日');
  const standIn = duty('李四', { until: '20261201', standsInFor: 'a' });
  expect(standInNote(standIn, today)).toBe('由李四代理，至12月1日');
  expect(ownNote(standIn, today)).toBe('代理，至12月1日');
  expect(termText({ from: '20260301', until: null })).toBe('2026年3月1日—今');
});

test('duties of one title stand in one line only where they follow each other', () => {
  const lines = linesOf([leader, duty('a'), duty('b'), duty('c', { title: '联络员' }), duty('d')]);
  expect(lines.map(({ title, duties }) => [title, duties.length])).toEqual([
    ['组长', 1],
    ['成员', 2],
    ['联络员', 1],
    ['成员', 1],
  ]);
});

test('one place further up is between the two above, and nobody is above the first', () => {
  const all = board(true, [leader, duty('a', { order: 1 }), duty('b', { order: 2 }), duty('c', { order: 4 })]);
  const peers = peersOf(all, 'c');
  expect(peers.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(orderAbove(peers, 'c')).toBe(1.5);
  expect(orderAbove(peers, 'b')).toBe(0);
  expect(orderAbove(peers, 'a')).toBeUndefined();
  expect(peersOf(all, 'nobody')).toEqual([]);
});

test('what was saved says what came of the rights only where that is not what one would think', () => {
  expect(savedText('已保存', { rights: 'given' })).toBe('已保存');
  expect(savedText('已保存', { rights: 'not entitled' })).toBe('已保存。权限没有给：在这里不由您授予');
});
