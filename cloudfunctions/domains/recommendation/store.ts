import type { RecommendationCard } from '../../../contract/domains/recommendation/actions';
import type { Viewer } from '../../kernel/context';
import { pageOfPublished } from '../../shared/publication/store';
import type { RecommendationDatabase } from './collections';
import { ownCardView, ownFields, recommendationCardView } from './rules/view';

const PAGE = 20;

/** One page of what is published to the viewer, or of what he wrote. */
export const pageOfCards = (
  db: RecommendationDatabase,
  viewer: Viewer,
  { which, now, cursor }: { which: 'visible' | 'mine'; now: number; cursor: string | undefined },
): Promise<{ items: RecommendationCard[]; next: string | null }> =>
  pageOfPublished(db.recommendations, which, viewer, {
    now,
    cursor,
    size: PAGE,
    fields: ownFields,
    view: (doc) => (which === 'mine' ? ownCardView : recommendationCardView)(doc, now),
  });
