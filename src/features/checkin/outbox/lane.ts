import type { CheckIn } from '@contract/domains/checkin/actions';
import { dayOf, type Day } from '@contract/day';
import type { ServerClock } from '@/shared/call/clock';
import { defineLane } from '@/shared/outbox/queued';
import { isSubmit, isUnsettled, type Entry } from './entry';
import { momentBefore, settledMoment } from './moment';

/** The server has said which day a tap fell on: what refers to the same tap follows. */
function follow(waiting: readonly Entry[], done: Entry, day: Day): Entry[] {
  const tap = isSubmit(done) && done.tappedAt !== null ? { ...done, tappedAt: done.tappedAt } : null;
  const at = tap ? (tap.at ?? momentBefore(tap)) : undefined;
  return waiting.map((entry): Entry => {
    if (entry.action === 'checkin.remove') return entry.of === done.id ? { ...entry, day, of: null } : entry;
    if (entry.action === 'checkin.undo') return entry.of === done.id ? { ...entry, day } : entry;
    return tap && entry.tappedAt === tap.tappedAt ? { ...entry, day, ...(at === undefined ? {} : { at }) } : entry;
  });
}

/** The first reply after a tap settles its moment, and with it the day of what refers to it. */
function learn(waiting: readonly Entry[], clock: ServerClock, all: boolean): readonly Entry[] {
  const days = new Map<string, Day>();
  const settled = waiting.map((entry): Entry => {
    if (!isUnsettled(entry)) return entry;
    if (!all && !(entry.clock && clock.since > entry.clock.since)) return entry;
    const at = settledMoment(entry, clock);
    days.set(entry.id, dayOf(at));
    return { ...entry, at, day: dayOf(at) };
  });
  const referring = (entry: Entry): Entry => {
    const day = isSubmit(entry) || entry.of === null ? undefined : days.get(entry.of);
    return day === undefined ? entry : { ...entry, day };
  };
  return days.size === 0 ? waiting : settled.map(referring);
}

/** A check-in is about a moment, which the server's clock decides (docs/adr/0012). */
export const checkinLane = defineLane<Entry>({
  name: 'checkin',
  follow: (waiting, done, reply) => follow(waiting, done, (reply as { checkIn: CheckIn }).checkIn.day),
  clock: {
    isUnsettled,
    needsClock: (entry) => isUnsettled(entry) && momentBefore(entry) === undefined,
    learn,
  },
});
