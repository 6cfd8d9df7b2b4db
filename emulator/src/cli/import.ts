import { resolve } from 'node:path';
import { importState } from '../state/import';
import { summaryOf, summaryText } from '../state/summary';
import { Exit } from './exit';

/** `import DIR`: fills a data folder that nobody holds. */
export async function importCommand(asked: { dir: string; dataDir: string; replace: boolean }): Promise<number> {
  const manifest = await importState(asked);
  process.stderr.write(`已导入到 ${resolve(asked.dataDir)}：${summaryText(summaryOf(manifest))}\n`);
  return Exit.OK;
}
