import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { OperatorError } from '../operator-error';
import { asObject, readDeclaration } from './declaration';
import type { FunctionConfig, HttpRouteConfig } from './types';

/** What a project's cloudbaserc.json says about its functions. */
export interface ProjectFile {
  /** Absolute path of `functionRoot`, where there is one. */
  functionRoot?: string;
  config: Record<string, FunctionConfig>;
}

/**
 * Reads `functionRoot`, `functions[]` and `gateway.routes[]` of a cloudbaserc.json, the file from which the cloud's
 * command line deploys; `{{env.NAME}}` is the operator's variable, as there. Everything else is for deployment.
 * Throws OperatorError, in Chinese.
 */
export function readCloudbaserc(path: string): ProjectFile {
  const wrong = (what: string): OperatorError => new OperatorError(`${path}：${what}`);
  let file;
  try {
    file = asObject(JSON.parse(readFileSync(path, 'utf8'), fillIn));
  } catch (error) {
    throw wrong(`无法读取（${(error as Error).message}）`);
  }
  if (!file) throw wrong('应是一个对象');
  const { functionRoot, functions = [], gateway } = file;
  if (!Array.isArray(functions)) throw wrong('functions 应是一个数组');
  const config: Record<string, FunctionConfig> = {};
  for (const entry of functions as unknown[]) {
    const name = asObject(entry)?.name;
    if (typeof name !== 'string') throw wrong('functions 的每一项应有 name');
    config[name] = readDeclaration(entry, `${path} 的云函数 ${name}`);
  }
  for (const [name, route] of routesOf(asObject(gateway)?.routes ?? [], wrong)) {
    config[name] = { ...config[name], routes: [...(config[name]?.routes ?? []), route] };
  }
  const root = typeof functionRoot === 'string' ? { functionRoot: resolve(dirname(path), functionRoot) } : {};
  return { ...root, config };
}

/** Routes to functions, with their functions; those to other targets are of other services. */
function routesOf(routes: unknown, wrong: (what: string) => OperatorError): [name: string, HttpRouteConfig][] {
  if (!Array.isArray(routes)) throw wrong('gateway.routes 应是一个数组');
  return routes.flatMap((route: unknown): [string, HttpRouteConfig][] => {
    const target = asObject(route)?.target;
    if (typeof target !== 'string') throw wrong('gateway.routes 的每一项应有 target');
    const name = /^function:(.+)$/.exec(target)?.[1];
    return name === undefined ? [] : [[name, route as HttpRouteConfig]];
  });
}

function fillIn(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(/\{\{\s*env\.(\w+)\s*\}\}/g, (_whole, name: string) => process.env[name] ?? '');
}
