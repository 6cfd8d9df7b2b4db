import type { BookRef } from '../../../contract/shared/book';
import { decodeCursor, encodeCursor } from '../../kernel/paging';
import { all, among, type Query } from '../../kernel/port';
import { revise } from '../../shared/commands/store';
import type { BookDatabase, BookDoc } from './collections';
import { withFacts } from './rules/correction';
import { identityTerm, isSameBook, possibleIds, spareId } from './rules/identity';
import { belongsTo, goRound, partsAfter, placeOfText, textOfPlace, type Place } from './rules/ranking';
import { bookDocument, EVERYBODY, type BookFacts, type Origin } from './rules/book';
import { distance, queryTerms, sortTitleOf } from './rules/terms';
import { bookView } from './rules/view';

const PAGE = 20;
/** So many matches are read at once and put in order here; more than two pages, see `firstPage`. */
const FEW = 60;
/** Documents that may claim to be one book: its ids, and one entered twice at the same moment. */
const CANDIDATES = 20;
/** Times that an id may be taken by a book that was corrected to be a different one. */
const SPARE_IDS = 3;
/** Commands remembered per book. */
const REMEMBERED = 20;

/**
 * One page of the books that match, of the catalogue and the member's own: the very title first, then those that begin
 * so, then the rest. One round trip where few books match or the page is inside one part, otherwise two.
 */
export async function searchBooks(
  db: BookDatabase,
  memberId: string,
  query: string,
  cursor: string | undefined,
): Promise<{ items: BookRef[]; next: string | null }> {
  const terms = queryTerms(query);
  if (terms.length === 0) return { items: [], next: null };
  const start = sortTitleOf(query);
  const matching = (bounds: Query<BookDoc>, limit: number): Promise<BookDoc[]> =>
    db.books.find(
      { terms: all(terms), audience: among([EVERYBODY, memberId]), ...bounds },
      {
        sort: [
          ['sortTitle', 1],
          ['_id', 1],
        ],
        limit,
      },
    );

  const found = cursor === undefined ? await firstPage(matching, start) : await pageAfter(matching, start, cursor);
  const last = found.length > PAGE ? found[PAGE - 1] : undefined;
  const items = found
    .slice(0, PAGE)
    .map(({ book }) => ({ book: bookView(book), away: distance(book.title, query) }))
    .sort((a, b) => a.away - b.away)
    .map(({ book }) => book);
  return { items, next: last === undefined ? null : cursorOf(last) };
}

type Matching = (bounds: Query<BookDoc>, limit: number) => Promise<BookDoc[]>;
interface Found {
  book: BookDoc;
  part: Place['part'];
}

/** The first books of a search and one more if there are more than a page. */
async function firstPage(matching: Matching, start: string): Promise<Found[]> {
  const lowest = await matching({}, FEW + 1);
  if (lowest.length <= FEW) return goRound(lowest, start).slice(0, PAGE + 1);
  const [from] = partsAfter(start);
  const nearest = from === undefined ? [] : await matching(from.query, PAGE + 1);
  // Where the nearest do not fill the page, the lowest have enough of the others: FEW is more than two pages.
  const others = goRound(lowest, start).filter(({ part }) => part === 'wrapped');
  return [...nearest.map((book): Found => ({ book, part: 'from' })), ...others].slice(0, PAGE + 1);
}

/** What follows a page that ended at the cursor, and one more if there are more than a page. */
async function pageAfter(matching: Matching, start: string, cursor: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const { part, query } of partsAfter(start, placeOf(cursor))) {
    const books = await matching(query, PAGE + 1 - found.length);
    found.push(...books.filter((book) => belongsTo({ part }, book, start)).map((book) => ({ book, part })));
    if (found.length > PAGE) break;
  }
  return found;
}

const placeOf = (cursor: string): Place => placeOfText(...decodeCursor(cursor));
const cursorOf = ({ book, part }: Found): string =>
  encodeCursor([textOfPlace({ part, sortTitle: book.sortTitle ?? '', id: book._id }), book._id]);

/** The book of these facts in the catalogue, or the member's own; whatever its id is. One round trip. */
export async function knownBook(db: BookDatabase, facts: BookFacts, memberId?: string): Promise<BookDoc | undefined> {
  const found = await db.books.find(
    {
      audience: among(memberId === undefined ? [EVERYBODY] : [EVERYBODY, memberId]),
      anyOf: [{ _id: among(possibleIds(facts, memberId)) }, { terms: identityTerm(facts) }],
    },
    { limit: CANDIDATES },
  );
  const same = found.filter((book) => isSameBook(book, facts));
  return same.find(({ audience }) => audience === EVERYBODY) ?? same[0];
}

/** Adds a book that is not known, or gives the one that somebody was faster with. */
export async function addBook(db: BookDatabase, facts: BookFacts, now: number, origin: Origin): Promise<BookDoc> {
  const doc = bookDocument(facts, now, origin);
  for (let attempt = 0, id = doc._id; attempt <= SPARE_IDS; attempt += 1, id = spareId(id)) {
    const candidate = { ...doc, _id: id };
    if (await db.books.add(candidate)) return candidate;
    const standing = await db.books.get(id);
    if (standing !== undefined && isSameBook(standing, facts)) return standing;
  }
  throw new Error('every id of the book is taken');
}

/** Writes other facts over the version that the writer saw; `undefined` when it is not that version any more. */
export const correctBook = (
  db: BookDatabase,
  { _id: id, version = 0 }: Pick<BookDoc, '_id' | 'version'>,
  facts: BookFacts,
  commandId: string,
): Promise<BookDoc | undefined> =>
  revise(db.books, { id, version, commandId }, { change: withFacts(facts), keepLast: REMEMBERED });
