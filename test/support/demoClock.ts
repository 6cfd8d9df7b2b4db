/*
 * What the clocks of the demo city show while its pages are tested and photographed, the server's and the phones' alike:
 * a working day at noon in the middle of a month. On the first of a month nobody has read yet, and at midnight a day ends
 * between two taps; both are tested where they are meant, not met by chance.
 */
const OPENING = Date.parse('2026-11-18T12:00:00+08:00');

/** Decided once for all processes of a run, which inherit it. */
const VARIABLE = 'SHUXIANG_DEMO_CLOCK_MS';

/** Milliseconds by which these clocks differ from this machine's; they go on from there as all clocks do. */
export const demoClockMs = (): number => Number((process.env[VARIABLE] ??= String(OPENING - Date.now())));

/** What these clocks show now, epoch milliseconds. */
export const demoNow = (): number => Date.now() + demoClockMs();

/** Runs in a page before anything else: its clock is so many milliseconds ahead. */
export function shiftClock(ms: number): void {
  const { now } = Date;
  globalThis.Date = new Proxy(Date, {
    construct: (real, given, made) =>
      Reflect.construct(real, given.length === 0 ? [now() + ms] : given, made) as object,
    get: (real, key, made) => (key === 'now' ? () => now() + ms : (Reflect.get(real, key, made) as unknown)),
  });
}
