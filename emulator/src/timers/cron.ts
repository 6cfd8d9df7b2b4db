import { Cron } from 'croner';

/** The cloud reads schedules in Chinese time, which has no daylight saving. */
const UTC_OFFSET_MINUTES = 480;

/**
 * The cloud's schedules (cloud.tencent.com/document/product/583/9708): seven fields, second minute hour day month
 * weekday year, each with `, - * /`, day also `? L W`, weekday also `? L #`; 0 is Sunday. The library knows more
 * (nicknames, `+`, six fields), which the cloud would refuse.
 */
const MONTH = '(?:\\d+|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)';
const WEEKDAY = '(?:\\d|SUN|MON|TUE|WED|THU|FRI|SAT)';

/** A list of values, ranges and `*`, each with an optional step. */
const list = (value: string, special = '[]'): RegExp =>
  new RegExp(`^(?:${item(value, special)})(?:,(?:${item(value, special)}))*$`, 'i');
const item = (value: string, special: string): string =>
  `(?:\\*|${value}(?:-${value})?)(?:/\\d+)?${special === '[]' ? '' : `|${special}`}`;

const FIELDS: readonly [name: string, form: RegExp][] = [
  ['秒', list('\\d+')],
  ['分钟', list('\\d+')],
  ['小时', list('\\d+')],
  ['日', list('\\d+', '\\?|L|LW|\\d+W')],
  ['月', list(MONTH)],
  ['星期', list(WEEKDAY, `\\?|${WEEKDAY}L|${WEEKDAY}#[1-5]`)],
  ['年', list('\\d{4}')],
];

/** What is wrong with a schedule, in Chinese; `undefined` when its form is the cloud's. Values are not checked. */
export function cronFault(cron: string): string | undefined {
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) return `现在是 ${fields.length} 段`;
  const wrong = FIELDS.findIndex(([, form], index) => !form.test(fields[index]!));
  return wrong < 0 ? undefined : `“${FIELDS[wrong]![0]}”一段不对：${fields[wrong]}`;
}

/**
 * The paused job of a schedule; it does not wait for a run that is under way. Throws Error, in Chinese or the library's
 * words, for a schedule that the cloud would refuse.
 */
export function cronJob(cron: string, run: () => void): Cron {
  const fault = cronFault(cron);
  if (fault !== undefined) throw new Error(fault);
  // `1/10` is the cloud's way to begin with the first; the library calls it sloppy.
  return new Cron(
    toCroner(cron),
    {
      mode: '7-part',
      utcOffset: UTC_OFFSET_MINUTES,
      paused: true,
      sloppyRanges: true,
    },
    run,
  );
}

/** The same schedule in the words of the library: it writes the last Friday `5#L`, the cloud `5L`. */
function toCroner(cron: string): string {
  return cron
    .trim()
    .split(/\s+/)
    .map((field, index) => (index === 5 ? field.replace(/^(\w+)L$/i, '$1#L') : field))
    .join(' ');
}
