import { tones } from '../../../contract/constants';
import type { Tone } from '../../../contract/constants';
import { toIsbn13 } from '../../../contract/isbn';
import { organiserRoles } from '../../../contract/roles';
import type { Viewer } from '../../kernel/context';
import { deriveId } from '../../kernel/ids';
import type { BookDoc } from '../../documents';
import { searchTerms, plain } from './terms';

/** Audience of the catalogue's books; a private book has its reader's member id instead. */
export const EVERYBODY = 'all';

/** Facts of a book as somebody types them or a list has them; `isbn` is 13 digits that were checked. */
export interface BookFacts {
  title: string;
  author: string;
  publisher: string | null;
  isbn: string | null;
  /** By category where the source has one, else by chance. */
  tone?: Tone | undefined;
}

/** Secretaries and administrators keep the catalogue; what others add stays their own. */
export const keepsCatalogue = ({ grants }: Pick<Viewer, 'grants'>): boolean =>
  grants.some(({ role }) => organiserRoles.some((organiser) => organiser === role));

/** ISBN-13, null where nothing was typed, `undefined` when a check digit is wrong. */
export const isbnOf = (typed: string | undefined): string | null | undefined => (typed ? toIsbn13(typed) : null);

/** What makes two entries one book: the ISBN where there is one, since editions differ; else title and author. */
const identity = ({ isbn, title, author }: BookFacts): string[] =>
  // A title of nothing but signs, such as 《？》, is told apart by them.
  isbn === null ? ['title', plain(title) || title, plain(author) || author] : ['isbn', isbn];

/** Id of a book in the catalogue: the same book entered twice is one. */
export const catalogueId = (facts: BookFacts): string => deriveId('b', ...identity(facts));

/** Id of a book that a member added for himself: no other member's, and not the catalogue's. */
export const privateId = (facts: BookFacts, memberId: string): string =>
  deriveId('b', 'private', memberId, ...identity(facts));

/** A cover's tone, the same each time, spread evenly. */
const toneOf = (id: string): Tone => {
  const sum = [...id].reduce((total, character) => (total * 31 + character.charCodeAt(0)) % 65_521, 0);
  return tones[sum % tones.length] as Tone;
};

/** A book as it is stored; for the catalogue, unless `memberId` says whose it is. Used by imports and seeds as well. */
export function bookDocument(facts: BookFacts, addedAt: number, memberId?: string): BookDoc {
  const id = memberId === undefined ? catalogueId(facts) : privateId(facts, memberId);
  const { title, author, publisher, isbn, tone = toneOf(id) } = facts;
  return {
    _id: id,
    title,
    author,
    publisher,
    isbn,
    tone,
    terms: searchTerms(facts),
    audience: memberId ?? EVERYBODY,
    addedAt,
  };
}

/** The book, unless there is none or it is somebody else's own. */
export const visibleBook = (book: BookDoc | undefined, memberId: string): BookDoc | undefined =>
  book?.audience === EVERYBODY || book?.audience === memberId ? book : undefined;
