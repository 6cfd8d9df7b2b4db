/**
 * The emulator has such errors of its own, as have the functions for a file that they cannot read; they must not import
 * ours, nor we their classes for every command.
 */
const operatorErrors = new Set(['OperatorError', 'SheetFault', 'FolderError', 'UsageError']);

/** What the operating system refuses, by its code; tools that we run tell it in their words only. */
const refusals: readonly { codes: readonly string[]; words: RegExp; say: (where: string) => string }[] = [
  {
    codes: ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'],
    words: /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i,
    say: (where) => `磁盘已满，无法写入${where}。请腾出空间后重新运行同一命令。`,
  },
  {
    codes: ['EROFS', 'EACCES', 'EPERM'],
    words: /EROFS|EACCES|read-only file system|permission denied/i,
    say: (where) => `没有读写权限${where}。请修改权限，或把项目放到可写的位置。`,
  },
  {
    codes: ['EMFILE', 'ENFILE'],
    words: /EMFILE|ENFILE|too many open files/i,
    say: () => '系统允许同时打开的文件太少。请关闭一些程序，或用 ulimit -n 提高上限后重试。',
  },
  {
    codes: ['ERR_DLOPEN_FAILED'],
    // Of a package, not of a file of ours that somebody forgot to write.
    words:
      /Cannot find (module|package) '([^./]|[^']*node_modules)|ERR_DLOPEN_FAILED|needed by esbuild|esbuild for another platform|native binding/,
    say: (where) =>
      `依赖已损坏，或是为另一种系统安装的${where}。请删除 node_modules 文件夹后重新运行同一命令，会自动重新安装。`,
  },
];

/**
 * What to tell the operator about an error that is no fault of ours: the message of one of the operator's own, or what
 * the system refused. `undefined` for anything else, which shows its stack.
 */
export function explain(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (isForOperator(error)) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  const known = refusals.find(({ codes }) => code !== undefined && codes.includes(code));
  return known && path !== undefined ? known.say(`：${path}`) : explainOutput(error.message, known);
}

/** The same for what a tool printed before it failed. */
export function explainOutput(
  output: string,
  refusal = refusals.find(({ words }) => words.test(output)),
): string | undefined {
  const lines = output.split('\n');
  const telling = lines.find((line) => refusal?.words.test(line)) ?? lines[0] ?? '';
  return refusal?.say(`（${telling.trim().slice(0, 200)}）`);
}

/** Whether an error's message is one for the operator. */
export const isForOperator = (error: unknown): boolean => error instanceof Error && operatorErrors.has(error.name);
