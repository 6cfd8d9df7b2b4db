import type { CallRecorder } from '../calls';
import type { FunctionHost } from '../functions/host';
import type { InvocationOutcome } from '../functions/types';
import type { Personas } from '../gateway/personas';
import type { Log } from '../log';
import { WireError, type HttpRoute, type Json, type Service, type WireAction } from '../service';
import type { Folder } from '../store/folder';
import { Waits } from '../waits';
import { wechatActions } from './actions';
import { customerMessage } from './apis/customer-message';
import { mediaCheckAsync } from './apis/media-check-async';
import { msgSecCheck } from './apis/msg-sec-check';
import { phoneNumber } from './apis/phone-number';
import { subscribeSend } from './apis/subscribe-send';
import { pathCode, squareCode } from './apis/codes/path-code';
import { unlimitedCode } from './apis/codes/unlimited-code';
import { loadWechatConfig, type WechatConfig } from './config';
import { Consents } from './consents';
import { Dispatch, type Caller } from './dispatch';
import { Inbox } from './inbox';
import { Journal } from './journal';
import { MediaQueue, type MediaVerdict } from './media';
import { judge, verdictOf } from './moderation';
import { People } from './people';
import { mediaEvent } from './push';
import { Records } from './records';
import { wechatRoutes } from './routes';
import { Settings } from './settings';
import { Visits } from './visits';
import { Wechat } from './wechat';

/** How long an interface that does not answer keeps its caller waiting. */
const TIMEOUT_MS = 10_000;

export interface WechatOptions {
  folder: Pick<Folder, 'db'>;
  config?: WechatConfig | string;
  /** Names the users that people see. */
  personas: Personas;
  /** Delay of media verdicts where neither the configuration nor a tester says another; by hand when absent. */
  mediaDelayMs?: number;
  /** Whether a preview is served, which a code can open. */
  preview: boolean;
  appId: string;
  functions: FunctionHost;
  calls: CallRecorder;
  baseUrl: () => string;
  now: () => number;
  log: Log;
}

/** Local stand-ins for WeChat's open interfaces, with states that a tester can switch. */
export class WechatService implements Service {
  readonly name = 'wechat';
  readonly actions: Record<string, WireAction<Json | Buffer>>;
  readonly routes: readonly HttpRoute[];
  /** What a tester works with. */
  readonly control: Wechat;
  /** Whether timers may call open interfaces. */
  readonly timersHaveToken: boolean;
  private readonly settings: Settings;
  private readonly media: MediaQueue;
  private readonly journal = new Journal();
  private readonly visits: Visits;
  private readonly timeoutMs: number;
  private readonly silences = new Waits();

  constructor(private readonly options: WechatOptions) {
    const { now, baseUrl, log } = options;
    const config = loadWechatConfig(options.config);
    this.timersHaveToken = config.timersFromDevtools ?? false;
    const records = new Records(options.folder.db);
    const people = new People(options.personas);
    const consents = new Consents(records, now);
    const inbox = new Inbox(records, now);
    this.timeoutMs = config.timeoutMs ?? TIMEOUT_MS;
    this.settings = new Settings(records, config, options.mediaDelayMs ?? null);
    this.visits = new Visits(records, now);
    this.media = this.queue(records);
    const settings = () => this.settings.current();
    const silence = () => this.silences.for(this.timeoutMs);
    const visitedLately = (openid: string): boolean => this.visits.isRecent(openid);
    const dispatch = new Dispatch({
      apis: [
        msgSecCheck({ settings, silence, visitedLately, now }),
        mediaCheckAsync({
          ...{ settings, silence, visitedLately, now },
          enqueue: (id, check) => this.media.add(id, check),
        }),
        subscribeSend({
          config,
          useConsent: (openid, template) => settings().everyoneConsents || consents.use(openid, template),
          deliver: (message) => inbox.add(message),
          together: (work) => records.together(work),
        }),
        phoneNumber({
          ...{ settings, now, appId: options.appId },
          useCode: (code) => {
            if (records.get('code', code)) return false;
            records.put('code', code, now(), {});
            records.trim('code', 1000);
            return true;
          },
        }),
        customerMessage({ settings, deliver: (message) => inbox.add(message) }),
        ...[unlimitedCode, pathCode, squareCode].map((make) => make({ config, baseUrl })),
      ],
      faultOf: (api) => settings().faults[api.name],
      callerOf: (id) => this.callerOf(id),
      ...{ silence, people, journal: this.journal, log },
    });
    this.actions = wechatActions(dispatch);
    this.control = new Wechat({
      ...{ config, settings: this.settings, visits: this.visits, consents, inbox, people },
      ...{ media: this.media, journal: this.journal },
    });
    this.routes = wechatRoutes({ wechat: this.control, config, preview: options.preview });
  }

  start(): Promise<void> {
    for (const setting of this.settings.unusual()) {
      this.options.log({ level: 'warn', scope: 'wechat', message: `测试设置仍然有效：${setting}` });
    }
    this.media.start();
    return Promise.resolve();
  }

  /** Pushes nothing more by itself and lets no caller wait any longer; the first step of stopping. */
  hush(): void {
    this.media.hush();
    this.silences.end();
  }

  stop(): Promise<void> {
    this.hush();
    return this.media.settled();
  }

  info(): Json {
    const { moderation, everyoneConsents, faults } = this.settings.current();
    return { moderation, everyoneConsents, faults, pendingMedia: this.media.pending().length };
  }

  private queue(records: Records): MediaQueue {
    return new MediaQueue({
      records,
      now: this.options.now,
      deliver: (event, verdict) => this.deliver(event, verdict),
      eventOf: (traceId, check, verdict) => {
        const about = { appId: this.options.appId, traceId, url: check.url, now: this.options.now() };
        return mediaEvent(about, verdict, this.settings.current().rules);
      },
      automatic: ({ url }) => {
        const { moderation, rules } = this.settings.current();
        const mode = verdictOf(moderation);
        return mode && judge(url, mode, rules).verdict;
      },
      canDeliver: () => this.settings.current().pushFunction !== null,
    });
  }

  /** Hands an event to the function that receives pushes, and writes down what came of it. */
  private async deliver(event: Json, verdict: MediaVerdict): Promise<InvocationOutcome> {
    const { functions, log } = this.options;
    const name = this.settings.current().pushFunction;
    if (name === null) throw new WireError('PUSH_NOT_CONFIGURED', '没有设置接收消息推送的云函数');
    const started = performance.now();
    const write = (errcode: number, note: string, invocationId?: string): void => {
      const call = { api: 'wxa_media_check', via: 'push', errcode, note, ms: performance.now() - started };
      const id = invocationId === undefined ? {} : { invocationId };
      this.journal.add({ at: new Date().toISOString(), ...call, function: name, ...id });
      log({ level: errcode === 0 ? 'info' : 'warn', scope: 'wechat', message: `wxa_media_check → ${name} ${note}` });
    };
    try {
      // WeChat's own push comes with the token, as replies to messages need it.
      const outcome = await functions.invoke(name, JSON.stringify(event), { wechatToken: true });
      write(0, verdict, outcome.requestId);
      return outcome;
    } catch (error) {
      write(-1, `${verdict}：${error instanceof WireError ? error.code : 'SYS_ERR'}`);
      throw error;
    }
  }

  private callerOf(invocationId: string): Caller | undefined {
    const { calls, functions } = this.options;
    const name = calls.forInvocation(invocationId)?.function;
    if (name === undefined) return undefined;
    const openApis = functions.configs().get(name)?.openApis ?? [];
    return { function: name, openApis, token: functions.carriesWechatToken(invocationId) };
  }
}
