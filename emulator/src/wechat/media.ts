import type { InvocationOutcome } from '../functions/types';
import { WireError, type Json } from '../service';
import type { Records, Stored } from './records';
import type { Verdict } from './types';

/** A check that was asked for and whose verdict was not pushed. */
export interface MediaCheck {
  openid: string;
  url: string;
  kind: 'audio' | 'image';
  scene: number;
  /** Epoch milliseconds; absent for by hand only. */
  due?: number;
  problem?: string;
}

/** A verdict, or that the file could not be fetched. */
export type MediaVerdict = Verdict | 'unreachable';

export interface MediaOptions {
  records: Records;
  now: () => number;
  /** Sends the event to the function that receives it. Rejects with WireError. */
  deliver: (event: Json, verdict: MediaVerdict) => Promise<InvocationOutcome>;
  eventOf: (traceId: string, check: MediaCheck, verdict: MediaVerdict) => Json;
  /** The verdict that is due by itself; `undefined` while moderation does not answer. */
  automatic: (check: MediaCheck) => Verdict | undefined;
  /** Whether a function receives verdicts; without one nothing is pushed by itself. */
  canDeliver: () => boolean;
}

/** How soon a verdict that could not come by itself is tried again. */
const RETRY_MS = 3000;

/** Verdicts that are to come later, as on the cloud; kept over restarts until a function took them. */
export class MediaQueue {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly underWay = new Map<string, Promise<InvocationOutcome>>();
  private hushed = false;

  constructor(private readonly options: MediaOptions) {}

  /** Goes on with what an earlier run left. */
  start(): void {
    for (const { id, value } of this.pending()) this.arm(id, value);
  }

  /** Pushes nothing more by itself. */
  hush(): void {
    this.hushed = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** Resolves when nothing is being pushed. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.underWay.values());
  }

  /** Newest first. */
  pending(): Stored<MediaCheck>[] {
    return this.options.records.list<MediaCheck>('media');
  }

  add(traceId: string, check: MediaCheck): void {
    this.options.records.put('media', traceId, this.options.now(), check);
    this.arm(traceId, check);
  }

  /**
   * Pushes a verdict now. It stays pending when the function fails. Rejects with WireError: MEDIA_NOT_FOUND,
   * MEDIA_UNDER_WAY, PUSH_NOT_CONFIGURED, or what the function failed with.
   */
  push(traceId: string, verdict: MediaVerdict): Promise<InvocationOutcome> {
    const found = this.options.records.get<MediaCheck>('media', traceId);
    if (!found) return Promise.reject(new WireError('MEDIA_NOT_FOUND', '没有这次检测，可能已推送过'));
    if (this.underWay.has(traceId)) return Promise.reject(new WireError('MEDIA_UNDER_WAY', '这个结果正在推送'));
    const pushing = this.send(found, verdict).finally(() => this.underWay.delete(traceId));
    this.underWay.set(traceId, pushing);
    return pushing;
  }

  private async send({ id, at, value }: Stored<MediaCheck>, verdict: MediaVerdict): Promise<InvocationOutcome> {
    const { records, deliver, eventOf } = this.options;
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    try {
      const outcome = await deliver(eventOf(id, value, verdict), verdict);
      records.remove('media', id);
      return outcome;
    } catch (error) {
      const problem = error instanceof WireError ? `${error.code} ${error.message}` : 'SYS_ERR';
      // By hand from now on: an event that was half handled must not come again behind a tester's back.
      records.put('media', id, at, { ...value, due: undefined, problem });
      throw error;
    }
  }

  private arm(traceId: string, { due }: MediaCheck): void {
    if (due !== undefined) this.wait(traceId, Math.max(0, due - this.options.now()));
  }

  private wait(traceId: string, ms: number): void {
    if (this.hushed) return;
    const timer = setTimeout(() => this.ripe(traceId), ms);
    this.timers.set(traceId, timer);
  }

  private ripe(traceId: string): void {
    const { records, automatic, canDeliver } = this.options;
    const check = records.get<MediaCheck>('media', traceId)?.value;
    if (!check) return;
    const verdict = automatic(check);
    if (verdict === undefined || !canDeliver()) return this.wait(traceId, RETRY_MS);
    // A failure is with the check, for the console, and in the log.
    this.push(traceId, verdict).catch(() => undefined);
  }
}
