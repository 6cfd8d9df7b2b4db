import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../options';
import type { FunctionConfig, ResolvedConfig, TimerConfig } from './types';

/** The cloud's rule for function names; it also keeps a name from being a path. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

const DEFAULTS: ResolvedConfig = {
  timeoutSec: 3,
  memoryMb: 256,
  workers: 4,
  queue: 1000,
  clientCallable: true,
  timers: [],
  openApis: [],
  env: {},
};

export const isFunctionName = (name: string): boolean => NAME.test(name);

/** Path of the bundle of a function; exists only if the function was built. */
export const bundlePath = (directory: string, name: string): string => join(directory, name, 'index.js');

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

/** `config.json` beside a bundle, in the cloud's own words, plus three settings of the emulator's. */
interface ConfigFile {
  timeout?: number;
  memorySize?: number;
  envVariables?: Record<string, string>;
  permissions?: { openapi?: string[] };
  triggers?: { name: string; type?: string; config: string; message?: string }[];
  workers?: number;
  queue?: number;
  clientCallable?: boolean;
}

/**
 * Settings of one function: defaults, then `config.json` beside its bundle, then what the caller gives.
 * Throws OperatorError for values that the cloud would refuse.
 */
export function resolveConfig(directory: string, name: string, given: FunctionConfig = {}): ResolvedConfig {
  const merged = { ...DEFAULTS, ...readConfigFile(join(directory, name, 'config.json')), ...withoutUndefined(given) };
  check(name, 'timeoutSec', merged.timeoutSec, 0.05, 900);
  check(name, 'memoryMb', merged.memoryMb, 64, 3072);
  check(name, 'workers', merged.workers, 1, 1000);
  check(name, 'queue', merged.queue, 0, 1_000_000);
  return merged;
}

function readConfigFile(path: string): FunctionConfig {
  if (!existsSync(path)) return {};
  let file: ConfigFile;
  try {
    file = JSON.parse(readFileSync(path, 'utf8')) as ConfigFile;
  } catch (error) {
    throw new OperatorError(`云函数配置不是有效的 JSON：${path}（${(error as Error).message}）`);
  }
  const timers = file.triggers
    ?.filter((trigger) => (trigger.type ?? 'timer') === 'timer')
    .map(({ name, config, message }): TimerConfig => ({ name, cron: config, ...(message ? { message } : {}) }));
  return withoutUndefined({
    timeoutSec: file.timeout,
    memoryMb: file.memorySize,
    env: file.envVariables,
    workers: file.workers,
    queue: file.queue,
    clientCallable: file.clientCallable,
    openApis: file.permissions?.openapi,
    timers,
  });
}

function withoutUndefined(config: FunctionConfig): FunctionConfig {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}

function check(name: string, key: string, value: number, least: number, most: number): void {
  if (typeof value === 'number' && value >= least && value <= most) return;
  throw new OperatorError(`云函数 ${name} 的 ${key} 应在 ${least} 与 ${most} 之间，现在是 ${String(value)}`);
}
