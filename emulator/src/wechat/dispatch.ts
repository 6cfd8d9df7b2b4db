import type { Log } from '../log';
import { WireError, type Json, type WireContext } from '../service';
import type { Answer, OpenApi } from './apis/api';
import { OpenApiError, platform, PlatformError, refusal } from './errors';
import type { Journal } from './journal';
import type { Silence } from './moderation';
import { isOpenid, type People } from './people';
import type { Fault, OpenCall } from './types';

/** The function that makes a call, what it may call, and whether WeChat's token came with its own call. */
export interface Caller {
  function: string;
  openApis: readonly string[];
  token: boolean;
}

export interface DispatchOptions {
  apis: readonly OpenApi[];
  faultOf(api: OpenApi): Fault | undefined;
  silence: Silence;
  /** `undefined` for a call from outside of functions. */
  callerOf(invocationId: string): Caller | undefined;
  people: People;
  journal: Journal;
  log: Log;
}

/** What became of a call. */
export type Outcome = Answer | OpenApiError | PlatformError;

/** wx-server-sdk's number of INVALID_PARAM. */
const INVALID_PARAM = -501007;

/**
 * Finds the interface by its name (`security.msgSecCheck`) or path (`/wxa/msg_sec_check`), asks it, and writes down
 * what came of it. Gives refusals back instead of throwing them: each way into here tells them in its own form. Only
 * what the cloud refuses before it speaks to WeChat is thrown.
 */
export class Dispatch {
  constructor(private readonly options: DispatchOptions) {}

  async call(via: string, name: string, readParams: () => Json, context: WireContext): Promise<Outcome> {
    const started = performance.now();
    const api = this.options.apis.find((known) => known.name === name || known.path === `/${name.replace(/^\//, '')}`);
    const caller = context.invocationId === undefined ? undefined : this.options.callerOf(context.invocationId);
    let params: Json = {};
    let outcome: Outcome;
    const write = (became: Outcome | WireError, openid?: string): void =>
      this.write({ via, api: api?.name ?? name, ms: performance.now() - started }, became, caller, openid, context);
    if (caller && !caller.token) {
      const refused = new WireError('INVALID_PARAM', 'missing wxCloudApiToken');
      write(refused);
      throw refused;
    }
    try {
      if (!api) throw new OpenApiError(48001, `api unauthorized: the local cloud has no ${name.slice(0, 100)}`);
      params = readParams();
      if (caller && !caller.openApis.includes(api.name)) throw platform.noPermission();
      await this.fail(this.options.faultOf(api));
      outcome = await api.answer(params);
    } catch (error) {
      if (!(error instanceof OpenApiError || error instanceof PlatformError)) throw error;
      outcome = error;
    }
    write(outcome, [params.touser, params.openid].find(isOpenid));
    return outcome;
  }

  private async fail(fault: Fault | undefined): Promise<void> {
    if (fault === 'down') throw refusal(-1);
    if (fault === 'quota') throw refusal(45009);
    if (fault !== 'timeout') return;
    await this.options.silence();
    throw platform.timeout();
  }

  private write(
    { via, api, ms }: { via: string; api: string; ms: number },
    outcome: Outcome | WireError,
    caller: Caller | undefined,
    openid: string | undefined,
    { invocationId }: WireContext,
  ): void {
    const { journal, log, people } = this.options;
    const { errcode, note } = summary(outcome);
    const call: OpenCall = {
      ...{ at: new Date().toISOString(), api: api.slice(0, 100), via, errcode, note, ms },
      ...(caller === undefined ? {} : { function: caller.function, invocationId }),
      ...(openid === undefined ? {} : { person: people.describe(openid) }),
    };
    journal.add(call);
    const message = `${call.api} ${errcode} ${note}`;
    log({ level: errcode === 0 ? 'info' : 'warn', scope: 'wechat', message, requestId: call.invocationId, ms });
  }
}

function summary(outcome: Outcome | WireError): { errcode: number; note: string } {
  if (outcome instanceof WireError) return { errcode: INVALID_PARAM, note: outcome.message };
  if (outcome instanceof PlatformError) return { errcode: outcome.errorCode, note: outcome.words };
  if (outcome instanceof OpenApiError) return { errcode: outcome.errcode, note: outcome.words };
  return { errcode: 0, note: outcome.note };
}
