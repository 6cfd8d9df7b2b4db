import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { OperatorError } from '../operator-error';
import { openState } from '../state/open';
import { exporterOf } from '../state/exporter';
import { EXPORT_HEADER, EXPORT_PATH } from '../state/route';
import { summaryOf, summaryText, type Summary } from '../state/summary';
import { databasePath } from '../store/folder';
import { holderOf } from '../store/lock';
import { environmentOf } from '../store/settings';
import { Exit } from './exit';

export interface ExportArguments {
  dir: string;
  dataDir: string;
  env?: string;
  force: boolean;
}

/** `export DIR`: from the emulator that holds the folder, where one does, else from the folder itself. */
export async function exportCommand(asked: ExportArguments): Promise<number> {
  const dataDir = resolve(asked.dataDir);
  const dir = resolve(asked.dir);
  if (!existsSync(databasePath(dataDir))) throw new OperatorError(`数据目录 ${dataDir} 中没有数据`);
  const port = holderOf(dataDir)?.port;
  const summary = port === undefined ? await offline({ ...asked, dataDir, dir }) : await online(port, dir, asked.force);
  process.stderr.write(`已导出到 ${dir}：${summaryText(summary)}\n`);
  return Exit.OK;
}

async function offline({ dir, dataDir, env, force }: ExportArguments): Promise<Summary> {
  const folder = openState(dataDir);
  try {
    const exportNow = exporterOf({
      folder,
      env: env ?? environmentOf(folder.db) ?? 'local',
      // Nobody else is there who could remove anything.
      hold: () => () => Promise.resolve(),
    });
    return summaryOf(await exportNow(dir, force));
  } finally {
    folder.close();
  }
}

/** Not `fetch`, which gives up when the first byte of an answer takes five minutes. */
function online(port: number, dir: string, force: boolean): Promise<Summary> {
  const headers = { 'content-type': 'application/json', [EXPORT_HEADER]: '1' };
  return new Promise((done, reject) => {
    const failed = (why: string): void => reject(new OperatorError(`正在运行的本地云开发没有完成导出：${why}`));
    const sent = request({ host: '127.0.0.1', port, path: EXPORT_PATH, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('error', (error) => failed(error.message));
      response.on('end', () => {
        const reply = JSON.parse(text) as Summary & { errMsg?: string };
        if (response.statusCode === 200) done(reply);
        else if (response.statusCode === 409) reject(new OperatorError(reply.errMsg ?? text));
        else failed(reply.errMsg ?? text);
      });
    });
    sent.on('error', (error) => failed(error.message));
    sent.end(JSON.stringify({ dir, force }));
  });
}
