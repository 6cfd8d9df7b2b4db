import { SheetFault } from './fault';
import { TableBuilder } from './builder';
import { BrokenRow, csvRows } from './csvRows';
import { decodeText } from './decode';
import { foreignText } from './foreign';
import type { Fault, Table } from './table';

/** What may stand between cells, the likeliest first, and how people call it. */
const delimiters: ReadonlyMap<string, string> = new Map([
  [',', '逗号'],
  ['\t', '制表符'],
  [';', '分号'],
  ['，', '全角逗号'],
  ['；', '全角分号'],
  ['|', '竖线'],
]);

/** The line by which Excel is told the delimiter; Excel does not show it, nor count it. */
const declaration = /^"?sep=([^\r\n])"?(?:\r\n|\n|\r|$)/i;

/** A formula that is nothing but a text, by which Excel is made to keep the zeros of a number. */
const textFormula = /^="([^"]*)"$/;

/** What is looked at of the header to find the delimiter. */
const HEADER_LENGTH = 100_000;

/** Reads a CSV file: its encoding, its delimiter and its line ends, mixed ones too, are found out. */
export function readCsv(bytes: Uint8Array, name: string): Table {
  const decoded = decodeText(bytes);
  const foreign = foreignText(decoded, name);
  if (foreign !== undefined) throw new SheetFault(foreign);
  const declared = declaration.exec(decoded);
  const text = declared ? decoded.slice(declared[0].length) : decoded;
  const delimiter = declared?.[1] ?? delimiterOf(text);
  const called = delimiters.get(delimiter);
  if (called === undefined) {
    throw new SheetFault(`${name} 第一行写的分隔符 “${delimiter}” 不能用。请另存为 .xlsx 后再导入。`);
  }
  const builder = new TableBuilder((_line, column, named) => strayCell(called, column, named));
  if (delimiter !== ',') builder.note(`按${called}分隔读取。`);
  let width = 0;
  try {
    for (const { line, cells } of csvRows(text, delimiter)) {
      const full = filled(cells);
      if (line === 1) width = Math.max(-1, ...full.keys()) + 1;
      builder.add(line, full);
      const other = cells.length < width ? otherDelimiter(cells, delimiter) : undefined;
      if (other !== undefined) builder.wrong(line, '', mixedDelimiters(called, other));
    }
  } catch (error) {
    throw error instanceof BrokenRow ? new SheetFault(`${name} ${broken(error)}`) : error;
  }
  return builder.build(name);
}

const broken = ({ line, why }: BrokenRow): string =>
  (why === 'quote' ? `第 ${line} 行的双引号没有成对，或没有括住整格。` : `第 ${line} 行太长，多半是双引号没有成对。`) +
  '请改正，或用表格软件打开后另存为 .xlsx 再导入。';

function filled(row: readonly string[]): Map<number, string> {
  const cells = new Map<number, string>();
  row.forEach((cell, column) => {
    const text = cell.trim().replace(textFormula, '$1').trim();
    if (text !== '') cells.set(column, text);
  });
  return cells;
}

/** The likeliest delimiter of the header; a wrong guess hides the required columns, and nothing is read. */
function delimiterOf(text: string): string {
  const header = text
    .slice(0, HEADER_LENGTH)
    .replace(/"[^"]*"/g, '')
    .replace(/[\r\n].*$/s, '');
  return [...delimiters.keys()].find((delimiter) => header.includes(delimiter)) ?? ',';
}

/** What else may have been meant to divide the cells of a row that has too few of them. */
const otherDelimiter = (row: readonly string[], own: string): string | undefined =>
  [...delimiters].find(([delimiter]) => delimiter !== own && row.some((cell) => cell.includes(delimiter)))?.[1];

const strayCell = (delimiter: string, column: number, named: number): Fault => ({
  what: `第 ${column + 1} 格有内容，上面却没有列名（共 ${named} 个列名）`,
  fix: `内容里有${delimiter}时，用英文双引号把那一格括起来；否则补上列名`,
});

const mixedDelimiters = (delimiter: string, other: string): Fault => ({
  what: `比表头少几格，其中却有${other}`,
  fix: `用${delimiter}分隔每一格；内容里真有${other}时，补齐后面的空格子`,
});
