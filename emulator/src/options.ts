import type { FunctionConfig } from './functions/types';
import type { Log, LogFormat } from './log';
import { OperatorError } from './operator-error';
import type { SchemaFile } from './service';
import type { WechatConfig } from './wechat/config';

/** Port of the wire protocol when none is asked for. */
export const DEFAULT_PORT = 8399;

export interface EmulatorOptions {
  /** Port on 127.0.0.1; 0 takes any free one. Default 8399. */
  port?: number;
  /** Folder that holds all state; made if it is not there. One emulator at a time may use it. */
  dataDir: string;
  /** Collections and indexes, or the path of a file with them. Collections are never made by writing to them. */
  schema?: SchemaFile | string;
  /** Folder with `<name>/index.js` for each function. */
  functions?: string;
  /** The project's cloudbaserc.json: settings of functions, HTTP routes, and `functions` where it is left out. */
  cloudbaserc?: string;
  /** Settings of functions by name; they go before cloudbaserc.json and the `config.json` beside a bundle. */
  functionConfig?: Record<string, FunctionConfig>;
  /** JSON file `[{id, label, description, openid}]` with the demo users of the gateway. */
  personas?: string;
  /** What is set up at WeChat (pages, templates, message push), or the path of a file with it. */
  wechat?: WechatConfig | string;
  /**
   * Milliseconds until the verdict of `security.mediaCheckAsync` is pushed by itself, where neither `wechat` nor a
   * tester says otherwise. Default: by hand only.
   */
  mediaDelayMs?: number;
  /** Folder with an H5 build, served at `/`. */
  static?: string;
  /**
   * Origins of web pages elsewhere, such as `http://localhost:5173`, that may call the gateway, storage and the HTTP
   * access service. Default: none but the emulator's own pages.
   */
  origins?: readonly string[];
  /** Milliseconds added to every database request, to make round trips felt at the desk. */
  latencyMs?: number;
  /** Environment id. Default `local`. */
  env?: string;
  /** Mini-program id told to functions. */
  appId?: string;
  log?: LogFormat | Log;
  /** Tells the log about every database call, at level `debug`. Default false. */
  logCalls?: boolean;
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

/** The environment id goes into file ids and bucket names, so it follows the cloud's rule for it. */
export function checkEnvId(env: string): string {
  if (/^[a-z][a-z0-9-]{1,39}$/.test(env)) return env;
  throw new OperatorError(`环境 id 只能用小写字母、数字和连字符，以字母开头：${env}`);
}
