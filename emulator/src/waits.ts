import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** Waits of one owner, which all end when it stops. */
export class Waits {
  private readonly ending = new AbortController();

  constructor() {
    // One listener for each caller that waits, however many there are.
    setMaxListeners(0, this.ending.signal);
  }

  /** True once they were ended. */
  get over(): boolean {
    return this.ending.signal.aborted;
  }

  /** Resolves after that time, or when all are ended. */
  async for(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }

  /** Ends those under way and, at once, all later ones. */
  end(): void {
    this.ending.abort();
  }
}
