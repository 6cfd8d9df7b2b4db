import type { Change, NextEvent } from '../../../../contract/domains/home/actions';
import { CHANGES_MAX } from '../../../../contract/domains/home/constants';
import type { RecommendationCard } from '../../../../contract/domains/recommendation/actions';
import type { CardDoc } from '../../../shared/cards/shape';
import { EVENT_CARD, eventChange, nextEventOf, type EventCardDoc } from '../../event/rules/card';
import { answerChange, FEEDBACK_CARD, type FeedbackCardData, type FeedbackTold } from '../../feedback/rules/card';
import { newestOf, RECOMMENDATION_CARD, type RecommendationCardData } from '../../recommendation/rules/card';

/** What a card adds to 今日. */
export interface Shown {
  recommendation?: RecommendationCard | undefined;
  event?: NextEvent | undefined;
  change?: Change | undefined;
}

type View = (card: CardDoc, now: number) => Shown;

/** A source's view of its own cards: what its data are, only it knows. */
const viewOf = <Data, Told>(view: (card: CardDoc<Data, Told>, now: number) => Shown): View => view as unknown as View;

/** How the cards of each source are shown; a domain that shows something on 今日 adds its line. */
const views: Readonly<Record<string, View>> = {
  [RECOMMENDATION_CARD]: viewOf<RecommendationCardData, never>((card, now) => ({
    recommendation: newestOf(card, now),
  })),
  [FEEDBACK_CARD]: viewOf<FeedbackCardData, FeedbackTold>((card) => ({ change: answerChange(card) })),
  [EVENT_CARD]: (card) => {
    const mine = card as unknown as EventCardDoc;
    return { event: nextEventOf(mine), change: eventChange(mine) };
  },
};

const present = <T>(value: T | undefined): value is T => value !== undefined;

/** News of the nearest event first, answers to tickets last. */
const startOf = (change: Change): number => (change.kind === 'answered' ? Infinity : change.startsAt);

/**
 * What the cards come to: the newest recommendation, the next event that takes place, and what has changed, at most three
 * at a time. Cards of a source that this version does not know are left out.
 */
export function shownBy(
  cards: readonly CardDoc[],
  now: number,
): { recommendation: RecommendationCard | null; event: NextEvent | null; changes: Change[] } {
  const shown = cards.map((card) => views[card.source]?.(card, now) ?? {});
  const newest = shown.map(({ recommendation }) => recommendation).filter(present);
  const events = shown.map(({ event }) => event).filter(present);
  const changes = shown.map(({ change }) => change).filter(present);
  return {
    recommendation: newest.sort((a, b) => b.publishAt - a.publishAt)[0] ?? null,
    event: events.sort((a, b) => a.startsAt - b.startsAt)[0] ?? null,
    changes: changes.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1)).slice(0, CHANGES_MAX),
  };
}
