import type { CallRecorder } from '../calls';
import type { DatabaseService } from '../database/service';
import type { FunctionHost } from '../functions/host';
import type { GatewayService } from '../gateway/service';
import type { Log } from '../log';
import type { HttpRoute } from '../service';
import type { StorageService } from '../storage/service';
import type { TimerService } from '../timers/service';
import type { Wechat } from '../wechat/wechat';
import { Activity } from './activity';
import type { RecentLog } from './logs';
import { consoleRoute } from './route';
import type { Overview } from './types';

/** The parts of a running emulator that the console looks at. */
export interface ConsoleOptions {
  database: DatabaseService;
  storage: StorageService;
  functions: FunctionHost;
  timers: TimerService;
  gateway: GatewayService;
  wechat: Wechat;
  calls: CallRecorder;
  logs: RecentLog;
  log: Log;
  env: string;
  latencyMs(): number;
  startedAt: string;
  adminUrl(): string;
  now(): number;
}

/** Puts the console together for an emulator. */
export function consoleRouteOf(options: ConsoleOptions): HttpRoute {
  const { calls, database, functions, log } = options;
  const overview = (): Overview => ({
    env: options.env,
    adminUrl: options.adminUrl(),
    startedAt: options.startedAt,
    latencyMs: options.latencyMs(),
    totals: calls.totals(),
    functions: functions.info() as Overview['functions'],
    unread: options.wechat.unread(),
  });
  return consoleRoute({ ...options, database, activity: new Activity(calls), overview }, log);
}
