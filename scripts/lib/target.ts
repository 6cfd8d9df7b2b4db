import { createEmulator, holderOf } from '@shuxiang/local-cloudbase';
import type { Database } from '../../cloudfunctions/schema';
import { cloudDatabase, localDatabase } from './database';
import { schemaFile } from '../build/schema';
import { OperatorError, say } from './say';
import { dataDirSetting } from './settings';

/** The database that a command works on. */
export interface Target {
  db: Database;
  close(): Promise<void>;
}

/**
 * The emulator that `npm start` runs on this data folder, or one of our own for the time of the command; `does` says
 * what the command does with it.
 */
export async function localTarget(does: string, data: string | undefined): Promise<Target> {
  const dataDir = dataDirSetting(data);
  const port = holderOf(dataDir)?.port;
  if (port !== undefined) {
    say(`${does}正在运行的系统（数据目录 ${dataDir}）`);
    return { db: localDatabase(`http://127.0.0.1:${port}/admin`), close: () => Promise.resolve() };
  }
  say(`${does}数据目录 ${dataDir}`);
  const emulator = await createEmulator({ port: 0, dataDir, schema: schemaFile(), timers: false, log: 'quiet' });
  return { db: localDatabase(emulator.adminUrl), close: () => emulator.stop() };
}

/** A real environment, by the keys of the shell's environment. */
export function cloudTarget(does: string, envId: string): Target {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!secretId || !secretKey) {
    throw new OperatorError('连接云环境需要密钥：请先设置环境变量 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY。');
  }
  say(`${does}云环境 ${envId}（提示：此路径与本机用同一套代码，但尚未在真实云环境上试过，请先用测试环境）`);
  return { db: cloudDatabase(envId, secretId, secretKey), close: () => Promise.resolve() };
}
