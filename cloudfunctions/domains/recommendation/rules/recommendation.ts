import { newPublication, type NewPublication } from '../../../shared/publication/rules/publication';
import type { RecommendationDoc } from '../collections';

/** What a recommendation says, and by whom. */
type Said = Pick<RecommendationDoc, 'recommenderName' | 'book' | 'reason' | 'questions' | 'pointer'>;

/** A recommendation as it is stored at first. Used by the handler, by seeds and by tests. */
export const newRecommendation = (
  { id, ...publication }: NewPublication & { id: string },
  { recommenderName, book, reason, questions, pointer }: Said,
  now: number,
): RecommendationDoc => ({
  _id: id,
  ...newPublication(publication, now),
  recommenderName,
  book,
  reason,
  questions,
  pointer,
});
