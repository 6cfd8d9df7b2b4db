import { instantLabel } from '@contract/day';
import type { FormField } from '@contract/shared/participation';
import type { ActionOutput } from '@contract/registry';
import { foldWidth } from '@contract/text';

type Page = ActionOutput<'event.roster'>;
export type Person = Page['items'][number];

/** On one line: a line break or tab in an answer would look like another person or column. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a name or an answer has these words; everybody where none are sought. */
export const hasWords = ({ name, answers }: Person, sought: string): boolean => {
  const words = foldWidth(sought).toLowerCase().split(/\s+/).filter(Boolean);
  const known = foldWidth([name, ...answers.map(({ value }) => value)].join(' ')).toLowerCase();
  return words.every((word) => known.includes(word));
};

/** `有席位`, or the place on the waitlist. */
export const placeOf = ({ seated, order }: Person, capacity: number): string =>
  seated ? '有席位' : `候补 ${order - capacity}`;

/** Everybody once, in order: who cancels while the pages are fetched may have moved others onto two of them. */
export function everybodyOnce(people: readonly Person[]): Person[] {
  const seen = new Set<string>();
  return people.filter(({ at, name, answers }) => {
    const one = JSON.stringify([at, name, answers]);
    if (seen.has(one)) return false;
    seen.add(one);
    return true;
  });
}

/** A line for each: name, then the answers. */
export function linesOf(form: readonly FormField[], people: readonly Person[]): string[] {
  const labels = new Map(form.map(({ id, label }) => [id, label]));
  return people.map(({ name, answers }, index) => {
    const given = answers.map(({ fieldId, value }) => oneLine(`${labels.get(fieldId) ?? ''}：${value}`));
    return [`${index + 1}. ${oneLine(name)}`, ...given].join('；');
  });
}

/** A roster as plain text for a chat: a line for each person, those with a seat first, then the waitlist. */
export function rosterText(
  { title, form, capacity }: Pick<Page, 'title' | 'form' | 'capacity'>,
  people: readonly Person[],
  now: number,
): string {
  const lines = linesOf(form, people);
  const waiting = lines.slice(capacity);
  return [
    `${oneLine(title)} 报名名单`,
    `${instantLabel(now)}，${lines.length - waiting.length} / ${capacity} 席${waiting.length > 0 ? `，候补 ${waiting.length} 人` : ''}`,
    ...lines.slice(0, capacity),
    ...(waiting.length > 0 ? ['候补：', ...waiting] : []),
  ].join('\n');
}
