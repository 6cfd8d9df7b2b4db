import { DAY_MS, HOUR_MS } from '@contract/durations';
import { dayOf, daysBetween, formDate, formTime, instantOfForm } from '@contract/day';
import type { Times } from '@contract/times';
import { instantOfDate, USUAL_TIME } from '@/shared/ui/DateTimeField/suggest';

const MINUTE_MS = 60_000;
/** Shorter than this before it closes, nobody could sign up; and a form takes a while to fill in. */
const ROOM_MS = HOUR_MS;
/** For the clock alone; every day of Shanghai's has 24 hours. */
const ANY_DATE = '2026-01-01';

/** What the times of an event are when nobody says otherwise, apart from its day. */
export interface Usual {
  /** When it begins, `HH:mm`. */
  time: string;
  minutes: number;
  /** When sign-up closes: so many days before, at a time. */
  closesDays: number;
  closesTime: string;
}

/** An evening of two hours; closed the evening before at seven. */
export const usualTimes: Usual = { time: USUAL_TIME, minutes: 120, closesDays: 1, closesTime: '19:00' };

/** The same of an event that was held, for the next one. */
export const usualOf = ({ startsAt, endsAt, deadline }: Times): Usual => ({
  time: formTime(startsAt),
  minutes: Math.max(1, Math.round((endsAt - startsAt) / MINUTE_MS)),
  closesDays: daysBetween(dayOf(deadline), dayOf(startsAt)),
  closesTime: formTime(deadline),
});

/** The times as the organiser chose them; null where nothing was chosen. */
interface Chosen {
  startsAt: number | null;
  endsAt: number | null;
  deadline: number | null;
  usual: Usual;
}

/** The form's date of the day so many days before an instant's. */
const dateBefore = (instant: number, days: number): string => formDate(instant - days * DAY_MS);

/** As usual; for an event too near for that, an hour before it, or when it begins. */
function suggestedDeadline(startsAt: number, { closesDays, closesTime }: Usual, now: number): number {
  const asUsual = instantOfForm(dateBefore(startsAt, closesDays), closesTime);
  const hourBefore = startsAt - HOUR_MS;
  const fits = (time: number) => time >= now + ROOM_MS && time <= startsAt;
  return [asUsual, hourBefore].find(fits) ?? startsAt;
}

/**
 * The times as they would be sent: what was not chosen is suggested by the start, an end and a deadline as usual that
 * can still be met. Null before there is a day.
 */
export function timesOf({ startsAt, endsAt, deadline, usual }: Chosen, now: number): Times | null {
  if (startsAt === null) return null;
  return {
    startsAt,
    endsAt: endsAt ?? startsAt + usual.minutes * MINUTE_MS,
    deadline: deadline ?? suggestedDeadline(startsAt, usual, now),
  };
}

/**
 * Moves the start. A chosen end moves with it, as in any calendar; a chosen deadline stays unless it would come after
 * the start.
 */
export function withStart<T extends Chosen>(plan: T, startsAt: number): T {
  const { endsAt, deadline } = plan;
  const moved = plan.startsAt === null ? 0 : startsAt - plan.startsAt;
  const end = endsAt === null || endsAt + moved <= startsAt ? null : endsAt + moved;
  return { ...plan, startsAt, endsAt: end, deadline: deadline !== null && deadline <= startsAt ? deadline : null };
}

/** Chooses the day (`YYYY-MM-DD`); the time stays what it is. */
export function withDate<T extends Chosen>(plan: T, date: string, now: number): T {
  const { startsAt, usual } = plan;
  const kept = startsAt === null ? Number.NaN : instantOfForm(date, formTime(startsAt));
  return withStart(plan, kept > now ? kept : instantOfDate(date, now, usual.time));
}

/** Chooses when it begins (`HH:mm`), of a day chosen already or still to choose. */
export function withTime<T extends Chosen>(plan: T, time: string): T {
  const next = { ...plan, usual: { ...plan.usual, time } };
  return plan.startsAt === null ? next : withStart(next, instantOfForm(formDate(plan.startsAt), time));
}

/** Chooses when it ends (`HH:mm`) before there is a day: past midnight where that is not after the beginning. */
export function withEndTime<T extends Chosen>(plan: T, time: string): T {
  const from = instantOfForm(ANY_DATE, plan.usual.time);
  const to = instantOfForm(ANY_DATE, time);
  const minutes = (to - from) / MINUTE_MS;
  return { ...plan, usual: { ...plan.usual, minutes: minutes > 0 ? minutes : minutes + 24 * 60 } };
}

/** `19:00` and `21:00`, of the day chosen or still to choose. */
export function clockOf({ startsAt, endsAt, usual }: Chosen): { from: string; to: string } {
  const start = startsAt ?? instantOfForm(ANY_DATE, usual.time);
  return { from: formTime(start), to: formTime(endsAt ?? start + usual.minutes * MINUTE_MS) };
}
