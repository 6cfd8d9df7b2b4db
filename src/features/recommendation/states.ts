import { instantLabel } from '@contract/day';
import type { RecommendationCard } from '@contract/domains/recommendation/actions';

/** `定时 12月1日 08:00`, `已发布 11月3日 08:00` or `已撤回`. */
export function stateText(card: Pick<RecommendationCard, 'state' | 'publishAt'>): string {
  switch (card.state) {
    case 'scheduled':
      return `定时 ${instantLabel(card.publishAt)}`;
    case 'published':
      return `已发布 ${instantLabel(card.publishAt)}`;
    case 'withdrawn':
      return '已撤回';
  }
}

/** `团市委 林书记` */
export const signature = (recommender: RecommendationCard['recommender']): string =>
  `${recommender.orgName} ${recommender.name}`;

/** What the snackbar says after sending a new one. */
export const savedText = (card: Pick<RecommendationCard, 'state' | 'publishAt'>, now: number): string =>
  card.state === 'scheduled' && card.publishAt > now ? `${instantLabel(card.publishAt)} 发布` : '荐书已发布';
