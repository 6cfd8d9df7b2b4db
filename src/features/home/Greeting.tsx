import { Text } from '@tarojs/components';
import { dayLabel, formTime, type Day } from '@contract/day';
import './Greeting.scss';

const greetings: readonly [until: string, words: string][] = [
  ['05:00', '夜深了'],
  ['11:00', '早上好'],
  ['13:00', '中午好'],
  ['18:00', '下午好'],
  ['24:00', '晚上好'],
];

/** By the clock in Shanghai. */
export const greetingAt = (instant: number): string =>
  greetings.find(([until]) => formTime(instant) < until)?.[1] ?? '您好';

/** `11月23日 周一 · 小林，晚上好` */
export function Greeting({ day, name, now }: { day: Day; name: string; now: number }) {
  return <Text className="greeting">{`${dayLabel(day)} · ${name}，${greetingAt(now)}`}</Text>;
}
