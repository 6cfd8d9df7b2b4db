import { dayLabel, dayOf, formTime, instantLabel } from '@contract/day';

/** `11月28日 周六 19:00–20:30`, or both days when the event runs over midnight. */
export function whenText(startsAt: number, endsAt: number): string {
  const start = `${dayLabel(dayOf(startsAt))} ${formTime(startsAt)}`;
  return dayOf(startsAt) === dayOf(endsAt)
    ? `${start}–${formTime(endsAt)}`
    : `${start} 至 ${dayLabel(dayOf(endsAt))} ${formTime(endsAt)}`;
}

/** The parts of a ticket's large date. */
export function ticketDate(startsAt: number): { month: string; day: string; weekday: string; time: string } {
  const day = dayOf(startsAt);
  return {
    month: `${Number(day.slice(4, 6))}月`,
    day: String(Number(day.slice(6, 8))),
    weekday: dayLabel(day).split(' ')[1] ?? '',
    time: formTime(startsAt),
  };
}

/** `11月25日 18:00 截止`. A date, not a countdown. */
export const deadlineText = (deadline: number): string => `${instantLabel(deadline)} 截止`;
