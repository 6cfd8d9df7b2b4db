import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Roster } from '@/features/event/Roster';
import { everybodyOnce, hasWords, rosterText, type Person } from '@/features/event/rosterText';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { event } from '../support/facts';
import { freshPhone, lost, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const NOW = Date.parse('2026-11-28T21:00+08:00');
const person = (index: number, value = '江雪'): Person => ({
  order: index + 1,
  seated: index < 2,
  name: `成员${index}`,
  at: NOW + index,
  answers: [{ fieldId: 'q1', value }],
});
const head = { title: '悦读青春', form: event.form, capacity: 2 };
const clipboard = (Taro as unknown as { setClipboardData: jest.Mock<Promise<void>, [{ data: string }]> })
  .setClipboardData;

beforeEach(() => {
  freshPhone();
  clipboard.mockClear();
});

/** A roster in pages of two. */
function serveRoster(total: number, lostAt = Infinity): void {
  const people = Array.from({ length: total }, (_, index) => person(index));
  serve({
    'event.roster': ({ cursor }) => {
      const from = Number(cursor ?? 0);
      if (from >= lostAt) return lost;
      const next = from + 2 < total ? String(from + 2) : null;
      return { ...head, total, items: people.slice(from, from + 2), next };
    },
  });
}

test('the whole roster is copied, every page of it, and none of it is kept on the phone', async () => {
  serveRoster(7);
  show(<Roster id="e1" />);
  fireEvent.click(await screen.findByText('复制名单'));
  await waitFor(() => expect(clipboard).toHaveBeenCalled());
  const lines = clipboard.mock.calls[0]?.[0].data.split('\n') ?? [];
  expect(lines.filter((line) => /^\d+\. 成员\d；朗诵篇目：江雪$/.test(line))).toHaveLength(7);
  expect(lines[4]).toBe('候补：');
  await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('名单已复制'));
  expect(screen.queryByText('成员6')).toBeNull();
});

test('half a roster is never copied', async () => {
  serveRoster(7, 4);
  show(<Roster id="e1" />);
  fireEvent.click(await screen.findByText('复制名单'));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('没有取全'));
  expect(clipboard).not.toHaveBeenCalled();
  expect(sent('event.roster').length).toBeGreaterThan(2);
});

test('one person is one line, whatever is in his answers', () => {
  const text = rosterText(head, [person(0, '春江\n2. 假的人\t花月夜')], NOW);
  expect(text).toBe('悦读青春 报名名单\n11月28日 21:00，1 / 2 席\n1. 成员0；朗诵篇目：春江 2. 假的人 花月夜');
});

test('who was fetched twice, because somebody cancelled meanwhile, is listed once', () => {
  const moved = { ...person(1), order: 1 };
  expect(everybodyOnce([person(0), person(1), moved, person(2)]).map(({ name }) => name)).toEqual([
    '成员0',
    '成员1',
    '成员2',
  ]);
});

test('who lost the role while the roster was open loses it from the screen when copying is refused', async () => {
  serveRoster(2);
  show(<Roster id="e1" />);
  await screen.findByText('成员1');
  serve({ 'event.roster': () => new Refusal('FORBIDDEN') });
  fireEvent.click(screen.getByText('复制名单'));
  await screen.findByText(/^没有权限做这件事/);
  expect(screen.queryByText('成员1')).toBeNull();
  expect(clipboard).not.toHaveBeenCalled();
});

test('a long roster is searched on all its pages, by name and by answer; a short one has no field for it', async () => {
  serveRoster(14);
  const long = show(<Roster id="e1" />);
  fireEvent.change(await screen.findByPlaceholderText('姓名或回答里的几个字'), { target: { value: '成员13' } });
  await screen.findByText('成员13');
  expect(screen.queryByText('成员0')).toBeNull();
  fireEvent.change(screen.getByPlaceholderText('姓名或回答里的几个字'), { target: { value: '没有这个人' } });
  await screen.findByText('没有找到“没有这个人”');
  long.unmount();
  freshPhone();
  serveRoster(7);
  show(<Roster id="e2" />);
  await screen.findByText('成员0');
  expect(screen.queryByPlaceholderText('姓名或回答里的几个字')).toBeNull();
});

test('words are found in any order, whatever their width and case', () => {
  const one = { ...person(0, '《ABC》 第三章') };
  expect(['成员0', 'ａｂｃ', '第三 成员', '', '  '].map((words) => hasWords(one, words))).toEqual(Array(5).fill(true));
  expect(hasWords(one, '成员 第四')).toBe(false);
});
