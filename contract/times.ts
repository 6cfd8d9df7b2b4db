import type { FieldError } from './errors';

/*
 * Which times can be. The client says so before sending and the server decides again, by the same functions, so that a
 * refusal names the field that is wrong.
 */

/** When an event begins and ends, and until when people may sign up, epoch milliseconds. */
export interface Times {
  startsAt: number;
  endsAt: number;
  deadline: number;
}

/**
 * What is wrong with an event's times: deadline ≤ start < end, and both deadline and start still to come. Of an event
 * that is there already (`before`), a time that stays the same may have passed, so that a room can be corrected on the
 * day itself.
 */
export function timeErrors({ startsAt, endsAt, deadline }: Times, now: number, before?: Times): FieldError[] {
  const past = (time: number, was: number | undefined) => time <= now && time !== was;
  const errors: FieldError[] = [];
  if (past(startsAt, before?.startsAt)) errors.push({ path: 'startsAt', message: '开始时间已经过去，请选晚一些的' });
  if (endsAt <= startsAt) errors.push({ path: 'endsAt', message: '结束须晚于开始' });
  if (deadline > startsAt) errors.push({ path: 'deadline', message: '截止不能晚于开始' });
  else if (past(deadline, before?.deadline)) {
    errors.push({ path: 'deadline', message: '截止时间已经过去，请选晚一些的' });
  }
  return errors;
}

/** Longest time ahead that a recommendation may be scheduled. */
const SCHEDULE_MAX_MS = 365 * 86_400_000;

/** What is wrong with a time chosen to publish at, or `undefined`. */
export function scheduleError(publishAt: number, now: number): string | undefined {
  if (publishAt <= now) return '定时发布的时间须在此刻之后';
  return publishAt > now + SCHEDULE_MAX_MS ? '最多提前一年定时' : undefined;
}
