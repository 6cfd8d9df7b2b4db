import { OperatorError } from '../operator-error';

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已满',
  EFBIG: '文件超过了系统允许的大小',
  EROFS: '磁盘只读',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EIO: '磁盘读写失败',
  SQLITE_FULL: '磁盘已满',
  SQLITE_IOERR: '磁盘读写失败',
};

/** What the operating system or the disk refused, as something for the operator; anything else as it is. */
export function systemFailure(error: unknown, what: string): unknown {
  const code = String((error as { code?: unknown }).code);
  const known = Object.keys(WORDS).find((name) => code === name || code.startsWith(`${name}_`));
  return known === undefined ? error : new OperatorError(`${what}：${WORDS[known]}（${code}）`);
}
