import type { RecommendationCard } from '../../../contract/domains/recommendation/actions';
import type { BookRef } from '../../../contract/shared/book';
import { orgsWith } from '../../kernel/access';
import type { Viewer } from '../../kernel/context';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above, among, noneOf } from '../../kernel/port';
import type { ModeratedDomain, ModeratedThing } from '../../shared/moderation/shape';
import { isKept, maySee, publishedTo } from '../../shared/publication/rules/publication';
import { applyVerdict, eraseKept } from '../../shared/publication/store';
import { mayManage } from '../../shared/scope/rules/scope';
import { settleOrg } from './card';
import { recommendationCollections } from './collections';
import { cardFields, recommendationCardView } from './rules/view';
import { partsOf, submitted } from './rules/words';

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

/** How verdicts on recommendations are carried out; what passes is on 今日 with it. Up to eight round trips. */
export const recommendationModeration: ModeratedDomain = {
  async apply(others, judged, to, at) {
    const db = openOwn(others, recommendationCollections);
    const done = await applyVerdict(db.recommendations, judged, to, at);
    const doc = done === 'done' ? await db.recommendations.get(judged.thing) : undefined;
    if (doc !== undefined) await settleOrg(db, others, doc.orgId, at.now);
    return done;
  },
  async standing(others, { thing }) {
    const doc = await recommendations(others).get(thing);
    return doc === undefined ? [] : partsOf(doc);
  },
  erase: (others, judged) => eraseKept(recommendations(others), judged),
  takesBack: ({ cause }) => cause !== 'edit',
};

/** A recommendation that the viewer may see and report; `undefined` for any other. One round trip. */
export async function recommendationToReport(
  others: Others,
  viewer: Viewer,
  id: string,
  now: number,
): Promise<ModeratedThing | undefined> {
  const doc = await recommendations(others).get(id);
  return doc !== undefined && !isKept(doc) && maySee(viewer, 'recommendation:publish', doc, now)
    ? submitted(doc)
    : undefined;
}
