import writeWorkbook from 'write-excel-file/node';
import { type OutCell, type OutSheet, outText, sheetName } from '../rules/out';
import { undated } from './undated';

/** Such a text stands for a character that XML cannot hold (ECMA-376, 22.9.2.19), unless its first is written so itself. */
const escape = /_(?=x[0-9a-f]{4}_)/gi;

/** Numbers are numbers; everything else is text, and stays text when somebody types over it. */
function cellOf(value: OutCell) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  return { value: outText(value).replace(escape, '_x005F_'), type: String, format: '@', textWrap: false };
}

/** A sheet as a workbook; no cell of it is a formula. The same sheet is the same file. */
export async function writeXlsx({ name, columns, rows }: OutSheet): Promise<Buffer> {
  const head = columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const }));
  const data = [head, ...rows.map((row) => row.map(cellOf))];
  const options = { sheet: sheetName(name), columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
  return undated(await writeWorkbook(data, options).toBuffer());
}
