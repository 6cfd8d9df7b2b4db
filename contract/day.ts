import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** Shanghai has had no daylight saving since 1991, so a fixed offset is exact; the time zone plugin is wrong on Android WeChat. */
const SHANGHAI_OFFSET_MINUTES = 480;

/** A Shanghai calendar day, `YYYYMMDD`. */
export type Day = string;
/** A Shanghai calendar month, `YYYYMM`. */
export type Month = string;

const shanghai = (instant: number) => dayjs.utc(instant).utcOffset(SHANGHAI_OFFSET_MINUTES);
const parse = (day: Day) => dayjs.utc(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}T00:00:00Z`);

/** The Shanghai day of an instant in epoch milliseconds. */
export const dayOf = (instant: number): Day => shanghai(instant).format('YYYYMMDD');

/** The month a day lies in. */
export const monthOf = (day: Day): Month => day.slice(0, 6);

/** True for a day that exists in the calendar, such as 20240229 but not 20230229. */
export const isDay = (text: string): boolean => /^\d{8}$/.test(text) && parse(text).format('YYYYMMDD') === text;

/** The instant at which a day begins in Shanghai, in epoch milliseconds. */
export const startOfDay = (day: Day): number => parse(day).valueOf() - SHANGHAI_OFFSET_MINUTES * 60_000;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => parse(to).diff(parse(from), 'day');

/** The day `count` days later (earlier when negative). */
export const addDays = (day: Day, count: number): Day => parse(day).add(count, 'day').format('YYYYMMDD');

/** Every day of a month, in order. */
export function daysOfMonth(month: Month): Day[] {
  const first = parse(`${month}01`);
  return Array.from({ length: first.daysInMonth() }, (_, index) => first.add(index, 'day').format('YYYYMMDD'));
}

/** The month `count` months later (earlier when negative). */
export const addMonths = (month: Month, count: number): Month =>
  parse(`${month}01`).add(count, 'month').format('YYYYMM');

/** Weekday of a day, 0 = Monday … 6 = Sunday, as Chinese calendars begin. */
export const weekdayOf = (day: Day): number => (parse(day).day() + 6) % 7;

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** `11月3日 周二` */
export const dayLabel = (day: Day): string =>
  `${Number(day.slice(4, 6))}月${Number(day.slice(6, 8))}日 ${weekdays[weekdayOf(day)]}`;

/** `11月3日 19:30`, in Shanghai. */
export const instantLabel = (instant: number): string => shanghai(instant).format('M月D日 HH:mm');

/** `2026-11-03` and `19:30` in Shanghai, for form controls. */
export const formDate = (instant: number): string => shanghai(instant).format('YYYY-MM-DD');
export const formTime = (instant: number): string => shanghai(instant).format('HH:mm');

/** The instant of a form's date (`YYYY-MM-DD`) and time (`HH:mm`) in Shanghai; NaN when it does not exist. */
export function instantOfForm(date: string, time: string): number {
  const day = date.replace(/-/g, '');
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!isDay(day) || !match) return Number.NaN;
  return startOfDay(day) + Number(match[1]) * 3_600_000 + Number(match[2]) * 60_000;
}
