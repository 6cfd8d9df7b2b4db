import { wordsFields } from '@contract/domains/recommendation/fields';
import type { BookRef } from '@contract/shared/book';
import type { RecommendationDetail } from '@contract/domains/recommendation/actions';
import type { ActionInput } from '@contract/registry';
import { cleanText, readText, type TextRule } from '@contract/text';
import { scheduleError } from '@contract/times';

/** What the secretary has written so far. */
export interface Words {
  orgId: string;
  orgName: string;
  book: BookRef | null;
  reason: string;
  questions: readonly [string, string, string];
  pointer: string;
  when: 'now' | 'later';
  publishAt: number | null;
}

export const emptyWords: Words = {
  orgId: '',
  orgName: '',
  book: null,
  reason: '',
  questions: ['', '', ''],
  pointer: '',
  when: 'now',
  publishAt: null,
};

export const wordsOf = (written: RecommendationDetail): Words => ({
  orgId: written.orgId,
  orgName: written.recommender.orgName,
  book: written.book,
  reason: written.reason,
  questions: [written.questions[0] ?? '', written.questions[1] ?? '', written.questions[2] ?? ''],
  pointer: written.pointer,
  when: written.state === 'scheduled' ? 'later' : 'now',
  publishAt: written.state === 'scheduled' ? written.publishAt : null,
});

/** Replaces one of the three guide questions (导读问题). */
export function withQuestion(words: Words, index: number, question: string): Words {
  const [first, second, third] = words.questions.map((old, at) => (at === index ? question : old));
  return { ...words, questions: [first ?? '', second ?? '', third ?? ''] };
}

const problemOf = (typed: string, rule: TextRule, empty: string): string | undefined => {
  const { text, problem } = readText(typed, rule);
  return text === '' ? empty : problem;
};

/**
 * Messages by input path for what the server would refuse, in the order of the fields on screen. `base`: what is revised; published, it keeps its time, and
 * scheduled, it may keep the time it has although that has just come.
 */
export function wordsErrors(
  words: Words,
  now: number,
  base: Pick<RecommendationDetail, 'state' | 'publishAt'> | null = null,
): Record<string, string> {
  const found: Record<string, string | undefined> = {
    bookId: words.book ? undefined : '请先选一本书',
    reason: problemOf(words.reason, wordsFields.reason, '请写荐语'),
  };
  words.questions.forEach((question, index) => {
    found[`questions.${index}`] = problemOf(question, wordsFields.question, '请写满三个导读问题');
  });
  found.pointer = problemOf(words.pointer, wordsFields.pointer, '请写只有十分钟时先读哪里');
  if (!words.orgId) found.orgId = '请选择以哪个组织的名义推荐';
  const timed = base === null || base.state === 'scheduled';
  if (timed && words.when === 'later' && words.publishAt !== base?.publishAt) {
    found.publishAt = words.publishAt === null ? '请选择发布时间' : scheduleError(words.publishAt, now);
  }
  const errors: Record<string, string> = {};
  for (const [path, message] of Object.entries(found)) if (message) errors[path] = message;
  return errors;
}

const written = (words: Words) => ({
  reason: cleanText(words.reason, true),
  questions: words.questions.map((question) => cleanText(question, true)),
  pointer: cleanText(words.pointer, true),
});

/** A new recommendation. Call only when `wordsErrors` is empty. */
export const toCreation = (words: Words): Omit<ActionInput<'recommendation.create'>, 'commandId'> => ({
  ...written(words),
  orgId: words.orgId,
  bookId: words.book?.id ?? '',
  publishAt: words.when === 'later' ? words.publishAt : null,
});

/** A change to one. A published one keeps its time, so none is sent. */
export function toRevision(
  words: Words,
  base: Pick<RecommendationDetail, 'id' | 'version' | 'state'>,
): Omit<ActionInput<'recommendation.revise'>, 'commandId'> {
  const change = { ...written(words), id: base.id, version: base.version };
  return base.state === 'scheduled'
    ? { ...change, publishAt: words.when === 'later' ? words.publishAt : null }
    : change;
}
