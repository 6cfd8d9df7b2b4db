import { resolve } from 'node:path';
import { createCallLog } from './call-log';
import { AuthService } from './auth/service';
import { CallRecorder } from './calls';
import { consoleRouteOf } from './console/mount';
import { RecentLog } from './console/logs';
import { createDatabaseService } from './database/service';
import { DEFAULT_APP_ID } from './functions/environment';
import { FunctionHost } from './functions/host';
import { ProjectSettings } from './functions/project-settings';
import type { Identity, InvocationOutcome } from './functions/types';
import { Personas } from './gateway/personas';
import { GatewayService } from './gateway/service';
import { HttpAccessService } from './http-access/service';
import { adminRoute } from './http/admin';
import { sendJson } from './http/body';
import { checkOrigins } from './http/guard';
import { EmulatorServer } from './http/server';
import { staticRoute } from './http/static';
import { collectInfo, infoRoutes } from './info';
import { createLog } from './log';
import { OperatorError } from './operator-error';
import { checkEnvId, DEFAULT_PORT, type EmulatorOptions } from './options';
import { loadSchema } from './schema';
import type { HttpRoute, Json, Service } from './service';
import { StorageService } from './storage/service';
import { exporterOf } from './state/exporter';
import type { Manifest } from './state/format';
import { exportRoute } from './state/route';
import { openFolder } from './store/folder';
import { environmentOf, noteEnvironment } from './store/settings';
import { TimerService } from './timers/service';
import { WechatService } from './wechat/service';
import type { Wechat } from './wechat/wechat';

/** A running local CloudBase. */
export interface Emulator {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  /** Address for the SDK: `TCB_CONTEXT_CNFG={"URL": adminUrl}`. */
  readonly adminUrl: string;
  readonly calls: CallRecorder;
  /** States of the WeChat open interfaces, their inbox and what waits to be pushed. */
  readonly wechat: Wechat;
  /** Calls a function as the cloud would on behalf of `identity`. Rejects with WireError. */
  invoke(name: string, event: Json, identity?: Identity): Promise<InvocationOutcome>;
  /** Fires a timer now, by the trigger's name or `function/trigger`. Rejects with WireError. */
  fireTimer(name: string): Promise<InvocationOutcome>;
  /** Moves the clock; only for an emulator made with `clockOffsetMs`. */
  setClockOffset(ms: number): void;
  /** Changes the delay of database calls from now on; what prepares data need not feel it. */
  setLatency(ms: number): void;
  info(): Json;
  /**
   * Exports all state, as it is at this moment, to a new folder; `force` replaces an earlier export. Calls go on
   * meanwhile. Throws OperatorError; there is no export then.
   */
  exportState(dir: string, force?: boolean): Promise<Manifest>;
  /**
   * Lets calls under way finish, then releases everything. Safe to call twice. With `exportTo` all state is exported
   * in between; when that fails, everything is released all the same and this rejects with OperatorError.
   */
  stop(last?: { exportTo: string; force?: boolean }): Promise<void>;
}

/** While it stops, only what functions under way still need is answered. */
const refuseWhileStopping: HttpRoute = (request, response) => {
  request.resume();
  sendJson(response, 503, { errCode: 503, errMsg: '本地云开发正在停止' });
  return Promise.resolve(true);
};

