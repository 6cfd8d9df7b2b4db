import type { BookRef } from '../../../contract/shared/book';
import type { Database, Viewer } from '../../kernel/context';
import { pageOf } from '../../kernel/paging';
import { all, among } from '../../kernel/port';
import type { RecommendationDoc } from '../../documents';
import { visibleTo } from '../recommendation/rules';
import { EVERYBODY } from './rules';
import { distance, queryTerms } from './terms';
import { bookView } from './view';

const PAGE = 20;
/** Recommendations shown with a book. */
const RECOMMENDATIONS = 10;

/** One page of the books that match, of the catalogue and the member's own; by title, the nearest of a page first. */
export async function searchBooks(
  db: Database,
  memberId: string,
  query: string,
  cursor: string | undefined,
): Promise<{ items: BookRef[]; next: string | null }> {
  const terms = queryTerms(query);
  if (terms.length === 0) return { items: [], next: null };
  const page = await pageOf(
    db.books,
    { terms: all(terms), audience: among([EVERYBODY, memberId]) },
    { sort: ['title', 1], cursor, size: PAGE, view: bookView },
  );
  const near = page.items.map((book) => ({ book, away: distance(book.title, query) }));
  return { ...page, items: near.sort((a, b) => a.away - b.away).map(({ book }) => book) };
}

/** What the viewer may see recommended of a book, the newest first. */
export const recommendationsOf = (
  db: Database,
  viewer: Viewer,
  bookId: string,
  now: number,
): Promise<RecommendationDoc[]> =>
  db.recommendations.find(
    { 'book.id': bookId, ...visibleTo(viewer, now) },
    { sort: [['publishAt', -1]], limit: RECOMMENDATIONS },
  );
