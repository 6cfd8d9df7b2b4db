import type { RecommendationCard } from '../../../contract/domains/recommendation/actions';
import type { Viewer } from '../../kernel/context';
import { revise } from '../../shared/commands/store';
import { pageOfPublished } from '../../shared/publication/store';
import type { RecommendationDatabase, RecommendationDoc } from './collections';
import { cardFields, recommendationCardView } from './rules/view';

const PAGE = 20;

/** Rewrites the version that the writer saw; `undefined` when it is not that version any more or the command was seen. */
export const rewrite = (
  db: RecommendationDatabase,
  target: { id: string; version: number; commandId: string },
  { reason, questions, pointer, publishAt }: Pick<RecommendationDoc, 'reason' | 'questions' | 'pointer' | 'publishAt'>,
): Promise<RecommendationDoc | undefined> =>
  revise(db.recommendations, target, { change: { set: { reason, questions, pointer, publishAt } } });

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
    fields: cardFields,
    view: (doc) => recommendationCardView(doc, now),
  });