/**
 * Starts a local CloudBase; resolves when it answers.
 * Throws OperatorError or FolderError, in Chinese, for whatever the operator must put right; nothing runs then.
 */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const envId = checkEnvId(options.env ?? 'local');
  const schema = loadSchema(options.schema);
  const staticRoutes = options.static === undefined ? [] : [staticRoute(resolve(options.static))];
  const recentLog = new RecentLog();
  const log = recentLog.tee(typeof options.log === 'function' ? options.log : createLog(options.log ?? 'text'));
  const project = new ProjectSettings(options.cloudbaserc, options.functionConfig ?? {}, log);
  const calls = new CallRecorder();
  const logCall = createCallLog(log, options.logCalls ?? false);
  let latencyMs = options.latencyMs ?? 0;
  let clockOffsetMs = options.clockOffsetMs ?? 0;
  const shifted = options.clockOffsetMs !== undefined;
  const now = (): number => Date.now() + clockOffsetMs;
  let port = 0;
  const url = (): string => `http://127.0.0.1:${port}`;

  const server = new EmulatorServer(log, { trusted: checkOrigins(options.origins ?? []) });
  const folder = openFolder(options.dataDir);
  try {
    const earlier = environmentOf(folder.db);
    if (earlier !== undefined && earlier !== envId) {
      const message = `数据目录属于环境 ${earlier}，现在以 ${envId} 启动：文档中保存的文件 id 会失效`;
      log({ level: 'warn', scope: 'emulator', message });
    }
    noteEnvironment(folder.db, envId);
    const database = createDatabaseService({
      folder,
      schema,
      latencyMs: () => latencyMs,
      onCall: (call) => {
        calls.database(call);
        logCall(call);
      },
      now,
    });
    const storage = new StorageService({
      folder,
      envId,
      baseUrl: url,
      log,
      maxFileBytes: options.maxFileBytes,
      now,
    });
    const functions = new FunctionHost({
      directory: options.functions === undefined ? project.functionRoot : resolve(options.functions),
      settingsOf: (name) => project.of(name),
      envId,
      appId: options.appId ?? DEFAULT_APP_ID,
      adminUrl: (workerId) => `${url()}/admin/w/${workerId}`,
      calls,
      log,
      workerFile: options.workerFile,
      clockOffsetMs: shifted ? () => clockOffsetMs : undefined,
    });
    const personas = new Personas(options.personas);
    const wechat = new WechatService({
      ...{ folder, functions, calls, baseUrl: url, now, log, appId: options.appId ?? DEFAULT_APP_ID },
      ...{ config: options.wechat, personas, mediaDelayMs: options.mediaDelayMs },
      preview: options.static !== undefined,
    });
    const timers = new TimerService({
      ...{ functions, now, log, wechatToken: wechat.timersHaveToken },
      scheduled: (options.timers ?? true) && !shifted,
    });
    const onVisit = (openid: string): void => wechat.control.visit(openid);
    const gateway = new GatewayService({ personas, functions, storage, onVisit });
    const auth = new AuthService({ personas, envId, appId: options.appId ?? DEFAULT_APP_ID });
    const http = new HttpAccessService({ functions, personas, envId, log });
    const services: readonly Service[] = [database, storage, functions, timers, gateway, wechat, auth, http];

    const startedAt = new Date().toISOString();
    const info = (): Json =>
      collectInfo({ env: envId, url: url(), adminUrl: `${url()}/admin`, startedAt }, services, calls);
    const admin = adminRoute({ services, calls, log, envId, invocationOf: (id) => functions.invocationOf(id) });
    const console = consoleRouteOf({
      ...{ database, storage, functions, timers, gateway, calls, now, log, wechat: wechat.control },
      ...{
        logs: recentLog,
        env: envId,
        latencyMs: () => latencyMs,
        adminUrl: () => `${url()}/admin`,
        startedAt,
      },
    });
    const exportNow = exporterOf({ folder, env: envId, hold: () => storage.hold() });
    const routes = [
      exportRoute(exportNow),
      admin,
      ...infoRoutes(info, calls),
      console,
      ...services.flatMap((service) => service.routes ?? []),
    ];

    let stopping: Promise<void> | undefined;
    const stop = async (last?: { exportTo: string; force?: boolean }): Promise<void> => {
      server.serve([admin, refuseWhileStopping]);
      wechat.hush();
      await timers.stop();
      // Functions first: the database must answer until their last call is done.
      await functions.stop();
      await server.close();
      const exported = last && exportNow(last.exportTo, last.force);
      await exported?.catch(() => undefined);
      for (const service of [wechat, gateway, storage, database]) await service.stop();
      // Requests whose clients left, or were cut off, are still at work in the folder.
      await server.settled();
      folder.close();
      await exported;
    };

    try {
      port = await server.listen(options.port ?? DEFAULT_PORT);
      folder.announce(port);
      server.serve([...routes, ...staticRoutes]);
      for (const service of services) await service.start();
    } catch (error) {
      await stop();
      throw error;
    }

    return {
      url: url(),
      port,
      adminUrl: `${url()}/admin`,
      calls,
      wechat: wechat.control,
      invoke: (name, event, identity = {}) => {
        if (identity.openId && !stopping) onVisit(identity.openId);
        const caller = identity.openId ? { source: 'wx_client', ...identity } : identity;
        return functions.invoke(name, JSON.stringify(event), caller);
      },
      fireTimer: (name) => timers.fire(name),
      setClockOffset: (ms) => {
        if (!shifted) throw new Error('setClockOffset needs an emulator made with clockOffsetMs');
        clockOffsetMs = ms;
      },
      setLatency: (ms) => {
        latencyMs = ms;
      },
      info,
      exportState: (dir, force) =>
        stopping ? Promise.reject(new OperatorError('本地云开发正在停止，无法导出')) : exportNow(dir, force),
      stop: (last) => (stopping ??= stop(last)),
    };
  } catch (error) {
    folder.close();
    throw error;
  }
}
