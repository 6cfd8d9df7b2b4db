import { REASON_MAX } from '@contract/domains/recommendation/constants';
import type { RecommendationDetail } from '@contract/domains/recommendation/actions';
import {
  emptyWords,
  toCreation,
  toRevision,
  withQuestion,
  wordsErrors,
  wordsOf,
} from '@/features/recommendation/words';
import { signature, stateText } from '@/features/recommendation/states';

const now = 1_800_000_000_000;
const book = { id: 'b1', title: '万历十五年', author: '黄仁宇', publisher: null, isbn: null, tone: 'ink' as const };
const written: RecommendationDetail = {
  id: 'r1',
  book,
  reason: '从一年看懂一个王朝。',
  recommender: { name: '林书记', orgName: '团市委' },
  publishAt: now + 1000,
  state: 'scheduled',
  orgId: 'org1',
  questions: ['一', '二', '三'],
  pointer: '第一章',
  version: 4,
};
const words = wordsOf(written);

describe('words of a recommendation', () => {
  it('survive being opened for editing', () => {
    expect(words).toMatchObject({ reason: written.reason, questions: ['一', '二', '三'], when: 'later' });
    expect(wordsErrors(words, now)).toEqual({});
  });

  it('name everything that is missing at once, in the order of the screen', () => {
    expect(Object.keys(wordsErrors(emptyWords, now))).toEqual([
      'bookId',
      'reason',
      'questions.0',
      'questions.1',
      'questions.2',
      'pointer',
      'orgId',
    ]);
  });

  it('tell how much too long a text is', () => {
    const long = { ...words, reason: '长'.repeat(REASON_MAX + 5) };
    expect(wordsErrors(long, now).reason).toBe(`荐语最多 ${REASON_MAX} 字，现在 ${REASON_MAX + 5} 字`);
  });

  it('want a time in the future only when one is to be set', () => {
    expect(wordsErrors({ ...words, publishAt: now }, now)).toHaveProperty('publishAt');
    expect(wordsErrors({ ...words, publishAt: null }, now)).toHaveProperty('publishAt');
    expect(wordsErrors({ ...words, when: 'now', publishAt: null }, now)).toEqual({});
    expect(wordsErrors({ ...words, publishAt: now + 400 * 86_400_000 }, now).publishAt).toContain('一年');
  });

  it('leave the time of a published one alone, and let a scheduled one keep the time that has just come', () => {
    const due = { ...words, publishAt: now };
    expect(wordsErrors(due, now, { state: 'published', publishAt: now - 5 })).toEqual({});
    expect(wordsErrors(due, now, { state: 'scheduled', publishAt: now })).toEqual({});
    expect(wordsErrors(due, now, { state: 'scheduled', publishAt: now + 5 })).toHaveProperty('publishAt');
  });

  it('change one question without touching the others', () => {
    expect(withQuestion(words, 1, '新').questions).toEqual(['一', '新', '三']);
  });
});

describe('what is sent', () => {
  it('publishes at once unless a time was chosen', () => {
    expect(toCreation({ ...words, when: 'now' })).toMatchObject({ bookId: 'b1', publishAt: null });
    expect(toCreation(words).publishAt).toBe(written.publishAt);
  });

  it('carries the version the writer saw, and a time only while it is not published', () => {
    expect(toRevision(words, written)).toMatchObject({ id: 'r1', version: 4, publishAt: written.publishAt });
    expect(toRevision(words, { ...written, state: 'published' })).not.toHaveProperty('publishAt');
  });
});

describe('how a recommendation is shown', () => {
  it('names its state with the time', () => {
    expect(stateText({ state: 'withdrawn', publishAt: now })).toBe('已撤回');
    expect(stateText({ state: 'scheduled', publishAt: now })).toMatch(/^定时 \d+月\d+日 \d\d:\d\d$/);
    expect(stateText({ state: 'published', publishAt: now })).toMatch(/^已发布 /);
  });

  it('is signed by organisation and person', () => {
    expect(signature(written.recommender)).toBe('团市委 林书记');
  });
});
