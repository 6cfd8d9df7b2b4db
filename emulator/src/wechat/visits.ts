import type { Records } from './records';

/** A user must have used the mini-program this lately for a text of his to be checked. */
const RECENT_MS = 2 * 60 * 60 * 1000;

/** A visit is written down at most this often for each user: every call of a client is one. */
const WRITE_EVERY_MS = 60_000;

/** When each user last called through the gateway; kept over restarts. */
export class Visits {
  private readonly last = new Map<string, number>();
  private readonly written = new Map<string, number>();

  constructor(
    private readonly records: Records,
    private readonly now: () => number,
  ) {
    for (const { id, at } of records.list('visit')) this.last.set(id, at);
  }

  note(openid: string): void {
    const now = this.now();
    this.last.set(openid, now);
    if (Math.abs(now - (this.written.get(openid) ?? -Infinity)) < WRITE_EVERY_MS) return;
    this.written.set(openid, now);
    this.records.put('visit', openid, now, {});
  }

  isRecent(openid: string): boolean {
    const at = this.last.get(openid);
    return at !== undefined && this.now() - at <= RECENT_MS;
  }

  /** As if the user had not been here. */
  forget(openid: string): void {
    this.last.delete(openid);
    this.written.delete(openid);
    this.records.remove('visit', openid);
  }
}
