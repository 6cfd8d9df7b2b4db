import { requestFailed } from '../../errors';
/** Time zones: offsets such as `+08:00`, `+0530` and `-05`, and names of the Olson database. */

const MINUTE_MS = 60_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds to add to UTC for local time at the moment `time` (ms). Throws for an unknown zone. */
export function offsetAt(zone: unknown, time: number): number {
  if (typeof zone !== 'string') throw requestFailed('timezone must evaluate to a string');
  const match = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone);
  if (match) return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * MINUTE_MS;
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const fields: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(time)) fields[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

/** The moment (ms) whose local time in the zone is `local`, read as if it were UTC. */
export function fromLocal(local: number, zone: unknown): number {
  if (zone === undefined) return local;
  // The offset depends on the moment: a second look settles it next to a change of clocks.
  const guess = local - offsetAt(zone, local);
  return local - offsetAt(zone, guess);
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    try {
      formatter = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw requestFailed(`unrecognized time zone identifier: "${zone}"`);
    }
    formatters.set(zone, formatter);
  }
  return formatter;
}
