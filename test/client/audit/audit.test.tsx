import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { AuditEntry } from '@contract/domains/audit/actions';
import { AuditList } from '@/features/audit/AuditList';
import { EntryFacts } from '@/features/audit/EntryFacts';
import { Seals } from '@/features/audit/Seals';
import { Verify } from '@/features/audit/Verify';
import { actorText, resultText, shortId, thingText } from '@/features/audit/words';
import { freshPhone, lost, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const entry: AuditEntry = {
  id: 'c:000000000001',
  at: Date.UTC(2026, 10, 23, 1, 4),
  kind: 'refused',
  actor: { id: 'm1', name: '林晓' },
  action: 'member.list',
  summary: '成员名单',
  outcome: '没有权限',
  things: [{ what: '组织', id: 'o1', name: '一支部' }],
  purpose: null,
  rows: null,
  requestId: 'r1',
};
const page = { items: [entry], next: null };
beforeEach(() => freshPhone());

const list = () => <AuditList orgId="o1" only={{}} onOpen={() => undefined} isCurrent={() => false} />;

test('an entry says in words when, who, what, to what and how it went', async () => {
  serve({ 'audit.list': () => page });
  show(list());
  await screen.findByText('林晓：成员名单');
  expect(screen.getByText('2026-11-23 09:04 · 组织 一支部')).toBeTruthy();
  expect(screen.getByText('被拒绝：没有权限')).toBeTruthy();
});

test('a person is chosen by name, and the list is then about him until one lets go', async () => {
  serve({
    'audit.list': () => page,
    'audit.findPerson': () => ({ items: [{ id: 'm2', name: '林望舒', orgs: ['二支部'] }] }),
  });
  show(list());
  fireEvent.change(screen.getByLabelText('查找'), { target: { value: 'lws' } });
  fireEvent.click(await screen.findByText('林望舒'));
  fireEvent.click(await screen.findByText('与林望舒有关 ×'));
  await waitFor(() => expect(screen.queryByText('与林望舒有关 ×')).toBeNull());
  expect(sent('audit.list')).toContainEqual({ orgId: 'o1', personId: 'm2' });
});

test('an action is found by a character of what it does, and a kind by a tap', async () => {
  serve({
    'audit.list': () => page,
    'audit.choices': () => ({ actions: [{ name: 'event.roster', summary: '报名名单' }] }),
  });
  show(list());
  fireEvent.click(screen.getByText('按操作找'));
  fireEvent.click(await screen.findByText('报名名单'));
  fireEvent.click(screen.getByText('导出'));
  await waitFor(() =>
    expect(sent('audit.list')).toContainEqual({ orgId: 'o1', action: 'event.roster', kind: 'export' }),
  );
});

test('nothing found says so', async () => {
  serve({ 'audit.list': () => ({ items: [], next: null }) });
  show(list());
  await screen.findByText('没有这样的记录');
});

test('an entry shows what proves it', async () => {
  show(<EntryFacts entry={{ ...entry, hash: 'ab'.repeat(32), previous: '0'.repeat(64) }} />);
  await screen.findByText(/校验值 abab/);
  expect(screen.getByText('看与此人有关的记录')).toBeTruthy();
});

const step = { seals: 5, entries: 40, of: 7, fault: null };

test('a check goes on step by step and says in one word that all is whole', async () => {
  serve({
    'audit.verify': ({ cursor }) => (cursor === undefined ? { ...step, next: 'p' } : { ...step, seals: 2, next: null }),
  });
  show(<Verify />);
  fireEvent.click(screen.getByText('开始核对'));
  await screen.findByText('完整');
  expect(screen.getByText(/7 个封存、80 条记录/)).toBeTruthy();
});

test('a check says from which day the audit is not as it was written', async () => {
  serve({ 'audit.verify': () => ({ ...step, fault: { day: '20261121', words: '记录 x 被改动' }, next: null }) });
  show(<Verify />);
  fireEvent.click(screen.getByText('开始核对'));
  await screen.findByText('从11月21日 周六的记录起不符');
});

test('a check that was cut off goes on where it was', async () => {
  let fails = true;
  serve({
    'audit.verify': ({ cursor }) => {
      if (cursor === undefined) return { ...step, next: 'p' };
      if (fails) return lost;
      return { ...step, next: null };
    },
  });
  show(<Verify />);
  fireEvent.click(screen.getByText('开始核对'));
  const again = await screen.findByText('再试一次');
  fails = false;
  fireEvent.click(again);
  await screen.findByText('完整');
  expect(sent('audit.verify')[0]).toEqual({});
});

test('a seal that was not noted down rightly is not sent', async () => {
  serve({ 'audit.verify': () => ({ ...step, next: null }) });
  show(<Verify />);
  fireEvent.change(screen.getByLabelText('以前抄下的封存（可不填）'), { target: { value: '123' } });
  await screen.findByText(/请照打印的那一行填写/);
  fireEvent.click(screen.getByText('开始核对'));
  expect(sent('audit.verify')).toEqual([]);
});

test('seals are shown by their days, the newest first', async () => {
  const seal = { note: `000000000001:${'a'.repeat(64)}`, day: '20261123', at: entry.at, entries: 8 };
  serve({ 'audit.seals': () => ({ items: [seal, { ...seal, note: `0:${'b'.repeat(64)}`, day: null }], next: null }) });
  show(<Seals />);
  await screen.findByText('11月23日 周一的记录，8 条');
  expect(screen.getByText('早期版本的记录，8 条')).toBeTruthy();
});

test('words of an entry', () => {
  expect(actorText({ actor: { id: 'm_123456789012', name: null } })).toBe('已注销的成员（m_12345678…）');
  expect(shortId('m1')).toBe('m1');
  expect(thingText({ what: '活动', id: 'e1', name: null })).toBe('活动 e1');
  expect(resultText({ kind: 'export', outcome: '办成', purpose: 'report', rows: 20 })).toBe('导出（汇总上报，20 行）');
  expect(resultText({ kind: 'read', outcome: '办成', purpose: null, rows: null })).toBe('查看');
});
