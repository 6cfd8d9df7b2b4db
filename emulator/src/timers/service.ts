import type { Cron } from 'croner';
import type { FunctionHost } from '../functions/host';
import type { InvocationOutcome, TimerConfig } from '../functions/types';
import { sendJson } from '../http/body';
import type { Log } from '../log';
import { OperatorError } from '../operator-error';
import { WireError, type HttpRoute, type Json, type Service } from '../service';
import { cronJob } from './cron';

/** How soon a trigger that was added or changed while the emulator runs is scheduled. */
const REFRESH_MS = 2000;

const FIRE_PATH = /^\/emulator\/timers\/([^/]+)\/([^/]+)\/fire$/;

export interface TimerOptions {
  functions: FunctionHost;
  /** False keeps the schedule from running; timers can be fired by hand then. */
  scheduled: boolean;
  /** Whether calls of timers may use WeChat's open interfaces. */
  wechatToken: boolean;
  now(): number;
  log: Log;
}

/** One timer as the console shows it; times in UTC. */
export interface TimerSchedule {
  function: string;
  trigger: string;
  cron: string;
  next: string[];
  last: string | null;
  /** False when timers run by hand only. */
  scheduled: boolean;
}

interface Timer extends TimerConfig {
  function: string;
  job: Cron;
  lastFired?: string;
}

/** Fires the timers of the functions, by schedule and by hand. */
export class TimerService implements Service {
  readonly name = 'timers';
  readonly routes: readonly HttpRoute[] = [
    async (request, response, url) => {
      const match = request.method === 'POST' ? FIRE_PATH.exec(url.pathname) : null;
      if (!match) return false;
      request.resume();
      try {
        const { requestId, ms } = await this.fire(decode(`${match[1]}/${match[2]}`));
        sendJson(response, 200, { ok: true, requestId, ms });
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        const status = error.code === 'TIMER_NOT_FOUND' ? 404 : 200;
        sendJson(response, status, { ok: false, code: error.code, message: error.message });
      }
      return true;
    },
  ];
  private timers: Timer[] = [];
  /** Settings that could not be planned; told once. */
  private lastFault = '';
  private refreshing: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly options: TimerOptions) {}

  /** Reads the timers of all functions. Throws OperatorError for a schedule that the cloud would refuse. */
  start(): Promise<void> {
    this.plan();
    this.refreshing = setInterval(() => this.refresh(), REFRESH_MS).unref();
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.refreshing);
    for (const timer of this.timers) timer.job.stop();
    this.timers = [];
    return Promise.resolve();
  }

  info(): Json {
    return {
      timers: this.timers.map(({ function: name, name: trigger, cron, job, lastFired }) => ({
        function: name,
        trigger,
        cron,
        next: job.nextRun()?.toISOString() ?? null,
        last: lastFired ?? null,
      })),
    };
  }

  /** Every timer with its next `count` times; for the console. */
  schedule(count: number): TimerSchedule[] {
    return this.timers.map(({ function: name, name: trigger, cron, job, lastFired }) => ({
      function: name,
      trigger,
      cron,
      next: job.nextRuns(count).map((time) => time.toISOString()),
      last: lastFired ?? null,
      scheduled: this.options.scheduled,
    }));
  }

  /**
   * Fires a timer now and waits for the function, which nobody does in production. `name` is the trigger's, or
   * `function/trigger` where two functions have one of that name. Rejects with WireError, TIMER_NOT_FOUND included.
   */
  async fire(name: string): Promise<InvocationOutcome> {
    // Planning now would set timers going that nobody stops any more.
    if (this.stopped) throw new WireError('SYS_ERR', 'emulator is stopping');
    this.refresh();
    const matches = this.timers.filter((timer) => name === timer.name || name === `${timer.function}/${timer.name}`);
    const [timer] = matches;
    if (!timer) throw new WireError('TIMER_NOT_FOUND', `没有名为“${name}”的定时触发器`);
    if (matches.length > 1) throw new WireError('TIMER_NOT_FOUND', `有多个名为“${name}”的触发器，请写成 函数/触发器`);
    const time = new Date(this.options.now()).toISOString();
    timer.lastFired = time;
    const event = {
      Type: 'Timer',
      TriggerName: timer.name,
      Time: time.replace(/\.\d+Z$/, 'Z'),
      Message: timer.message ?? '',
    };
    const { wechatToken } = this.options;
    const identity = { trigger: 'timer', source: 'wx_trigger', wechatToken } as const;
    return this.options.functions.invoke(timer.function, JSON.stringify(event), identity);
  }

  /** Takes over what changed since; what cannot be planned leaves the old timers and is told in the log. */
  private refresh(): void {
    try {
      this.plan();
      this.lastFault = '';
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      if (error.message !== this.lastFault) {
        this.options.log({ level: 'error', scope: 'timer', message: `${error.message}；仍用原来的时间表` });
      }
      this.lastFault = error.message;
    }
  }

  /** Plans the timers as they are declared now; those that did not change go on undisturbed. */
  private plan(): void {
    const declared = [...this.options.functions.configs()].flatMap(([name, { timers }]) => {
      return timers.map((timer) => ({ ...timer, function: name }));
    });
    const kept = new Map(this.timers.map((timer) => [identityOf(timer), timer]));
    const planned: Timer[] = [];
    try {
      for (const timer of declared) planned.push(kept.get(identityOf(timer)) ?? this.create(timer));
    } catch (error) {
      // A job that never runs has a timer, too, which would keep the process alive.
      for (const timer of planned) if (!this.timers.includes(timer)) timer.job.stop();
      throw error;
    }
    for (const timer of this.timers) if (!planned.includes(timer)) timer.job.stop();
    for (const { job } of planned) if (this.options.scheduled) job.resume();
    this.timers = planned;
  }

  private create(timer: Omit<Timer, 'job'>): Timer {
    const { function: name, name: trigger, cron } = timer;
    const run = (): void => {
      // The result of a timer is dropped; a failure is in the log of the function already. On the cloud a run does not
      // wait for the one before it either.
      this.fire(`${name}/${trigger}`).catch(() => undefined);
    };
    try {
      return { ...timer, job: cronJob(cron, run) };
    } catch (error) {
      const reason = (error as Error).message;
      throw new OperatorError(`云函数 ${name} 的触发器 ${trigger} 的时间表“${cron}”不对，应为 7 段（${reason}）`);
    }
  }
}

const identityOf = ({ function: name, name: trigger, cron, message }: Omit<Timer, 'job'>): string =>
  JSON.stringify([name, trigger, cron, message]);

/** A name that is not valid percent-encoding is no timer's name; it is looked up as it came. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
