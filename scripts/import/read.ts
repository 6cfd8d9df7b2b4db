import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type CellValue, readSheet } from 'read-excel-file/node';
import { OperatorError } from '../lib/say';
import { decodeText } from './decode';
import { MAX_ROWS, type Table, tableOf } from './table';
import { unpackedBytes } from './zipSize';

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;

/** Reads a CSV or XLSX file; the first sheet counts. Its kind is told by its first bytes, not by its name. */
export async function readTable(path: string): Promise<Table> {
  const bytes = readBytes(path);
  const name = basename(path);
  if (bytes.length === 0) throw new OperatorError(`文件是空的：${name}`);
  const table = tableOf(startsWith(bytes, [0x50, 0x4b]) ? await xlsxRows(bytes, name) : csvRows(bytes, name));
  if (!table || table.header.every((cell) => cell === '')) {
    throw new OperatorError(`没有读到表头：${name}。第一行须是列名，例如 “书名,作者,出版社,ISBN”。`);
  }
  if (table.rows.length === 0) throw new OperatorError(`只有表头，没有内容：${name}`);
  if (table.rows.length > MAX_ROWS) {
    throw new OperatorError(`共 ${table.rows.length} 行，一次最多导入 ${MAX_ROWS} 行。请拆成几个文件分别导入。`);
  }
  return table;
}

function readBytes(path: string): Buffer {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new OperatorError(`这不是文件：${path}`);
    if (stats.size > MAX_BYTES) {
      throw new OperatorError(
        `文件有 ${(stats.size / 1024 / 1024).toFixed(1)} MB，最大 10 MB。请拆成几个文件分别导入。`,
      );
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new OperatorError(`找不到文件：${path}`);
    throw new OperatorError(`无法读取文件 ${path}（${code}）。请检查文件权限，或是否正被别的程序占用。`);
  }
}

const startsWith = (bytes: Buffer, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

function csvRows(bytes: Buffer, name: string): string[][] {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new OperatorError(`${name} 是旧版 Excel 文件（.xls）。请另存为 .xlsx 或 “CSV UTF-8” 后再导入。`);
  }
  const text = decodeText(bytes);
  const firstLine = text.slice(0, text.search(/\r|\n|$/));
  // A tab is what Excel's "Unicode text" puts between cells.
  const delimiter = !firstLine.includes(',') && firstLine.includes('\t') ? '\t' : ',';
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    const line = (error as { lines?: number }).lines;
    throw new OperatorError(
      `${name} 不是有效的 CSV${line ? `（第 ${line} 行附近）` : ''}，多半是双引号没有成对。请改正，或另存为 .xlsx 后再导入。`,
    );
  }
}

async function xlsxRows(bytes: Buffer, name: string): Promise<string[][]> {
  if (unpackedBytes(bytes) > MAX_UNPACKED_BYTES) {
    throw new OperatorError(`${name} 展开后超过 100 MB。请只保留需要导入的工作表和列，另存后再导入。`);
  }
  try {
    return (await readSheet(bytes)).map((row) => row.map(cellText));
  } catch {
    throw new OperatorError(`${name} 不是有效的 .xlsx 文件，或已损坏、已加密。请用表格软件打开后另存为 .xlsx 再导入。`);
  }
}

/** A cell as people see it. Dates keep their ISO day, so that a check of the column can refuse them by name. */
function cellText(cell: CellValue | null): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
