import type { BookDoc } from '../../../cloudfunctions/domains/book/collections';
import { bookDocument } from '../../../cloudfunctions/domains/book/rules/book';
import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

const corrected = (orgId: string) => ({ title: `更正${orgId}`, author: '佚名' });
/** A book of the catalogue that the org's own secretary entered. */
const enteredBook = (orgPath: string[]): BookDoc => ({
  ...bookDocument({ title: `录入${orgPath.at(-1)}`, author: '佚名', publisher: null, isbn: null }, 1, {
    kind: 'entered',
    memberId: 'someone',
    orgPath,
  }),
  _id: `k-${orgPath.at(-1)}`,
});

const facts = { title: '乡土中国', author: '费孝通', publisher: null, isbn: null, tone: 'ink' } as const;

export const corner: Corner<'book'> = {
  kept: ['book.get'],
  inputs: {
    'book.search': () => ({ q: '乡土' }),
    'book.get': () => ({ bookId: 'k1' }),
    'book.preview': () => ({ bookId: 'k1' }),
    'book.correct': (orgId) => ({ commandId: newCommandId(), bookId: `k-${orgId}`, version: 0, ...corrected(orgId) }),
    'book.add': () => ({ commandId: newCommandId(), title: '边城', author: '沈从文' }),
  },
  async plant(db, paths) {
    await db.books.addAll(paths.map((path) => enteredBook([...path])));
    await db.books.add({ _id: 'k1', ...facts, terms: ['乡土'], audience: 'all', addedAt: 1 });
  },
};
