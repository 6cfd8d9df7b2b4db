import { dayOf, monthOf } from '../../../contract/day';
import type { Handlers } from '../../kernel/context';
import { cardsFor, tellCard } from '../../shared/cards/public';
import { recordedDays } from '../checkin/public';
import { EVENT_CARD, type EventTold } from '../event/rules/card';
import { FEEDBACK_CARD, type FeedbackTold } from '../feedback/rules/card';
import { deskOf } from '../shelf/public';
import { shownBy } from './rules/cards';

export const homeHandlers: Handlers<'home'> = {
  /** Four round trips with the identity's own, three of them at once, however many domains show something. */
  async 'home.today'(_input, { others, viewer, now }) {
    const day = dayOf(now);
    const month = monthOf(day);
    const [desk, days, cards] = await Promise.all([
      deskOf(others, viewer._id),
      recordedDays(others, viewer._id, month),
      cardsFor(others, viewer, now),
    ]);
    return { now, day, name: viewer.name, desk, month, days, ...shownBy(cards, now) };
  },

  /** A round trip for each thing, at once. Said again it changes nothing: what was seen is seen. */
  async 'home.seen'({ events, tickets }, { others, viewer }) {
    const memberId = viewer._id;
    const answered: FeedbackTold = { answered: true };
    await Promise.all([
      ...events.map(({ id, plan, cancelled, seated, signedUpAt }) => {
        const told: EventTold = { plan, cancelled, seated };
        // A phone that was put away before the present sign-up has nothing to say about it.
        return tellCard(others, { source: EVENT_CARD, thing: id, memberId }, told, { 'data.signedUpAt': signedUpAt });
      }),
      ...tickets.map((id) => tellCard(others, { source: FEEDBACK_CARD, thing: id, memberId }, answered)),
    ]);
    return {};
  },
};
