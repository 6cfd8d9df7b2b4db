import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readSheet } from '../../cloudfunctions/shared/sheets/public';
import type { Table } from '../../cloudfunctions/shared/sheets/rules/table';
import { OperatorError } from '../lib/say';

const MAX_BYTES = 10 * 1024 * 1024;

/** Reads a CSV or XLSX file by the rules that the functions read it by. */
export async function readTable(path: string): Promise<Table> {
  return readSheet(readBytes(path), basename(path));
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
