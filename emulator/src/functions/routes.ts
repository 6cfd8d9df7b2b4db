import { OperatorError } from '../operator-error';
import type { HttpRouteConfig } from './types';

/** The cloud's rule for the path of a route: segments of at most 50 letters, digits, `.`, `_` and `-`. */
const PATH = /^(\/|(\/[A-Za-z0-9._-]{1,50})+)$/;

/** Prefixes that the cloud keeps for itself. */
const RESERVED = /^\/(__auth|\.well-known)(\/|$)/;

const KEYS = ['path', 'target', 'enablePathTransmission', 'enableAuth', 'pathRewrite'];

/** What a route may hold where it is declared; `target`, if there, names the function itself. */
type RouteEntry = HttpRouteConfig & { target?: string };

/** Checks the routes of one function. Throws OperatorError for what the cloud would refuse, or what is not here. */
export function checkRoutes(name: string, routes: unknown): HttpRouteConfig[] {
  if (!Array.isArray(routes)) throw new OperatorError(`云函数 ${name} 的 gateway.routes 应是一个数组`);
  return routes.map((entry: unknown) => checkRoute(name, entry));
}

function checkRoute(name: string, entry: unknown): HttpRouteConfig {
  const wrong = (why: string): OperatorError => new OperatorError(`云函数 ${name} 的 HTTP 访问路径不对：${why}`);
  if (typeof entry !== 'object' || entry === null) throw wrong('每一项应是 {"path": "/…"}');
  const { path, target, enablePathTransmission = false, enableAuth = false, pathRewrite } = entry as RouteEntry;
  const unknown = Object.keys(entry).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw wrong(`本地云开发不支持“${unknown}”`);
  if (typeof path !== 'string' || !PATH.test(path)) throw wrong(`path 应以 / 开头，每段为字母、数字、.、_、-`);
  if (RESERVED.test(path)) throw wrong(`${path} 是系统保留的前缀`);
  if (target !== undefined && target !== `function:${name}`) throw wrong(`target 应为 function:${name}`);
  if (typeof enablePathTransmission !== 'boolean') throw wrong('enablePathTransmission 应为 true 或 false');
  if (typeof enableAuth !== 'boolean') throw wrong('enableAuth 应为 true 或 false');
  if (pathRewrite !== undefined && !(typeof pathRewrite?.prefix === 'string' && PATH.test(pathRewrite.prefix))) {
    throw wrong('pathRewrite 应为 {"prefix": "/…"}');
  }
  return { path, enablePathTransmission, enableAuth, ...(pathRewrite ? { pathRewrite } : {}) };
}
