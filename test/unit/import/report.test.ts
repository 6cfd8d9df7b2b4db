import { printable } from '../../../cloudfunctions/shared/sheets/rules/printable';
import { outcomeLines, problemLines } from '../../../scripts/import/report';
import { SET_AS_TEXT } from '../../../cloudfunctions/shared/sheets/rules/table';

describe('an import ends with how many books are new, changed and unchanged', () => {
  it.each([
    [{ added: 3, present: 0 }, false, '✓ 共 3 行：新增 3，已存在 0'],
    [{ added: 1, present: 2, changed: 0 }, false, '✓ 共 3 行：新增 1，已存在 2（保持不变）'],
    [{ added: 0, present: 3, changed: 1 }, false, '✓ 共 3 行：新增 0，已存在 3（更正 1，不变 2）'],
    [{ added: 0, present: 3, changed: 1 }, true, '✓ 共 3 行：可新增 0，已存在 3（可更正 1，不变 2）'],
  ])('%j', (counts, dryRun, line) => {
    expect(outcomeLines(3, counts, dryRun)[0]).toBe(line);
  });

  it('and what changed, two hundred lines of it at most', () => {
    const notes = Array.from({ length: 203 }, (_, at) => `  第 ${at} 行`);
    const lines = outcomeLines(203, { added: 0, present: 203, changed: 203, notes }, true);
    expect(lines.slice(1, 3)).toEqual(['  第 0 行', '  第 1 行']);
    expect(lines.slice(-2)).toEqual(['  ……另有 3 处', '只做了检查，没有写入。']);
  });
});

it('nothing that a file holds can control a terminal or turn a line round', () => {
  expect(printable('红\u001b[31m\u202e楼')).toBe('红·[31m·楼');
  expect(problemLines([{ line: 2, column: '书名', what: '“\u0007”', fix: '改' }])).toEqual([
    '  第 2 行 · 书名：“·” → 改',
  ]);
});

it('a column of numbers is not to be typed again: how it becomes text is told once, after the last cell', () => {
  const problem = { line: 2, column: '编号', what: '1001 存成了数字', fix: SET_AS_TEXT };
  const lines = problemLines([problem, { ...problem, line: 3 }]);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain('数据 → 分列');
  expect(problemLines([{ ...problem, fix: '改' }])).toHaveLength(1);
});
