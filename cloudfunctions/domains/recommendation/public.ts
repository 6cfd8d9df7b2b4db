import type { RecommendationCard } from '../../../contract/domains/recommendation/actions';
import type { BookRef } from '../../../contract/shared/book';
import { orgsWith } from '../../kernel/access';
import type { Viewer } from '../../kernel/context';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above, among, noneOf } from '../../kernel/port';
import { publishedTo } from '../../shared/publication/rules/publication';
import { mayManage } from '../../shared/scope/rules/scope';
import { settleOrg } from './card';
import { recommendationCollections } from './collections';
import { cardFields, recommendationCardView } from './rules/view';

/** Recommendations shown with a book. */
const OF_A_BOOK = 10;

const recommendations = (others: Others) => openOwn(others, recommendationCollections).recommendations;

/**
 * What the viewer may see recommended of a book, the newest first, and whether an org that he does not run is among those
 * who recommend it. One round trip.
 */
export async function recommendationsOf(
  others: Others,
  viewer: Viewer,
  bookId: string,
  now: number,
): Promise<{ cards: RecommendationCard[]; elsewhere: boolean }> {
  const found = await recommendations(others).find(
    { 'book.id': bookId, ...publishedTo(viewer, now) },
    { sort: [['publishAt', -1]], limit: OF_A_BOOK, fields: [...cardFields, 'orgPath'] },
  );
  return {
    cards: found.map((doc) => recommendationCardView(doc, now)),
    elsewhere: found.some((doc) => !mayManage(viewer, 'recommendation:publish', doc)),
  };
}

/**
 * Whether the book is recommended by an org that the viewer does not run: a correction would change what others have
 * published under their names. One round trip.
 */
export async function recommendedElsewhere(others: Others, viewer: Viewer, bookId: string): Promise<boolean> {
  const elsewhere = {
    'book.id': bookId,
    withdrawn: false,
    orgPath: noneOf(orgsWith(viewer, 'recommendation:publish')),
  };
  return (await recommendations(others).find(elsewhere, { limit: 1, fields: ['orgId'] })).length > 0;
}

/** Orgs whose cards are made anew when a book that they recommend is corrected. */
const RENEWED_MAX = 1000;

/**
 * Renews the copy of a corrected book in every recommendation of it, and on the cards of their orgs. Two round trips, and
 * five for each org.
 */
export async function renewBook(others: Others, book: BookRef, now: number): Promise<void> {
  const db = openOwn(others, recommendationCollections);
  await db.recommendations.update({ 'book.id': book.id }, { set: { book: { ...book } } });
  const found = await db.recommendations.find({ 'book.id': book.id }, { limit: RENEWED_MAX, fields: ['orgId'] });
  for (const orgId of new Set(found.map(({ orgId: of }) => of))) await settleOrg(db, others, orgId, now);
}

/** How many recommendations are of these orgs or of one below them. One round trip. */
export const countRecommendationsBelow = (others: Others, orgIds: readonly string[]): Promise<number> =>
  recommendations(others).count({ orgPath: among(orgIds) });

/** How many recommendations of an org are still to be published. One round trip, by an index. */
export const recommendationsToCome = (others: Others, orgId: string, now: number): Promise<number> =>
  recommendations(others).count({ orgId, withdrawn: false, publishAt: above(now) });
