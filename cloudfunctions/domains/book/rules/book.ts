import { tones } from '../../../../contract/domains/book/constants';
import type { Tone } from '../../../../contract/domains/book/constants';
import { orgsWith } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import type { BookDoc } from '../collections';
import { catalogueId, privateId } from './identity';
import { searchTerms, sortTitleOf } from './terms';

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

/** Where a book comes from: a list that is trusted, a secretary for the catalogue, or a member for himself. */
export type Origin =
  { kind: 'trusted' } | { kind: 'entered'; memberId: string; orgPath: string[] } | { kind: 'own'; memberId: string };

/** The org for which somebody enters books into the catalogue; `undefined` for whom what he adds stays his own. */
export const entersFor = (viewer: Pick<Viewer, 'grants'>): string | undefined => orgsWith(viewer, 'book:catalogue')[0];

/** A cover's tone, the same each time, spread evenly. */
const toneOf = (id: string): Tone => {
  const sum = [...id].reduce((total, character) => (total * 31 + character.charCodeAt(0)) % 65_521, 0);
  return tones[sum % tones.length] as Tone;
};

/** What of a document follows from the facts: written anew whenever they change. */
export const derivedFrom = (facts: BookFacts) => ({ terms: searchTerms(facts), sortTitle: sortTitleOf(facts.title) });

/** The org that a book was entered for; documents of before say it by its path alone. `undefined` for one from a list. */
export const entryOrgOf = ({ entry }: Pick<BookDoc, 'entry'>): string | undefined =>
  entry?.orgId ?? entry?.orgPath[entry.orgPath.length - 1];

const entryOf = ({ memberId, orgPath }: Extract<Origin, { kind: 'entered' }>): BookDoc['entry'] => ({
  memberId,
  orgId: orgPath.slice(-1).join(''),
  orgPath,
});

/** A book as it is stored. Used by imports and seeds as well, which are trusted. */
export function bookDocument(facts: BookFacts, addedAt: number, origin: Origin = { kind: 'trusted' }): BookDoc {
  const own = origin.kind === 'own';
  const id = own ? privateId(facts, origin.memberId) : catalogueId(facts);
  const { title, author, publisher, isbn, tone = toneOf(id) } = facts;
  return {
    _id: id,
    title,
    author,
    publisher,
    isbn,
    tone,
    ...derivedFrom(facts),
    audience: own ? origin.memberId : EVERYBODY,
    addedAt,
    ...(own ? {} : { state: origin.kind }),
    ...(origin.kind === 'entered' ? { entry: entryOf(origin) } : {}),
  };
}

/** The book, unless there is none or it is somebody else's own. */
export const visibleBook = (book: BookDoc | undefined, memberId: string): BookDoc | undefined =>
  book?.audience === EVERYBODY || book?.audience === memberId ? book : undefined;
