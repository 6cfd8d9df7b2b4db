import type { DatabaseService } from '../database/service';
import type { GatewayService } from '../gateway/service';
import { WireError, type Json } from '../service';
import type { StorageService } from '../storage/service';
import type { TimerService } from '../timers/service';
import { wechatEndpoints } from '../wechat/console';
import type { Wechat } from '../wechat/wechat';
import type { Activity } from './activity';
import { Documents } from './documents';
import type { Endpoints, Input } from './endpoints';
import { badRequest, ConsoleError } from './failure';
import type { RecentLog } from './logs';
import type { FilePage, InvocationDetail, Overview, TimerList } from './types';

export interface ConsoleServices {
  database: DatabaseService;
  storage: StorageService;
  timers: TimerService;
  gateway: GatewayService;
  wechat: Wechat;
  activity: Activity;
  logs: RecentLog;
  env: string;
  latencyMs(): number;
  now(): number;
  overview(): Overview;
}

const FILES_PER_PAGE = 100;
const NEXT_RUNS = 3;

/** Everything the page may ask for and do. */
export function consoleApi(services: ConsoleServices): Endpoints {
  const { storage, timers, gateway, activity, logs, env } = services;
  const documents = new Documents(services.database, env);
  return {
    'GET overview': () => services.overview(),

    'GET collections': () => documents.collections(),
    'GET documents': (input) =>
      documents.page({
        collection: input.text('collection'),
        query: input.optional('query'),
        field: input.optional('field'),
        text: input.optional('text'),
        sort: input.optional('sort'),
        skip: input.number('skip', 0),
        limit: input.number('limit', 20),
      }),
    'GET document': (input) => {
      const found = documents.find(input.text('collection'), input.text('id'));
      if (found) return found;
      throw new ConsoleError(404, 'GONE', '没有这个文档，可能已被删除。');
    },
    'POST documents/save': (input) =>
      documents.save(input.text('collection'), input.text('id'), input.text('revision'), input.text('text')),
    'POST documents/add': (input) => documents.add(input.text('collection'), input.text('text')),
    'POST documents/delete': (input) => documents.remove(input.text('collection'), input.text('id')),
    'GET documents/calls': (input) => activity.ofCollection(input.text('collection'), input.number('limit', 100)),

    'GET queries': () => activity.queries(),
    'GET invocations': (input) => activity.invocations(input.number('limit', 200)),
    'GET invocation': (input): InvocationDetail => {
      const invocation = activity.invocation(input.text('id'));
      if (invocation)
        return { invocation, latencyMs: services.latencyMs(), logs: logs.list(200, invocation.id).reverse() };
      throw new ConsoleError(404, 'FORGOTTEN', '没有这次调用的记录。只保留最近 5,000 次，重新启动后清空。');
    },

    'GET files': (input): FilePage => {
      const found = storage.list(input.optional('part') ?? '', input.optional('after') ?? '', FILES_PER_PAGE + 1);
      const totals = storage.info() as FilePage['totals'];
      const files = found
        .slice(0, FILES_PER_PAGE)
        .map((file) => ({ ...file, url: storage.downloadUrl(file.fileId) ?? '' }));
      return { files, totals, more: found.length > FILES_PER_PAGE };
    },
    'POST files/delete': async (input) => {
      const context = { requestId: 'console', env };
      const body = { fileid_list: [input.text('fileId')] };
      const reply = (await storage.actions['storage.batchDeleteFile']!(body, context)).data as DeleteReply;
      if (reply.delete_list[0]?.code === 'SUCCESS') return {};
      throw new ConsoleError(404, 'GONE', '没有这个文件，可能已被删除。');
    },

    'GET timers': (): TimerList => ({
      timers: timers.schedule(NEXT_RUNS),
      now: new Date(services.now()).toISOString(),
    }),
    'POST timers/fire': async (input) => {
      const { requestId, ms } = await timers.fire(`${input.text('function')}/${input.text('trigger')}`);
      return { requestId, ms };
    },

    ...wechatEndpoints(services.wechat, () => Object.keys(services.overview().functions)),

    'GET personas': () => gateway.people(),
    'GET logs': (input) => logs.list(input.number('limit', 300), input.optional('requestId')),
  };
}

interface DeleteReply {
  delete_list: { code: string }[];
}

/** Reads what was sent, refusing other types than the page sends. */
export function inputOf(values: Json): Input {
  const optional = (name: string): string | undefined => {
    const value = values[name];
    if (value === undefined || typeof value === 'string') return value;
    throw badRequest(`${name} 应是文字`);
  };
  return {
    optional,
    text(name) {
      const value = optional(name);
      if (value === undefined || value === '') throw badRequest(`缺少 ${name}`);
      return value;
    },
    number(name, absent) {
      const value = values[name];
      if (value === undefined || value === '') return absent;
      const number = Number(value);
      if (Number.isInteger(number) && number >= 0) return number;
      throw badRequest(`${name} 应是不小于 0 的整数`);
    },
  };
}

/** What the page is told of a failure; `undefined` for one that is nobody's but ours. */
export function failureOf(error: unknown): { status: number; body: Json } | undefined {
  if (error instanceof ConsoleError) {
    const { status, code, message, details } = error;
    return { status, body: { code, message, ...details } };
  }
  if (error instanceof WireError) return { status: 400, body: { code: error.code, message: error.message } };
  return undefined;
}
