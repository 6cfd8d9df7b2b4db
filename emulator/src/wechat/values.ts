import { length } from './params';

/** A date: y年m月d日, y年m月, m月d日, or with one of - / . between the numbers. */
const DATE =
  /^(?:(?:\d{4}年)?(\d{1,2})月(?:(\d{1,2})日)?|\d{4}([-/.])(\d{1,2})(?:\3(\d{1,2}))?|(\d{1,2})[-/.](\d{1,2}))$/;

/** HH:MM or HH:MM:SS. */
const TIME = /^([01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [, m1, d1, , m2, d2, m3, d3] = match;
  const month = Number(m1 ?? m2 ?? m3);
  const day = Number(d1 ?? d2 ?? d3 ?? 1);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** A moment or two of them with ~ between; each has a date, a time, or both, and what `needed` says. */
function isMoments(text: string, needed: 'date' | 'time'): boolean {
  const moments = text.split('~').map((part) => part.trim());
  return moments.length <= 2 && moments.every((part) => isMoment(part, needed));
}

function isMoment(text: string, needed: 'date' | 'time'): boolean {
  const [first = '', second, ...rest] = text.split(/\s+/);
  if (rest.length > 0) return false;
  if (second !== undefined) return isDate(first) && TIME.test(second);
  return needed === 'date' ? isDate(first) : TIME.test(first);
}

const upTo = (most: number, pattern: RegExp) => (text: string) => length(text) <= most && pattern.test(text);

/** What each type of field takes, from the table on the page of `subscribeMessage.send`. */
const RULES: Readonly<Record<string, (text: string) => boolean>> = {
  thing: upTo(20, /^./su),
  number: upTo(32, /^[+-]?\d+(?:\.\d+)?$/),
  letter: upTo(32, /^[A-Za-z]+$/),
  symbol: upTo(5, /^[^\p{L}\p{N}\s]+$/u),
  character_string: upTo(32, /^\P{Script=Han}+$/u),
  time: (text) => isMoments(text, 'time'),
  date: (text) => isMoments(text, 'date'),
  amount: upTo(40, /^\p{Sc}?\d{1,10}(?:\.\d+)?元?$/u),
  phone_number: upTo(17, /^[\d\p{P}\p{S}\s]+$/u),
  car_number: upTo(8, /^(?:\p{Script=Han}|[A-Za-z0-9])[A-Za-z0-9]*(?:\p{Script=Han}|[A-Za-z0-9])$/u),
  name: (text) => !/\p{N}/u.test(text) && length(text) <= (/\p{Script=Han}/u.test(text) ? 10 : 20),
  phrase: upTo(5, /^\p{Script=Han}+$/u),
  // Only WeChat knows the values a template's owner chose from.
  enum: upTo(20, /^./su),
  const: upTo(20, /^./su),
};

/** Whether a field named `key` (`thing1`, `time2`…) takes this text. A key of no known type takes none. */
export function fits(key: string, text: string): boolean {
  const type = /^([a-z_]+?)\d+$/.exec(key)?.[1];
  if (type === undefined || !Object.hasOwn(RULES, type)) return false;
  return !/\p{Cc}/u.test(text) && RULES[type]!(text);
}
