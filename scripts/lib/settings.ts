import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { inRoot, root } from './paths';
import { OperatorError } from './say';

/** Where a mini-program in WeChat's developer tools looks for the local cloud by itself. */
export const DEFAULT_PORT = 8399;

/** The port to serve on, from `--port` or else `PORT`; 0 takes any free one. */
export function portSetting(option?: string): number {
  const { name, text } = given('--port', option, 'PORT');
  if (text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new OperatorError(`${name} 应为 0 到 65535 之间的整数，现在是 “${text}”`);
}

/** A day and a time of day, with or without a zone. */
const MOMENT = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?$/;

/** Milliseconds a round trip to the cloud's database takes, about; felt at the desk so that needless ones are. */
const DEFAULT_LATENCY_MS = 20;

/** What is added to every database call, from `--latency` or else `LATENCY`; 0 for none. */
export function latencySetting(option?: string): number {
  const { name, text } = given('--latency', option, 'LATENCY');
  if (text === '') return DEFAULT_LATENCY_MS;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new OperatorError(`${name} 应为毫秒数（0 到 99999），现在是 “${text}”`);
}

/**
 * By how many milliseconds the local cloud's clock differs from this machine's, from `--clock` or else `CLOCK`: the moment
 * that it shall show now, in Shanghai where no zone is named; `undefined` for the present.
 */
export function clockSetting(option?: string): number | undefined {
  const { name, text } = given('--clock', option, 'CLOCK');
  if (text === '') return undefined;
  const [, moment = '', zone] = MOMENT.exec(text) ?? [];
  const shown = Date.parse(`${moment.replace(' ', 'T')}${zone ?? '+08:00'}`);
  if (!Number.isNaN(shown)) return shown - Date.now();
  throw new OperatorError(`${name} 应为时刻，如 2026-11-18T09:00（北京时间），现在是 “${text}”`);
}

/** A setting and the name by which the operator gave it; what the command line says goes before the shell's variable. */
function given(optionName: string, option: string | undefined, variable: string): { name: string; text: string } {
  if (option !== undefined) return { name: optionName, text: option };
  return { name: variable, text: process.env[variable] ?? '' };
}

/** A path as the operator typed it: npm runs commands in the repository, wherever the shell was. */
export const fromShell = (path: string): string => resolve(process.env.INIT_CWD ?? root, path);

/** The data folder, from `--data` or else `DATA_DIR`; made if it is not there. */
export function dataDirSetting(option?: string): string {
  const { text } = given('--data', option, 'DATA_DIR');
  const dir = text === '' ? inRoot('.data') : fromShell(text);
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? '它不是文件夹' : `不可写（${code}）`;
    throw new OperatorError(`数据目录 ${dir} 无法使用：${reason}。请修改权限，或用 --data 指定另一个文件夹。`);
  }
  return dir;
}

/** Fails early, before anything is built, when the port is taken. */
export function assertPortFree(port: number): Promise<void> {
  return new Promise((done, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const other = port === 65_535 ? DEFAULT_PORT : port + 1;
      const reason =
        error.code === 'EADDRINUSE' ? '已被占用，可能另一个 npm start 还在运行' : `不能使用（${error.code}）`;
      reject(
        new OperatorError(`端口 ${port} ${reason}。请停止占用它的程序，或换一个端口：npm start -- --port ${other}`),
      );
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => done()));
  });
}
