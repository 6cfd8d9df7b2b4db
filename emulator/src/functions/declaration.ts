import { OperatorError } from '../operator-error';
import type { FunctionConfig, HttpRouteConfig, TimerConfig } from './types';

/**
 * Reads the declaration of one function, in the words of the cloud's own config.json and cloudbaserc.json, plus three
 * settings of the emulator's (`workers`, `queue`, `clientCallable`). Other members, which are for deployment, are left
 * alone. `where` names the place for messages. Throws OperatorError for members of a wrong kind.
 */
export function readDeclaration(value: unknown, where: string): FunctionConfig {
  const wrong = (what: string): OperatorError => new OperatorError(`${where}：${what}`);
  const file = asObject(value) ?? fail(wrong('应是一个对象'));
  const { triggers, envVariables, permissions, gateway } = file;
  const config: FunctionConfig = {
    timeoutSec: file.timeout as number | undefined,
    memoryMb: file.memorySize as number | undefined,
    workers: file.workers as number | undefined,
    queue: file.queue as number | undefined,
    clientCallable: file.clientCallable as boolean | undefined,
    env: envVariables === undefined ? undefined : readVariables(envVariables, wrong),
    timers: triggers === undefined ? undefined : readTimers(triggers, wrong),
    openApis: asObject(permissions)?.openapi as string[] | undefined,
    routes: asObject(gateway)?.routes as HttpRouteConfig[] | undefined,
  };
  if (config.clientCallable !== undefined && typeof config.clientCallable !== 'boolean') {
    throw wrong('clientCallable 应为 true 或 false');
  }
  return Object.fromEntries(Object.entries(config).filter(([, one]) => one !== undefined));
}

function readVariables(value: unknown, wrong: (what: string) => OperatorError): Record<string, string> {
  const variables = asObject(value) ?? fail(wrong('envVariables 应是一个对象'));
  const bad = Object.keys(variables).find((key) => typeof variables[key] !== 'string');
  if (bad !== undefined) throw wrong(`envVariables 的 ${bad} 应是文字`);
  return variables as Record<string, string>;
}

function readTimers(value: unknown, wrong: (what: string) => OperatorError): TimerConfig[] {
  if (!Array.isArray(value)) throw wrong('triggers 应是一个数组');
  return value.flatMap((entry: unknown) => {
    const trigger = asObject(entry) ?? fail(wrong('triggers 的每一项应是一个对象'));
    if ((trigger.type ?? 'timer') !== 'timer') return [];
    const { name, config, message } = trigger;
    return [{ name, cron: config, ...(message ? { message } : {}) } as TimerConfig];
  });
}

/** The members of a JSON object; `undefined` for anything else. */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function fail(error: OperatorError): never {
  throw error;
}
