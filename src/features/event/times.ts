import { dayOf, startOfDay } from '@contract/day';
import type { Times } from '@contract/times';

const HOUR_MS = 3_600_000;
/** Shorter than this before it closes, nobody could sign up; and a form takes a while to fill in. */
const ROOM_MS = HOUR_MS;

/** The times as the organiser chose them; null where nothing was chosen. */
interface Chosen {
  startsAt: number | null;
  endsAt: number | null;
  deadline: number | null;
}

/** The evening before at seven; for an event too near for that, an hour before it, or when it begins. */
function suggestedDeadline(startsAt: number, now: number): number {
  const eveBefore = startOfDay(dayOf(startsAt)) - 5 * HOUR_MS;
  const hourBefore = startsAt - HOUR_MS;
  return [eveBefore, hourBefore].find((time) => time >= now + ROOM_MS) ?? startsAt;
}

/**
 * The times as they would be sent: what was not chosen is suggested by the start, an end two hours later and a deadline
 * that can still be met. Null before there is a start.
 */
export function timesOf({ startsAt, endsAt, deadline }: Chosen, now: number): Times | null {
  if (startsAt === null) return null;
  return {
    startsAt,
    endsAt: endsAt ?? startsAt + 2 * HOUR_MS,
    deadline: deadline ?? suggestedDeadline(startsAt, now),
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
