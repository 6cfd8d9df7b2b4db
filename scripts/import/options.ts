import { parseArgs } from 'node:util';
import { reasonOf } from '../lib/options';
import { OperatorError } from '../lib/say';

export const kinds = ['books', 'orgs'] as const;
export type Kind = (typeof kinds)[number];

export interface ImportOptions {
  kind: Kind;
  file: string;
  dryRun: boolean;
  data?: string;
  env?: string;
}

export const USAGE = `用法：
  npm run import -- books 文件 [选项]    导入书目：书名、作者、出版社、ISBN、分类
  npm run import -- orgs 文件 [选项]     导入组织：编号、名称、类型、上级编号、邀请码

文件为 .csv 或 .xlsx，第一行是列名；样例见 demo/books.csv 和 demo/orgs.csv。
.xlsx 读第一张可见的工作表；没有用到的列会列出来。最多 5000 行、10 MB。
有一处不能确定就全部不导入，并指出是哪一行哪一格、怎么改。
编号、邀请码和 ISBN 请设为 “文本” 格式，以免开头的 0 丢失。
  --dry-run     只检查，不写入
  --data 目录   数据目录，默认 .data（或环境变量 DATA_DIR）
  --env 环境    写入云环境；需要 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY
  --help        显示本说明`;

/** What the command line asks for; throws OperatorError with the usage when it cannot be understood. */
export function parseImport(args: readonly string[]): ImportOptions {
  const refuse = (reason: string) => new OperatorError(`${reason}\n\n${USAGE}`);
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, data: { type: 'string' }, env: { type: 'string' } },
    });
  } catch (error) {
    throw refuse(reasonOf(error));
  }
  const [kindName, file, ...rest] = parsed.positionals;
  const kind = kinds.find((name) => name === kindName);
  if (!kind) throw refuse(kindName === undefined ? '请写明导入什么。' : `不能导入 “${kindName}”。`);
  if (file === undefined) throw refuse('请写明要导入的文件。');
  if (rest.length > 0) throw refuse('一次只导入一个文件；文件名里有空格时请加引号。');
  const { data, env } = parsed.values;
  if (data === '') throw refuse('--data 后面没有写目录。');
  if (env === '') throw refuse('--env 后面没有写环境编号。');
  if (data !== undefined && env !== undefined) throw refuse('--data 与 --env 只能用一个。');
  return { kind, file, dryRun: parsed.values['dry-run'] ?? false, data, env };
}
