import type { SheetFile } from '../../../contract/shared/sheets';
import { FILE_MAX_BASE64 } from '../../../contract/shared/sheets/constants';
import { refuse } from '../../kernel/refuse';
import { readCsv } from './rules/csv';
import { SheetFault } from './rules/fault';
import { foreignBinary } from './rules/foreign';
import { csvOf, type OutSheet } from './rules/out';
import type { Table } from './rules/table';

/**
 * Reads a CSV or XLSX file. What it is is told by its first bytes, not by its name. Throws SheetFault where it is
 * something else, or damaged. What reads workbooks is loaded with the first of them.
 */
export async function readSheet(bytes: Buffer, name: string): Promise<Table> {
  if (bytes.length === 0) throw new SheetFault(`文件是空的：${name}`);
  const foreign = foreignBinary(bytes, name);
  if (foreign !== undefined) throw new SheetFault(foreign);
  if (bytes.toString('latin1', 0, 2) !== 'PK') return readCsv(bytes, name);
  const { readXlsx } = await import('./xlsx/read');
  return readXlsx(bytes, name);
}

/**
 * Unpacks a whole zip archive, a piece at a time and counted, and gives the paths of its parts in lower case;
 * `undefined` where it is damaged, encrypted, or unpacks to more than an import may.
 */
export async function walkArchive(bytes: Buffer): Promise<string[] | undefined> {
  const { Archive } = await import('./xlsx/archive');
  try {
    const archive = new Archive(bytes, '');
    for (const path of archive.paths) for await (const piece of archive.read(path)) void piece;
    return archive.paths;
  } catch {
    // Whatever goes wrong inside a file somebody gave us is the file's fault.
    return undefined;
  }
}

/** Writes a sheet as a workbook: a line of names, then texts and numbers, no formula. Loaded with the first of them. */
export async function writeSheet(sheet: OutSheet): Promise<Buffer> {
  const { writeXlsx } = await import('./xlsx/write');
  return writeXlsx(sheet);
}

/** Writes a sheet as CSV that Excel opens rightly. */
export const writeCsv = (sheet: OutSheet): Buffer => Buffer.from(csvOf(sheet), 'utf8');

/** A file as a reply carries it; refuses one that no reply can carry. */
export function fileReply(fileName: string, bytes: Buffer): SheetFile {
  const base64 = bytes.toString('base64');
  if (base64.length <= FILE_MAX_BASE64) return { fileName, base64 };
  refuse('TOO_LARGE', { message: '内容太多，一个文件放不下。请按下级组织分别导出。' });
}
