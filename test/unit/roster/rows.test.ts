import { linesOf, rowsOf } from '../../../cloudfunctions/domains/roster/rules/rows';
import { SheetFault } from '../../../cloudfunctions/shared/sheets/rules/fault';

const read = (text: string) => linesOf(text).lines.map(({ line, name, answer }) => [line, name, answer]);

it('a pasted list is a name a line, with the answer behind it where there is one', () => {
  const pasted = '姓名\n陆清和\r\n\n 何明\t2023 \n何明，24\n何明 2022级\n张 伟\nAdil Yusup\n沈遥;三班';
  expect(read(pasted)).toEqual([
    [2, '陆清和', ''],
    [4, '何明', '2023'],
    [5, '何明', '24'],
    [6, '何明', '2022级'],
    [7, '张 伟', ''],
    [8, 'Adil Yusup', ''],
    [9, '沈遥', '三班'],
  ]);
});

it('a line longer than any name is read at once, whatever it is made of', () => {
  const begun = performance.now();
  expect(read(`a ${'1'.repeat(40_000)} b`)).toHaveLength(1);
  expect(read(`a${' '.repeat(40_000)}b`)).toHaveLength(1);
  expect(performance.now() - begun).toBeLessThan(500);
});

const table = (header: string[], ...rows: string[][]) => ({
  header,
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  problems: [],
  notes: ['读的是第一张表'],
});

it('a sheet is read by its columns; a line of names again is no name, and what is not used is said', () => {
  const listed = rowsOf(table(['序号', '姓名', '入学年份'], ['1', '何明', '2023'], ['序号', '姓名', '入学年份']));
  expect(listed).toEqual({
    lines: [{ line: 2, name: '何明', answer: '2023' }],
    faults: [{ line: 3, what: '像是列名或填写说明，不是内容' }],
    notes: ['读的是第一张表', '没有用到的列：序号'],
  });
});

it('a cell that cannot be read with certainty is a fault of its line; a number may be an answer', () => {
  const sheet = table(['姓名', '工号']);
  const cells = [
    [{ what: '是公式', fix: '填写文字' }, ''],
    ['何明', { what: '是公式', fix: '填写文字' }],
    ['何明', 20240017],
  ];
  const rows = cells.map((each, index) => ({ line: index + 2, cells: each }));
  expect(rowsOf({ ...sheet, rows })).toEqual({
    lines: [{ line: 4, name: '何明', answer: '20240017' }],
    faults: [
      { line: 2, what: '是公式' },
      { line: 3, what: '是公式' },
    ],
    notes: ['读的是第一张表'],
  });
});

it('a sheet without a column of names is none', () => {
  expect(() => rowsOf(table(['编号'], ['1']))).toThrow(SheetFault);
});
