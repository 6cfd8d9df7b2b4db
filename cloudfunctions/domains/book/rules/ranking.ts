import type { BookDoc } from '../collections';
import type { Query } from '../../../kernel/port';
import { above, atLeast, below, between } from '../../../kernel/port';

/*
 * Search goes round the titles in their order, starting at the words that are looked for: the very title is the first,
 * titles that begin so follow it, then the rest, and at the end of the alphabet it goes on from the beginning. So the
 * nearest are on the first page, and two queries of one index fill any page.
 */

/** Where a page ended: `from` the start to the end of the alphabet, or `wrapped` from its beginning to the start. */
export interface Place {
  part: 'from' | 'wrapped';
  /** Empty for a document without one. */
  sortTitle: string;
  id: string;
}

type Part = Pick<Place, 'part'> & { query: Query<BookDoc> };

const ties = ({ sortTitle, id }: Place) => [{ sortTitle: above(sortTitle) }, { _id: above(id) }];

function wrapped(start: string, place?: Place): Part {
  const part = 'wrapped';
  // Null sorts first, and stands for documents that have no sort title yet.
  if (place === undefined) return { part, query: { anyOf: [{ sortTitle: below(start) }, { sortTitle: null }] } };
  if (place.sortTitle === '') {
    return { part, query: { anyOf: [{ sortTitle: null, _id: above(place.id) }, { sortTitle: below(start) }] } };
  }
  // The bound takes in the start itself, which `belongsTo` leaves out again.
  return { part, query: { sortTitle: between(place.sortTitle, start), anyOf: ties(place) } };
}

/** The queries that give what follows a place, in this order; the second only once the first is at its end. */
export function partsAfter(start: string, place?: Place): Part[] {
  if (place?.part === 'wrapped') return [wrapped(start, place)];
  const query: Query<BookDoc> =
    place === undefined ? { sortTitle: atLeast(start) } : { sortTitle: atLeast(place.sortTitle), anyOf: ties(place) };
  return [{ part: 'from', query }, wrapped(start)];
}

/** Whether a document that a part's query gave is of that part. */
export const belongsTo = ({ part }: Pick<Place, 'part'>, { sortTitle }: BookDoc, start: string): boolean =>
  part === 'from' || sortTitle !== start;

// The database orders text by its bytes, JavaScript by UTF-16 units, and the two differ beyond the basic plane.
const inOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Matches in the order of their titles, turned so that they begin at the start. */
export function goRound(books: readonly BookDoc[], start: string): { book: BookDoc; part: Place['part'] }[] {
  const isFrom = ({ sortTitle }: BookDoc): boolean => sortTitle !== undefined && inOrder(sortTitle, start) >= 0;
  return [
    ...books.filter(isFrom).map((book) => ({ book, part: 'from' as const })),
    ...books.filter((book) => !isFrom(book)).map((book) => ({ book, part: 'wrapped' as const })),
  ];
}

/** A place as the text that a cursor carries beside the id, and back again. */
export const textOfPlace = ({ part, sortTitle }: Place): string => `${part === 'from' ? 'f' : 'w'}${sortTitle}`;
export const placeOfText = (text: string | number, id: string): Place => {
  const value = String(text);
  return { part: value.startsWith('w') ? 'wrapped' : 'from', sortTitle: value.slice(1), id };
};
