import { addDays, dayOf, startOfDay } from '../../contract/day';

/** Noon of today in Shanghai: for a clock with which no day ends while a test runs. */
export const noon = (): number => startOfDay(dayOf(Date.now())) + 12 * 3_600_000;

/** Shorter than this before midnight, a test that does something and looks for it today might not find it. */
const MARGIN_MS = 120_000;

/** What `pastMidnight` may take, for the hook that calls it. */
export const PAST_MIDNIGHT_MS = MARGIN_MS + 30_000;

/** Waits until midnight in Shanghai is over where it is near; for tests of what runs on the real clock. */
export async function pastMidnight(): Promise<void> {
  const left = startOfDay(addDays(dayOf(Date.now()), 1)) - Date.now();
  if (left < MARGIN_MS) await new Promise((done) => setTimeout(done, left + 1000));
}
