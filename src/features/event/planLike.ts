import type { EventDetail } from '@contract/domains/event/actions';
import type { EventPlan } from './plan';
import { planOf } from './plan';

const digits = '零一二三四五六七八九';

/** 1 to 99 in characters. */
function inCharacters(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`;
  return `${ten}${ones === 0 && tens > 0 ? '' : digits.charAt(ones)}`;
}

const numbers = Array.from({ length: 99 }, (_, index) => inCharacters(index + 1));

/** A title that counts, such as 第三期, counts on: 第四期; any other stays. */
export function nextTitle(title: string): string {
  return title.replace(
    /第\s?(\d{1,3}|[一二三四五六七八九十]{1,3})\s?(?=[期场次讲季届回])/,
    (whole, counted: string) => {
      if (/^\d/.test(counted)) return whole.replace(counted, String(Number(counted) + 1));
      const next = numbers[numbers.indexOf(counted) + 1];
      return numbers.includes(counted) && next !== undefined ? whole.replace(counted, next) : whole;
    },
  );
}

/** A plan like an event that was held: everything but its day. */
export const planLike = (event: EventDetail): EventPlan => ({
  ...planOf(event),
  title: nextTitle(event.title),
  startsAt: null,
  endsAt: null,
  deadline: null,
});
