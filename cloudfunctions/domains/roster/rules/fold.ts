import { readText } from '../../../../contract/text';
import { nameField } from '../../../../contract/domains/me/fields';
import { ANSWER_MAX, type RosterQuestion } from '../../../../contract/domains/roster/constants';

/*
 * Names and answers as they are compared: what people type by accident in another way makes no difference. Characters of
 * rare names stay, also those of private fonts and signs that stand above or below a letter.
 */

const idle = /[^\p{L}\p{N}\p{M}\p{Co}]|\p{DI}/gu;

/** One width, one case, without spaces, points (·) and whatever is invisible. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(idle, '').normalize('NFC');

/** A name as it is compared; why not, where nobody can have it. */
export function foldName(raw: string): { name: string } | { problem: string } {
  const { text, problem } = readText(raw, nameField);
  if (problem !== undefined) return { problem };
  const name = fold(text);
  return name === '' ? { problem: '没有姓名' } : { name };
}

const CENTURY = 2000;

/** 24, 2024, 2024 年, 2024级: the same year. */
function yearIn(folded: string): string | undefined {
  const digits = /^(\d{2}|\d{4})[年级届]?$/.exec(folded)?.[1];
  if (digits === undefined) return undefined;
  return digits.length === 2 ? String(CENTURY + Number(digits)) : digits;
}

/** An answer as it is compared; empty where it is none to this question. */
export function foldAnswer(question: RosterQuestion, raw: string): string {
  // Far longer than an answer is not looked at closer.
  const folded = raw.length > 4 * ANSWER_MAX ? '' : fold(raw);
  if (question === 'entryYear') return yearIn(folded) ?? '';
  if (question === 'numberTail') return /^[a-z0-9]{4,}$/.test(folded) ? folded.slice(-4) : '';
  return [...folded].length > ANSWER_MAX ? '' : folded;
}
