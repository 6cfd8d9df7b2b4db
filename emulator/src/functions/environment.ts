import { delimiter, join, sep } from 'node:path';
import { tokenVariables } from './token';
import type { Identity, ResolvedConfig } from './types';

/** Region named in the environment; any valid one will do, the SDK only complains when there is none. */
const REGION = 'ap-shanghai';

/** Mini-program id given to functions when none is configured; shaped like a real one. */
export const DEFAULT_APP_ID = 'wx0000000000000000';

/** Where every client of a local cloud is. */
export const LOOPBACK = '127.0.0.1';

/** Variables of the operator's that a Node process needs to start; nothing else of his reaches a function. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG'];

/**
 * Environment with which a worker process starts: what the cloud sets for a whole instance. `adminUrl` is that
 * worker's own address of the wire protocol, so that its database calls can be told from others'. `folder` holds the
 * function's code, which is in `/var/user` there.
 */
export function workerEnvironment(
  envId: string,
  adminUrl: string,
  folder: string,
  config: ResolvedConfig,
): Record<string, string> {
  const inherited = INHERITED.flatMap((key) => {
    const value = process.env[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    ...Object.fromEntries(inherited),
    USER_CODE_ROOT: join(folder, sep),
    // The cloud's list begins so: code is found by its path from the folder, `require('project/notes')`.
    NODE_PATH: [folder, join(folder, 'node_modules')].join(delimiter),
    ...config.env,
    // The cloud runs in UTC; a laptop may be anywhere, and day boundaries must not depend on it.
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    SCF_NAMESPACE: envId,
    // Without credentials the SDK raises an unhandled rejection per call, which would end the process.
    TENCENTCLOUD_SECRETID: 'local-secret-id',
    TENCENTCLOUD_SECRETKEY: 'local-secret-key',
    TENCENTCLOUD_SESSIONTOKEN: 'local-session-token',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
  };
}

/**
 * Names of what WeChat tells about a call. All are listed at every call, present or not: `getWXContext` says nothing
 * when the list is empty, and the environment and the source are documented for calls without a user as well.
 */
const WX_KEYS = ['WX_OPENID', 'WX_APPID', 'WX_UNIONID', 'WX_CLIENTIP', 'WX_API_TOKEN'];

/** Environment of one call: the caller's identity, and the two lists that say which variables the SDK may read. */
export function callEnvironment(envId: string, requestId: string, identity: Identity): Record<string, string> {
  const tcb: Record<string, string> = {
    TCB_ENV: envId,
    TCB_SEQID: requestId,
    TRIGGER_SRC: identity.trigger ?? 'tcb',
    TCB_SOURCE: identity.source ?? '',
  };
  if (identity.clientIp) tcb.TCB_SOURCE_IP = identity.clientIp;
  if (identity.uid) tcb.TCB_UUID = identity.uid;
  if (identity.customUserId) tcb.TCB_CUSTOM_USER_ID = identity.customUserId;
  if (identity.uid || identity.anonymous) tcb.TCB_ISANONYMOUS_USER = String(identity.anonymous ?? false);
  const wx = tokenVariables(identity);
  if (identity.openId) {
    wx.WX_OPENID = identity.openId;
    wx.WX_APPID = identity.appId ?? DEFAULT_APP_ID;
    wx.WX_CLIENTIP = identity.clientIp ?? LOOPBACK;
    if (identity.unionId) wx.WX_UNIONID = identity.unionId;
  }
  return {
    ...tcb,
    ...wx,
    TCB_CONTEXT_KEYS: Object.keys(tcb).join(','),
    WX_CONTEXT_KEYS: WX_KEYS.join(','),
  };
}

/** The second argument of `exports.main`. */
export interface FunctionContext {
  request_id: string;
  function_name: string;
  function_version: string;
  namespace: string;
  memory_limit_in_mb: number;
  time_limit_in_ms: number;
  /** Variables of the call, `K=V;K=V`: the old notation. */
  environ: string;
  /** The same as JSON: the new notation. */
  environment: string;
}

/** Makes the context of one call. */
export function callContext(
  envId: string,
  name: string,
  requestId: string,
  config: ResolvedConfig,
  env: Record<string, string>,
): FunctionContext {
  return {
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: envId,
    memory_limit_in_mb: config.memoryMb,
    time_limit_in_ms: config.timeoutSec * 1000,
    environ: Object.entries(env)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
    environment: JSON.stringify(env),
  };
}
