import { dayOf, monthOf } from '../../../contract/day';
import type { Handlers } from '../../kernel/context';
import { checkInView } from '../checkin/view';
import { eventCardView } from '../event/view';
import { recommendationCardView } from '../recommendation/view';
import { findMonth, findNewestRecommendation, findNextEvent } from './store';

export const homeHandlers: Handlers<'home'> = {
  /** Four round trips with the identity's own, three of them at once: what is on the desk comes with the member. */
  async 'home.today'(_input, { db, viewer, now }) {
    const day = dayOf(now);
    const month = monthOf(day);
    const [checkIns, recommendation, event] = await Promise.all([
      findMonth(db, viewer._id, month),
      findNewestRecommendation(db, viewer, now),
      findNextEvent(db, viewer._id, now),
    ]);
    return {
      now,
      day,
      name: viewer.name,
      desk: viewer.desk,
      month,
      days: checkIns.map(checkInView).filter(({ lines }) => lines.length > 0),
      recommendation: recommendation === undefined ? null : recommendationCardView(recommendation, now),
      event: event === undefined ? null : eventCardView(event, viewer._id),
    };
  },
};
