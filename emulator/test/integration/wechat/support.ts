import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as wxServerSdk from 'wx-server-sdk';
import type { EmulatorOptions } from '../../../src/options';
import { OPEN_APIS } from '../../../src/wechat/types';
import { startHost, SDK, type Host } from '../host/support';

/** Path for `require` in fixture functions. */
const WX_SDK = JSON.stringify(require.resolve('wx-server-sdk'));

/** Openid of the demo user `reader`, and one that has no persona. */
export const READER = 'o-reader-openid';
export const STRANGER = 'o-stranger-openid-9z';

/** A function through wx-server-sdk: calls `api` with `params`, and tells what came of it. */
const WX = `
const cloud = require(${WX_SDK});
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async ({ api, params }) => {
  const [group, method] = api.split('.');
  try {
    const { buffer, ...reply } = await cloud.openapi[group][method](params);
    return buffer ? { ...reply, base64: buffer.toString('base64') } : reply;
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg };
  }
};`;

/** The same through node-sdk. */
const NODE = `
const tcb = require(${SDK});
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
exports.main = async ({ api, params }) => (await app.callWxOpenApi({ apiName: api, requestData: params })).result;`;

/** Receives pushes: keeps each event, and fails while the document \`fail\` is there. */
const RECEIVER = `
const tcb = require(${SDK});
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
exports.main = async (event) => {
  const things = app.database().collection('things');
  const { data } = await things.doc('fail').get();
  if (data.length > 0) throw new Error('not now');
  await things.add({ event, openid: process.env.WX_OPENID ?? null });
};`;

/** What a call through wx-server-sdk resolves with, or the error it rejects with. */
export interface WxReply {
  errCode: number;
  errMsg: string;
  [key: string]: unknown;
}

export type Params = Record<string, unknown>;

export interface WechatHost extends Host {
  /** Calls through wx-server-sdk in this process. */
  wx(api: string, params: Params): Promise<WxReply>;
  /** Calls through wx-server-sdk inside a function, as the user \`reader\`. */
  wxInFunction(api: string, params: Params, name?: string): Promise<WxReply>;
  /** Calls through node-sdk in this process. */
  node(api: string, params?: Params): Promise<Params>;
  /** Events that were pushed to the function \`receiver\`. */
  pushed(): Promise<{ event: Params; openid: string | null }[]>;
}

const permissions = { openapi: [...OPEN_APIS] };
const config = { timeout: 20, permissions };

export async function startWechat(options: Partial<EmulatorOptions> = {}): Promise<WechatHost> {
  const folder = mkdtempSync(join(tmpdir(), 'wechat-personas-'));
  const personas = join(folder, 'personas.json');
  writeFileSync(personas, JSON.stringify([{ id: 'reader', label: '林晓 · 读者', openid: READER }]));
  const host = await startHost({}, { personas, ...options });
  host.write('wx', WX, config);
  host.write('node', NODE, config);
  host.write('bare', WX, { timeout: 20 });
  host.write('receiver', RECEIVER, config);
  await host.restart();
  const stop = host.stop.bind(host);
  const settle = (call: () => Promise<unknown>): Promise<WxReply> =>
    call().then(
      (reply) => reply as WxReply,
      (error: WxReply) => ({ errCode: error.errCode, errMsg: error.errMsg }),
    );
  return Object.assign(host, {
    wx: (api: string, params: Params) => settle(() => openApi(connect(host), api)(params)),
    wxInFunction: async (api: string, params: Params, name = 'wx') => {
      const { result } = await host.emulator.invoke(name, { api, params }, { openId: READER, persona: 'reader' });
      return result as WxReply;
    },
    node: async (apiName: string, requestData: Params = {}) => {
      const { result } = (await host.app.callWxOpenApi({ apiName, requestData })) as { result: Params };
      return result;
    },
    pushed: async () => {
      const { data } = await host.app.database().collection('things').where({}).get();
      return (data as { event?: Params; openid: string | null }[]).filter(
        (thing): thing is { event: Params; openid: string | null } => thing.event !== undefined,
      );
    },
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  });
}

type OpenApis = Record<string, Record<string, (params: Params) => Promise<unknown>>>;

/** The part of wx-server-sdk that is used; its declarations leave most of it out. */
export interface Cloud {
  openapi: OpenApis & ((options: { version?: 'v2'; convertCase?: false }) => OpenApis);
  cloudPay: Record<string, (params: Params) => Promise<unknown>>;
  getOpenData(options: { list: string[] }): Promise<unknown>;
  getCloudCallSign(options: { parameterList: string[] }): Promise<unknown>;
  callOpenAPI(options: { api: string; data?: Params; version?: 'v1' }): Promise<{ result: Params }>;
}

/** An instance of its own of the SDK, pointed at the emulator as node-sdk is. */
export function connect({ emulator }: Pick<Host, 'emulator'>): Cloud {
  const sdk = wxServerSdk as unknown as { createNewInstance(config: object): Cloud };
  return sdk.createNewInstance({ env: 'local', secretId: 'x', secretKey: 'y', serviceUrl: emulator.adminUrl });
}

function openApi({ openapi }: { openapi: OpenApis }, api: string): (params: Params) => Promise<unknown> {
  const [group = '', method = ''] = api.split('.');
  return (params) => openapi[group]![method]!(params);
}

/** A text to check, version 2. */
export const text = (content: string, more: Params = {}): Params => {
  return { version: 2, openid: READER, scene: 2, content, ...more };
};
