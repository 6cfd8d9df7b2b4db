import fc from 'fast-check';
import {
  answerableOrgs,
  answeringOrg,
  mayCorrect,
  mergeTrusted,
} from '../../../cloudfunctions/domains/book/rules/correction';
import { bookDocument, type BookFacts } from '../../../cloudfunctions/domains/book/rules/book';
import type { Viewer } from '../../../cloudfunctions/kernel/context';
import { person } from '../../support/domains';

const ISBN = '9787020002207';
const facts: BookFacts = { title: '红楼梦', author: '曹雪芹', publisher: null, isbn: ISBN };
const entered = (over: Partial<BookFacts> = {}) =>
  bookDocument({ ...facts, ...over }, 0, {
    kind: 'entered',
    memberId: 'secretary',
    orgPath: ['city', 'east', 'eastBranch'],
  });
const viewer = (orgId: string, grants: Viewer['grants']): Viewer => person('x', orgId, grants);

it('a book is corrected by the organisers of the org it was entered for and those above, and by nobody else', () => {
  const may = (book: ReturnType<typeof entered>, orgId: string, role: 'branchSecretary' | 'orgAdmin' | 'judge') =>
    mayCorrect(book, viewer(orgId, [{ role, orgId }]));
  const book = entered();
  expect([
    may(book, 'eastBranch', 'branchSecretary'),
    may(book, 'east', 'orgAdmin'),
    may(book, 'city', 'orgAdmin'),
  ]).toEqual([true, true, true]);
  expect([may(book, 'westBranch', 'branchSecretary'), may(book, 'eastBranch', 'judge')]).toEqual([false, false]);
  const listed = bookDocument(facts, 0);
  expect(answerableOrgs(listed, viewer('eastBranch', []))).toEqual(['city']);
  expect(answeringOrg(listed)).toBeUndefined();
  expect([may(listed, 'eastBranch', 'branchSecretary'), may(listed, 'city', 'orgAdmin')]).toEqual([false, true]);
  expect(
    mayCorrect(
      bookDocument(facts, 0, { kind: 'own', memberId: 'x' }),
      viewer('city', [{ role: 'cityAdmin', orgId: 'city' }]),
    ),
  ).toBe(false);
});

describe('a trusted list', () => {
  it('has the last word: whoever entered a book cannot change back what a list has confirmed or corrected', () => {
    for (const title of [facts.title, '假的书名']) {
      const book = entered({ title });
      const merge = mergeTrusted(book, facts);
      const { state = book.state } = merge.kind === 'changed' ? (merge.change.set as Partial<typeof book>) : {};
      const by = (orgId: string) => mayCorrect({ ...book, state }, viewer(orgId, [{ role: 'orgAdmin', orgId }]));
      expect(['eastBranch', 'east', 'city'].map(by)).toEqual([false, false, true]);
    }
  });

  it('corrects what a secretary entered, and says what it changed', () => {
    const merge = mergeTrusted(entered({ title: '假的书名', publisher: '某社' }), { ...facts, tone: 'plum' });
    expect(merge).toMatchObject({
      kind: 'changed',
      differences: [{ name: '书名', was: '假的书名', is: '红楼梦' }],
      change: {
        set: {
          title: '红楼梦',
          publisher: '某社',
          state: 'trusted',
          copies: 'stale',
          tone: 'plum',
          sortTitle: '红楼梦',
        },
      },
    });
  });

  it('confirms what it has the same, in silence', () => {
    expect(mergeTrusted(entered(), facts)).toEqual({
      kind: 'changed',
      change: { set: { state: 'trusted' } },
      differences: [],
    });
    expect(mergeTrusted(bookDocument(facts, 0), facts)).toEqual({ kind: 'same' });
  });

  it('leaves what another list brought, and says how it differs', () => {
    const differences = [{ name: '出版社', was: null, is: '人民文学出版社' }];
    expect(mergeTrusted(bookDocument(facts, 0), { ...facts, publisher: '人民文学出版社' })).toEqual({
      kind: 'kept',
      differences,
    });
  });

  it('is done once: imported again it changes nothing', () => {
    const texts = fc.constantFrom('甲', '乙', '丙');
    const any = fc.record({
      title: texts,
      author: texts,
      publisher: fc.option(texts),
      isbn: fc.constantFrom(null, ISBN),
    });
    fc.assert(
      fc.property(any, any, fc.boolean(), (stored, list, known) => {
        // What is from before has no state.
        const book = known ? entered(stored) : { ...bookDocument(stored, 0), state: undefined };
        const merge = mergeTrusted(book, list);
        if (merge.kind !== 'changed') return;
        const after = { ...book, ...(merge.change.set as object) };
        expect(mergeTrusted(after, list)).toEqual({ kind: 'same' });
      }),
    );
  });
});
