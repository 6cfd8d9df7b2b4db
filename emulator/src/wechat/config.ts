import { readFileSync } from 'node:fs';
import { OperatorError } from '../operator-error';

/** A template of subscription messages: its title, and the name of each field by key (`thing1`, `time2`…). */
export interface TemplateDeclaration {
  title: string;
  fields: Readonly<Record<string, string>>;
}

/** What the mini-program's owner has set up at WeChat; the `--wechat` file or an option of createEmulator. */
export interface WechatConfig {
  /** Pages of the published mini-program; without them any well-formed path is a page. */
  pages?: readonly string[];
  /** Templates by id; without them any id is a template with any fields. */
  templates?: Readonly<Record<string, TemplateDeclaration>>;
  /** Function that receives the event `wxa_media_check`; goes before what a tester chose earlier. */
  pushFunction?: string;
  /** Milliseconds until that event is pushed by itself; without it, by hand only. */
  mediaDelayMs?: number;
  /**
   * Whether the triggers were uploaded by WeChat's developer tools: then timers may call open interfaces. Default false,
   * as after a deployment by any other tool.
   */
  timersFromDevtools?: boolean;
  /** How long an interface that does not answer keeps its caller waiting. Default 10 s. */
  timeoutMs?: number;
}

/** Reads the `--wechat` file. Throws OperatorError when it is not one. */
export function loadWechatConfig(config: WechatConfig | string | undefined): WechatConfig {
  if (typeof config !== 'string') return config ?? {};
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(config, 'utf8'));
  } catch (error) {
    throw new OperatorError(`无法读取微信设置文件 ${config}：${(error as Error).message}`);
  }
  const problem = problemIn(value);
  if (problem === undefined) return value as WechatConfig;
  throw new OperatorError(`微信设置文件 ${config} 不对：${problem}`);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** WeChat pushes within 30 minutes; nobody waits longer for an answer either. */
const MAX_MS = 30 * 60 * 1000;

export const isDuration = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_MS;

const CHECKS: Readonly<Record<keyof WechatConfig, (value: unknown) => string | undefined>> = {
  pages: (value) => (Array.isArray(value) && value.every(isText) ? undefined : '应为页面路径的数组'),
  templates: (value) =>
    isObject(value) && Object.values(value).every(isTemplate)
      ? undefined
      : '应为 {"模板 id": {"title": "标题", "fields": {"thing1": "字段名"}}}',
  pushFunction: (value) => (isText(value) ? undefined : '应为云函数名'),
  mediaDelayMs: (value) => (isDuration(value) ? undefined : '应为毫秒数，最多 30 分钟'),
  timersFromDevtools: (value) => (typeof value === 'boolean' ? undefined : '应为 true 或 false'),
  timeoutMs: (value) => (isDuration(value) ? undefined : '应为毫秒数，最多 30 分钟'),
};

function isTemplate(value: unknown): boolean {
  if (!isObject(value) || !isText(value.title) || !isObject(value.fields)) return false;
  return Object.values(value.fields).every(isText);
}

function problemIn(value: unknown): string | undefined {
  if (!isObject(value)) return '应为一个对象';
  for (const [key, inner] of Object.entries(value)) {
    if (!Object.hasOwn(CHECKS, key)) return `没有 ${key} 这一项`;
    const problem = CHECKS[key as keyof WechatConfig](inner);
    if (problem !== undefined) return `${key} ${problem}`;
  }
  return undefined;
}
