import { refuse } from './refuse';

/** Attempts at one change: each that fails has lost to somebody else's, so this many in turn are not people. */
const ATTEMPTS = 5;

/**
 * Looks, decides and writes on the condition that what was seen still holds, again and again until it does. `attempt`
 * gives `undefined` where another change came in between; refuses with BUSY when one always does.
 */
export async function untilWritten<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    const written = await attempt();
    if (written !== undefined) return written;
  }
  refuse('BUSY');
}
