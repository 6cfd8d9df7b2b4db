import type { OpenCall } from './types';

const KEPT = 300;

/** The last calls of open interfaces, for the console; in memory only. */
export class Journal {
  private calls: OpenCall[] = [];

  add(call: OpenCall): void {
    this.calls.push(call);
    if (this.calls.length >= 2 * KEPT) this.calls = this.calls.slice(-KEPT);
  }

  /** Newest first. */
  list(limit = KEPT): OpenCall[] {
    return this.calls.slice(-Math.min(limit, KEPT)).reverse();
  }
}
