import { instantLabel } from '@contract/day';
import type { RecommendationCard } from '@contract/domains/recommendation/actions';
import { heldWords } from '@/shared/moderation/words';

/** `定时 12月1日 08:00`, `已发布 11月3日 08:00`, `已撤回` or, where its words wait, `正在审核`. */
export function stateText(card: Pick<RecommendationCard, 'state' | 'publishAt' | 'held'>): string {
  if (card.held !== undefined && card.state !== 'withdrawn') return heldWords(card.held).state;
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
export const savedText = (
  { held, ...card }: Pick<RecommendationCard, 'state' | 'publishAt' | 'held'>,
  now: number,
): string =>
  held
    ? heldWords(held).said
    : card.state === 'scheduled' && card.publishAt > now
      ? `${instantLabel(card.publishAt)} 发布`
      : '荐书已发布';
