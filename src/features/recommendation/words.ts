import type { BookRef } from '@contract/shared/book';
import { recommendationActions, type RecommendationDetail } from '@contract/domains/recommendation/actions';
import type { ActionInput } from '@contract/registry';
import { cleanText } from '@contract/text';
import { scheduleError } from '@contract/times';
import { problemsOf } from '@/shared/form/problems';

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

/** The fields as they stand on screen. */
const order = ['bookId', 'reason', 'questions', 'pointer', 'orgId', 'publishAt'];
const blank = {
  bookId: '请先选一本书',
  reason: '请写荐语',
  questions: '请写满三个导读问题',
  pointer: '请写只有十分钟时先读哪里',
  orgId: '请选择以哪个组织的名义推荐',
  publishAt: '请选择发布时间',
};

/**
 * Messages by input path for what the server would refuse, in the order of the fields on screen. `base`: what is revised;
 * published, it keeps its time, and scheduled, it may keep the time it has although that has just come.
 */
export function wordsErrors(
  words: Words,
  now: number,
  base: Pick<RecommendationDetail, 'state' | 'publishAt'> | null = null,
): Record<string, string> {
  const timed = words.when === 'later' && (base === null || base.state === 'scheduled');
  const input = { ...toCreation(words), publishAt: timed ? (words.publishAt ?? Number.NaN) : null };
  const errors = problemsOf(recommendationActions['recommendation.create'].input, input, { order, blank });
  const { publishAt } = words;
  const late = timed && publishAt !== null && publishAt !== base?.publishAt ? scheduleError(publishAt, now) : undefined;
  return late === undefined ? errors : { ...errors, publishAt: late };
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
