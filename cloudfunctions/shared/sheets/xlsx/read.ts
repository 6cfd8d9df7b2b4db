import { SheetFault } from '../rules/fault';
import { TableBuilder } from '../rules/builder';
import { foreignArchive } from '../rules/foreign';
import type { Table } from '../rules/table';
import { Archive } from './archive';
import { readFormats } from './formats';
import { columnName } from './places';
import { readSharedStrings } from './sharedStrings';
import { hasContent, readSheet } from './sheet';
import { readWorkbook, type Sheet } from './workbook';

/** Reads the first visible sheet of a workbook, and tells which it was and what else there is. */
export async function readXlsx(bytes: Buffer, name: string): Promise<Table> {
  try {
    return await read(bytes, name);
  } catch (error) {
    if (error instanceof SheetFault) throw error;
    // Whatever else goes wrong inside a file somebody gave us is the file's fault; a stack would help nobody.
    throw new SheetFault(`${name} 不是有效的 .xlsx 文件，或已损坏。请用表格软件打开后另存为 .xlsx 再导入。`);
  }
}

async function read(bytes: Buffer, name: string): Promise<Table> {
  const archive = new Archive(bytes, name);
  const workbook = await readWorkbook(archive);
  if (!workbook) throw new SheetFault(foreignArchive(archive.paths, name));
  const sheet = workbook.sheets.find(({ hidden }) => !hidden);
  if (!sheet) throw new SheetFault(`${name} 里没有可见的工作表。请取消隐藏需要导入的工作表，保存后再导入。`);
  const builder = new TableBuilder((line, column) => ({
    what: `${columnName(column)}${line} 有内容，第一行却没有这一列的列名`,
    fix: '补上列名，或清空这一格',
  }));
  builder.note(`读取工作表 “${sheet.name}”。`);
  const others = await unread(archive, workbook.sheets, sheet);
  if (others.length > 0) builder.note(`没有读取：${others.join('、')}。需要时请另存为单独的文件再导入。`);
  const shared = await readSharedStrings(archive, workbook.sharedStrings, name);
  const formats = await readFormats(archive, workbook.styles);
  await readSheet(archive, sheet.path, { shared, formats }, builder);
  return builder.build(name);
}

/** Other sheets on which something is written. */
async function unread(archive: Archive, sheets: readonly Sheet[], chosen: Sheet): Promise<string[]> {
  const names: string[] = [];
  for (const { name, path, hidden } of sheets) {
    if (path === chosen.path || !(await hasContent(archive, path))) continue;
    names.push(`${hidden ? '隐藏的' : ''}工作表 “${name}”`);
  }
  return names;
}
