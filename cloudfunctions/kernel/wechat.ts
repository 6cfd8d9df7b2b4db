import type { OpenApi } from '../../contract/deployment';
import type { Value } from './port';

/** Calls an open interface of WeChat's (云调用) within the running call; its reply, or what WeChat says against it. */
export type CallWechat = (name: OpenApi, params: Readonly<Record<string, Value>>) => Promise<unknown>;
