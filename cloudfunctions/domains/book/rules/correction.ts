import { isPermittedOn } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import type { Change } from '../../../kernel/port';
import type { BookDoc } from '../collections';
import { derivedFrom, entryOrgOf, EVERYBODY, type BookFacts } from './book';

/** Commands remembered per book. */
export const REMEMBERED = 20;

/**
 * The orgs whose organisers answer for a book of the catalogue: the org it was entered for and those above it; for one
 * that came from a list, or that a list has confirmed since, the root alone. The scope of a member begins with the root.
 */
export const answerableOrgs = (
  { entry, state }: Pick<BookDoc, 'entry' | 'state'>,
  { scope }: Pick<Viewer, 'scope'>,
): string[] => (state === 'trusted' ? undefined : entry?.orgPath) ?? scope.slice(0, 1);

/** The org whose organisers answer for a book of the catalogue, with those above it; `undefined` for the root alone. */
export const answeringOrg = (book: Pick<BookDoc, 'entry' | 'state'>): string | undefined =>
  book.state === 'trusted' ? undefined : entryOrgOf(book);

export const mayCorrect = (book: Pick<BookDoc, 'audience' | 'entry' | 'state'>, viewer: Viewer): boolean =>
  book.audience === EVERYBODY && isPermittedOn(viewer, 'book:catalogue', answerableOrgs(book, viewer));

/** The change that gives a book other facts, and has the copies of it renewed. */
export const withFacts = ({ title, author, publisher, isbn, tone }: BookFacts): Change<BookDoc> => ({
  set: {
    title,
    author,
    publisher,
    isbn,
    ...(tone === undefined ? {} : { tone }),
    ...derivedFrom({ title, author, publisher, isbn }),
    copies: 'stale',
  },
  inc: { version: 1 },
});

const names = { title: '书名', author: '作者', publisher: '出版社', isbn: 'ISBN' } as const;

/** One fact that a trusted list has otherwise than the catalogue. */
export interface Difference {
  name: (typeof names)[keyof typeof names];
  was: string | null;
  is: string;
}

export type Merge =
  | { kind: 'same' }
  /** The list wins: `change` is to be written, `differences` are to be told; empty where it only confirmed. */
  | { kind: 'changed'; change: Change<BookDoc>; differences: Difference[] }
  /** Both are trusted, so what stands first stays; `differences` are to be told. */
  | { kind: 'kept'; differences: Difference[] };

/**
 * What a trusted list does to a book that the catalogue has: it corrects what a secretary entered, and what was stored
 * before it was noted where a book came from. What the list leaves empty stays.
 */
export function mergeTrusted(book: BookDoc, facts: BookFacts): Merge {
  const differences = (Object.keys(names) as (keyof typeof names)[]).flatMap((field): Difference[] => {
    const is = facts[field];
    return is === null || is === book[field] ? [] : [{ name: names[field], was: book[field], is }];
  });
  if (book.state === 'trusted') return differences.length === 0 ? { kind: 'same' } : { kind: 'kept', differences };
  const { publisher, isbn } = book;
  if (differences.length === 0) return { kind: 'changed', change: { set: { state: 'trusted' } }, differences };
  const change = withFacts({
    ...facts,
    publisher: facts.publisher ?? publisher,
    isbn: facts.isbn ?? isbn,
  });
  return { kind: 'changed', change: { ...change, set: { ...change.set, state: 'trusted' } }, differences };
}
