import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Roster, RosterComparison } from '@contract/domains/roster/actions';
import { chooseFile } from '@/shared/file/choose';
import { RosterPanel } from '@/features/roster/RosterPanel';
import { comparisonLines, unmatchedText } from '@/features/roster/words';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@/shared/file/choose', () => ({ chooseFile: jest.fn() }));

const DAY_MS = 86_400_000;
const org = { id: 'b1', name: '软件 2401 团支部', kind: 'branch' as const };
const session = {
  ...{ now: 1, day: '20261129', member: { id: 'm1', name: '周予安' }, orgs: [org] },
  roles: [{ role: 'branchSecretary' as const, org }],
};
const at = Date.UTC(2026, 10, 29);
const roster: Roster = {
  ...{ id: 'ro1', orgName: org.name, matched: 31, unmatched: 9, question: 'entryYear', asks: true, direct: false },
  ...{ at, until: at + 90 * DAY_MS, clearedUntil: null },
};
const comparison: RosterComparison = {
  ...{ added: 3, there: 1, doubled: 1, wrong: 1, notes: [] },
  faults: [{ line: 6, what: '没有姓名' }],
};
const open = () => show(<RosterPanel session={session} orgId={undefined} />);
const paste = (text: string) => fireEvent.change(screen.getByLabelText(/名单|名字/), { target: { value: text } });

beforeEach(() => freshPhone());

test('a list is compared before it is imported, and what is imported is what was compared', async () => {
  serve({
    'roster.get': () => ({ roster: null }),
    'roster.preview': () => comparison,
    'roster.import': () => ({ roster }),
  });
  open();
  await screen.findByText('贴上名单');
  paste('陆清和\n··');
  fireEvent.click(screen.getByText('核对名单'));
  await screen.findByText('新增 3 个名字');
  expect(screen.getByText('第 6 行：没有姓名')).toBeTruthy();
  expect(sent('roster.import')).toEqual([]);
  fireEvent.click(screen.getByText('名单上的人直接加入'));
  fireEvent.click(screen.getByText('180 天'));
  fireEvent.click(screen.getByText('导入 3 个名字'));
  const list = { from: 'text', text: '陆清和\n··' };
  const plan = { orgId: 'b1', list, question: 'entryYear', direct: true, days: 180 };
  await waitFor(() => expect(sent('roster.import')).toMatchObject([plan]));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toMatch(/导入了/));
});

test('what is changed after it was compared is compared again', async () => {
  serve({ 'roster.get': () => ({ roster: null }), 'roster.preview': () => comparison });
  open();
  await screen.findByText('贴上名单');
  paste('陆清和');
  fireEvent.click(screen.getByText('核对名单'));
  await screen.findByText('导入 3 个名字');
  paste('陆清和\n沈遥');
  expect(screen.queryByText('导入 3 个名字')).toBeNull();
  expect(screen.getByText('核对名单')).toBeTruthy();
});

test('a file is compared as it is; one that is empty, too large or no list is said to be so', async () => {
  const part = jest.fn(() => Promise.resolve('5aeT5ZCN'));
  const choose = (size: number) => jest.mocked(chooseFile).mockResolvedValueOnce({ name: '名单.csv', size, part });
  let answer: RosterComparison | Refusal = comparison;
  serve({ 'roster.get': () => ({ roster: null }), 'roster.preview': () => answer });
  open();
  const tap = async () => {
    fireEvent.click(await screen.findByText('选择文件'));
    await waitFor(() => expect(screen.getByText('选择文件').getAttribute('disabled')).toBeNull());
  };
  choose(6);
  await tap();
  await screen.findByText('名单.csv');
  const list = { from: 'file', fileName: '名单.csv', base64: '5aeT5ZCN' };
  expect(sent('roster.preview')).toMatchObject([{ orgId: 'b1', list, question: 'entryYear' }]);
  jest.mocked(chooseFile).mockResolvedValueOnce(null);
  await tap();
  choose(0);
  await tap();
  await screen.findByText(/文件是空的/);
  choose(45_001);
  await tap();
  await screen.findByText(/文件太大/);
  answer = new Refusal('ROSTER_UNREADABLE');
  choose(6);
  await tap();
  await screen.findByText(/读不出来/);
});

test('how many have come is a number, and no name of anybody is asked for or shown', async () => {
  serve({ 'roster.get': () => ({ roster }) });
  open();
  await screen.findByText('已对上 31 人');
  expect(screen.getByText('还有 9 个名字没有对上')).toBeTruthy();
  expect(screen.getByText(/名单保留到 .*2月27日.*自动删去。名字不显示给任何人。/)).toBeTruthy();
  expect(screen.getByText('同名的人加入时会问：入学或入职年份')).toBeTruthy();
});

test('days and who comes in at once are changed in place', async () => {
  serve({ 'roster.get': () => ({ roster }), 'roster.revise': () => ({ roster }) });
  open();
  fireEvent.click(await screen.findByText('名单上的人直接加入'));
  await waitFor(() => expect(sent('roster.revise')).toMatchObject([{ orgId: 'b1', direct: true, days: 90 }]));
  fireEvent.click(screen.getByText('30 天'));
  await waitFor(() => expect(sent('roster.revise')).toMatchObject([{}, { direct: false, days: 30 }]));
});

/** Taps a button once it takes a tap: not while what it did before is under way. */
async function tap(label: string) {
  await waitFor(() => expect(screen.getByText<HTMLButtonElement>(label).disabled).toBe(false));
  fireEvent.click(screen.getByText(label));
}

test('a roster is cleared at once and brought back from the foot of the page or from its card', async () => {
  let shown = roster;
  serve({
    'roster.get': () => ({ roster: shown }),
    'roster.setCleared': ({ cleared }) => ({ roster: (shown = { ...roster, clearedUntil: cleared ? at : null }) }),
  });
  open();
  await tap('清除名单');
  await screen.findByText('名单已清除');
  act(() => useSnackbar.getState().message?.undo?.());
  await tap('清除名单');
  await tap('收回');
  await screen.findByText('已对上 31 人');
  expect(sent('roster.setCleared').map(({ cleared }) => cleared)).toEqual([true, false, true, false]);
});

test('words', () => {
  expect(unmatchedText({ unmatched: 0 })).toBe('名字全部对上了');
  expect(comparisonLines({ ...comparison, added: 0, there: 0, doubled: 0, wrong: 0 })).toEqual(['没有新的名字']);
  expect(comparisonLines(comparison)).toHaveLength(4);
});
