import type { RecommendationCard, RecommendationDetail } from '../../../../contract/domains/recommendation/actions';
import type { RecommendationDoc } from '../collections';
import { heldView } from '../../../shared/moderation/rules/cases';
import { meantFor, stateOf } from '../../../shared/publication/rules/publication';

/** What a card needs of the document. */
export const cardFields = [
  'book',
  'reason',
  'recommenderName',
  'orgName',
  'publishAt',
  'withdrawn',
] as const satisfies readonly (keyof RecommendationDoc)[];
/** The same for who wrote it or may edit it. */
export const ownFields = [...cardFields, 'held'] as const;
type CardFields = Pick<RecommendationDoc, '_id' | 'held' | (typeof cardFields)[number]>;

export const recommendationCardView = (doc: CardFields, now: number): RecommendationCard => ({
  id: doc._id,
  book: doc.book,
  reason: doc.reason,
  recommender: { name: doc.recommenderName, orgName: doc.orgName },
  publishAt: meantFor(doc),
  state: stateOf(doc, now),
});

/** The same for who wrote it or may edit it: with what waits for a verdict. */
export const ownCardView = (doc: CardFields, now: number): RecommendationCard => ({
  ...recommendationCardView(doc, now),
  ...heldView(doc.held),
});

export const recommendationDetailView = (doc: RecommendationDoc, now: number, own: boolean): RecommendationDetail => ({
  ...(own ? ownCardView : recommendationCardView)(doc, now),
  orgId: doc.orgId,
  questions: doc.questions,
  pointer: doc.pointer,
  version: doc.version,
});
