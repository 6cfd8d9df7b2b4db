import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { FunctionConfig } from './functions/types';
import type { Log, LogFormat } from './log';
import type { SchemaFile } from './service';

/** Port of the wire protocol when none is asked for. */
export const DEFAULT_PORT = 8399;

/** Something the operator must put right; the message is in Chinese and says what to do. */
export class OperatorError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OperatorError';
  }
}

/** The command line cannot be understood. */
export class UsageError extends OperatorError {}

export interface EmulatorOptions {
  /** Port on 127.0.0.1; 0 takes any free one. Default 8399. */
  port?: number;
  /** Folder that holds all state; made if it is not there. One emulator at a time may use it. */
  dataDir: string;
  /** Collections and indexes, or the path of a file with them. Collections are never made by writing to them. */
  schema?: SchemaFile | string;
  /** Folder with `<name>/index.js` for each function. */
  functions?: string;
  /** Settings of functions by name; they go before the `config.json` beside a bundle. */
  functionConfig?: Record<string, FunctionConfig>;
  /** JSON file `[{id, label, description, openid}]` with the demo users of the gateway. */
  personas?: string;
  /** Folder with an H5 build, served at `/`. */
  static?: string;
  /** Milliseconds added to every database request, to make round trips felt at the desk. */
  latencyMs?: number;
  /** Environment id. Default `local`. */
  env?: string;
  /** Mini-program id told to functions. */
  appId?: string;
  log?: LogFormat | Log;
  /**
   * Moves the clock of the emulator and of function code; `setClockOffset` changes it later. For tests of day
   * boundaries: timers do not run by schedule then, only by hand.
   */
  clockOffsetMs?: number;
  /** False keeps timers from running by schedule. Default true. */
  timers?: boolean;
  /** Largest stored file in bytes. Default 100 MB. */
  maxFileBytes?: number;
  /** Path of the function worker, where it is not beside the emulator. */
  workerFile?: string;
}

export const USAGE = `本地云开发：在本机运行云函数、数据库、云存储和定时触发器

用法：node dist/emulator/index.js --data 目录 [选项]

  --port N          端口，默认 ${DEFAULT_PORT}，0 表示任意空闲端口；只监听 127.0.0.1
  --data 目录       数据目录，默认 .data
  --schema 文件     集合与索引的声明（JSON）
  --functions 目录  云函数目录，其中每个函数为 <函数名>/index.js
  --personas 文件   演示身份（JSON）
  --static 目录     网页预览目录
  --env 名称        环境 id，默认 local
  --latency 毫秒    每次数据库请求的附加延迟，默认 0
  --json            日志为每行一个 JSON
  --quiet           不输出日志
  --help            显示本说明
`;

/** What the command line asks for: `help`, or options for createEmulator. Throws UsageError. */
export function parseCommandLine(argv: readonly string[]): 'help' | EmulatorOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        schema: { type: 'string' },
        functions: { type: 'string' },
        personas: { type: 'string' },
        static: { type: 'string' },
        env: { type: 'string' },
        latency: { type: 'string' },
        json: { type: 'boolean' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    throw new UsageError(`无法识别的命令行：${(error as Error).message}`);
  }
  if (values.help) return 'help';
  return {
    port: integer('--port', values.port, 65_535) ?? DEFAULT_PORT,
    dataDir: values.data ?? '.data',
    schema: values.schema,
    functions: values.functions,
    personas: values.personas,
    static: values.static,
    env: values.env,
    latencyMs: integer('--latency', values.latency, 60_000),
    log: values.quiet ? 'quiet' : values.json ? 'json' : 'text',
  };
}

function integer(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new UsageError(`${option} 应为 0 到 ${most} 之间的整数，现在是“${text}”`);
}

/** Reads the `--schema` file. Throws OperatorError when it is not one. */
export function loadSchema(schema: SchemaFile | string | undefined): SchemaFile {
  if (schema === undefined) return { collections: {} };
  if (typeof schema !== 'string') return schema;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(schema, 'utf8'));
  } catch (error) {
    throw new OperatorError(`无法读取集合声明文件 ${schema}：${(error as Error).message}`);
  }
  const { collections } = (value ?? {}) as Partial<SchemaFile>;
  const usable = typeof collections === 'object' && collections !== null && !Array.isArray(collections);
  if (!usable) throw new OperatorError(`集合声明文件应为 {"collections": {…}}：${schema}`);
  for (const [name, collection] of Object.entries(collections)) {
    for (const index of collection?.indexes ?? []) {
      if (typeof index?.name === 'string' && Array.isArray(index.keys) && index.keys.length > 0) continue;
      throw new OperatorError(`集合 ${name} 的每个索引都应有 name 和 keys：${schema}`);
    }
  }
  return value as SchemaFile;
}

/** The environment id goes into file ids and bucket names, so it follows the cloud's rule for it. */
export function checkEnvId(env: string): string {
  if (/^[a-z][a-z0-9-]{1,39}$/.test(env)) return env;
  throw new OperatorError(`环境 id 只能用小写字母、数字和连字符，以字母开头：${env}`);
}
