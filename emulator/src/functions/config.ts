import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../operator-error';
import { readDeclaration } from './declaration';
import { checkRoutes } from './routes';
import type { FunctionConfig, ResolvedConfig, TimerConfig } from './types';

/** The cloud's rule for function names; it also keeps a name from being a path. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

/** Largest `message` of a trigger, as on the cloud. */
const MAX_MESSAGE_BYTES = 4096;

const DEFAULTS: ResolvedConfig = {
  timeoutSec: 3,
  memoryMb: 256,
  workers: 4,
  queue: 1000,
  clientCallable: true,
  timers: [],
  routes: [],
  openApis: [],
  env: {},
};

export const isFunctionName = (name: string): boolean => NAME.test(name);

/** Path of the bundle of a function; exists only if the function was built. */
export const bundlePath = (directory: string, name: string): string => join(directory, name, 'index.js');

/** Path of the settings beside a bundle; need not exist. */
export const configPath = (directory: string, name: string): string => join(directory, name, 'config.json');

/** Names of all functions that have a bundle under `directory`, sorted. */
export function discoverFunctions(directory: string): string[] {
  let entries;
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    throw new OperatorError(`无法读取云函数目录 ${directory}：${(error as Error).message}`);
  }
  return entries
    .filter((entry) => entry.isDirectory() && isFunctionName(entry.name))
    .map((entry) => entry.name)
    .filter((name) => existsSync(bundlePath(directory, name)))
    .sort();
}

/**
 * Settings of one function: defaults, then `config.json` beside its bundle, then what the caller gives.
 * Throws OperatorError for values that the cloud would refuse.
 */
export function resolveConfig(directory: string, name: string, given: FunctionConfig = {}): ResolvedConfig {
  const merged = { ...DEFAULTS, ...readConfigFile(configPath(directory, name)), ...withoutUndefined(given) };
  check(name, 'timeoutSec', merged.timeoutSec, 0.05, 900);
  check(name, 'memoryMb', merged.memoryMb, 64, 3072);
  check(name, 'workers', merged.workers, 1, 1000);
  check(name, 'queue', merged.queue, 0, 1_000_000);
  checkTimers(name, merged.timers);
  return { ...merged, routes: checkRoutes(name, merged.routes) };
}

/** The cloud's rules for triggers: names as functions have, at most 60 characters, each once, a message of 4 KB. */
function checkTimers(name: string, timers: readonly TimerConfig[]): void {
  const names = new Set<string>();
  for (const { name: trigger, cron, message } of timers) {
    const wrong = (why: string): OperatorError =>
      new OperatorError(`云函数 ${name} 的触发器 ${String(trigger)} ${why}`);
    if (typeof trigger !== 'string' || !NAME.test(trigger))
      throw wrong('的名称应以字母开头，最多 60 个字母、数字、-、_');
    if (names.has(trigger)) throw wrong('重复');
    if (typeof cron !== 'string') throw wrong('缺少时间表');
    if (message !== undefined && (typeof message !== 'string' || Buffer.byteLength(message) > MAX_MESSAGE_BYTES)) {
      throw wrong('的附加信息应是不超过 4 KB 的文字');
    }
    names.add(trigger);
  }
}

function readConfigFile(path: string): FunctionConfig {
  if (!existsSync(path)) return {};
  let file: unknown;
  try {
    file = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new OperatorError(`云函数配置不是有效的 JSON：${path}（${(error as Error).message}）`);
  }
  return readDeclaration(file, `云函数配置 ${path}`);
}

function withoutUndefined(config: FunctionConfig): FunctionConfig {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}

function check(name: string, key: string, value: number, least: number, most: number): void {
  if (typeof value === 'number' && value >= least && value <= most) return;
  throw new OperatorError(`云函数 ${name} 的 ${key} 应在 ${least} 与 ${most} 之间，现在是 ${String(value)}`);
}
