import type { RecommendationCard } from '../../../contract/domains/recommendation/actions';
import type { Viewer } from '../../kernel/context';
import { pageOf } from '../../kernel/paging';
import type { Conditions } from '../../kernel/port';
import { revise } from '../../shared/commands/store';
import type { RecommendationDatabase, RecommendationDoc } from './collections';
import { visibleTo } from './rules/publication';
import { cardFields, recommendationCardView } from './rules/view';

export type Words = Pick<RecommendationDoc, 'reason' | 'questions' | 'pointer'>;
type Page = Promise<{ items: RecommendationCard[]; next: string | null }>;
interface ListOptions {
  now: number;
  cursor: string | undefined;
}

const PAGE = 20;

/** Rewrites the version that the writer saw; `undefined` when it is not that version any more or the command was seen. */
export const rewrite = (
  db: RecommendationDatabase,
  target: { id: string; version: number; commandId: string },
  { reason, questions, pointer, publishAt }: Words & { publishAt: number },
): Promise<RecommendationDoc | undefined> =>
  revise(db.recommendations, target, { change: { set: { reason, questions, pointer, publishAt } } });

/** Withdraws or restores; `undefined` when the command was seen, or the version is another than the one named. */
export const setWithdrawn = (
  db: RecommendationDatabase,
  { withdrawn, ...target }: { id: string; commandId: string; withdrawn: boolean; version?: number | undefined },
): Promise<RecommendationDoc | undefined> => revise(db.recommendations, target, { change: { set: { withdrawn } } });

/** Published to the viewer, the newest first. */
export const pageOfVisible = (db: RecommendationDatabase, viewer: Viewer, options: ListOptions): Page =>
  pageOfCards(db, visibleTo(viewer, options.now), 'publishAt', options);

/** What the viewer wrote, in every state, the newest first. */
export const pageOfMine = (db: RecommendationDatabase, viewer: Viewer, options: ListOptions): Page =>
  pageOfCards(db, { memberId: viewer._id }, 'createdAt', options);

const pageOfCards = (
  db: RecommendationDatabase,
  query: Conditions<RecommendationDoc>,
  field: 'publishAt' | 'createdAt',
  { now, cursor }: ListOptions,
): Page =>
  pageOf(db.recommendations, query, {
    sort: [field, -1],
    cursor,
    size: PAGE,
    fields: [...cardFields, field],
    view: (doc) => recommendationCardView(doc, now),
  });
