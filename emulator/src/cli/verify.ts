import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { OperatorError } from '../operator-error';
import { openState } from '../state/open';
import { verifyState } from '../state/verify';
import { databasePath } from '../store/folder';
import { Exit } from './exit';

/** Most faults that are told one by one. */
const TOLD = 50;

/** `verify`: compares everything in a data folder with everything else that must agree with it. */
export async function verifyCommand(dataDir: string): Promise<number> {
  const dir = resolve(dataDir);
  if (!existsSync(databasePath(dir))) throw new OperatorError(`数据目录 ${dir} 中没有数据`);
  const folder = openState(dir);
  try {
    const { documents, entries, files, faults } = await verifyState(folder.db, folder.files);
    if (faults.length === 0) {
      process.stderr.write(`完好：${documents} 个文档、${entries} 条索引项、${files} 个文件\n`);
      return Exit.OK;
    }
    for (const fault of faults.slice(0, TOLD)) process.stderr.write(`${fault}\n`);
    process.stderr.write(`发现 ${faults.length} 处问题。请先备份 ${dir}，再从最近的导出恢复。\n`);
    return Exit.FAILED;
  } finally {
    folder.close();
  }
}
