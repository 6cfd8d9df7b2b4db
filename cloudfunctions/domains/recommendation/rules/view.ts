import type { RecommendationCard, RecommendationDetail } from '../../../../contract/domains/recommendation/actions';
import type { RecommendationDoc } from '../collections';
import { stateOf } from '../../../shared/publication/rules/publication';

/** What a card needs of the document. */
export const cardFields = [
  'book',
  'reason',
  'recommenderName',
  'orgName',
  'publishAt',
  'withdrawn',
] as const satisfies readonly (keyof RecommendationDoc)[];
type CardFields = Pick<RecommendationDoc, '_id' | (typeof cardFields)[number]>;

export const recommendationCardView = (doc: CardFields, now: number): RecommendationCard => ({
  id: doc._id,
  book: doc.book,
  reason: doc.reason,
  recommender: { name: doc.recommenderName, orgName: doc.orgName },
  publishAt: doc.publishAt,
  state: stateOf(doc, now),
});

export const recommendationDetailView = (doc: RecommendationDoc, now: number): RecommendationDetail => ({
  ...recommendationCardView(doc, now),
  orgId: doc.orgId,
  questions: doc.questions,
  pointer: doc.pointer,
  version: doc.version,
});
