import type { FormField } from '@contract/shared/participation';
import type { FieldError } from '@contract/errors';
import { signUpFields } from '@contract/shared/participation/fields';
import { cleanText, readText } from '@contract/text';
import { own } from '@/shared/own';

/** Answers of one form by field id. */
export type Answers = Record<string, string>;
/** Earlier answers by question, newest last (rule R8: never ask again for what is known). */
export type Remembered = Record<string, string>;

/** Questions kept; the oldest go first. */
export const REMEMBERED_MAX = 40;

/** 「手机号：」 and 「手机号」 are one question. */
const questionOf = (label: string): string => label.replace(/[\s:：?？*]+$/, '').trim();

const answerTo = ({ id }: FormField, answers: Answers): string => cleanText(own(answers, id) ?? '');

/** Fills a form from earlier answers; a remembered choice only where it is still offered. */
export function prefill(form: readonly FormField[], remembered: Remembered): Answers {
  const answers: Answers = {};
  for (const field of form) {
    const known: unknown = own(remembered, questionOf(field.label));
    // Anything but a text was left by another version of the app.
    if (typeof known !== 'string') continue;
    if (field.kind === 'text' || field.options.includes(known)) answers[field.id] = known;
  }
  return answers;
}

/** Adds a form's answers to what is remembered; an answer left empty forgets nothing. */
export function remember(old: Remembered, form: readonly FormField[], answers: Answers): Remembered {
  const merged = new Map(Object.entries(old));
  for (const field of form) {
    const value = answerTo(field, answers);
    if (!value) continue;
    const question = questionOf(field.label);
    merged.delete(question);
    merged.set(question, value);
  }
  return Object.fromEntries([...merged].slice(-REMEMBERED_MAX));
}

/** Messages by field id for what is required and still empty, and for what the server would refuse. */
export function answerErrors(form: readonly FormField[], answers: Answers): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const field of form) {
    const { text, problem } = readText(own(answers, field.id) ?? '', signUpFields.answer);
    if (problem !== undefined) errors[field.id] = problem;
    else if (field.required && !text) errors[field.id] = field.kind === 'choice' ? '请选一项' : '请填写';
  }
  return errors;
}

/** Answers as the sign-up call takes them; empty ones are left out. */
export const toAnswerList = (form: readonly FormField[], answers: Answers): { fieldId: string; value: string }[] =>
  form.flatMap((field) => {
    const value = answerTo(field, answers);
    return value ? [{ fieldId: field.id, value }] : [];
  });

/** What the server says of answers by their place in what was sent, by the question instead: `answers.<fieldId>`. */
export const placedAt = (
  fields: FieldError[] | undefined,
  sent: readonly { fieldId: string }[],
): FieldError[] | undefined =>
  fields?.map(({ path, message }) => {
    const [, place] = /^answers\.(\d+)/.exec(path) ?? [];
    const answer = place === undefined ? undefined : sent[Number(place)];
    return { path: answer ? `answers.${answer.fieldId}` : path, message };
  });
