import { dayOf, monthOf } from '../../../contract/day';
import type { Handlers } from '../../kernel/context';
import { checkInView } from '../checkin/view';
import { eventCardView } from '../event/view';
import { recommendationCardView } from '../recommendation/view';
import { changesOf, nextOf, toldAfter } from './rules';
import { findMonth, findMyEvents, findNewestRecommendation, markSeen } from './store';

export const homeHandlers: Handlers<'home'> = {
  /** Four round trips with the identity's own, three of them at once: what is on the desk comes with the member. */
  async 'home.today'(_input, { db, viewer, now }) {
    const day = dayOf(now);
    const month = monthOf(day);
    const [checkIns, recommendation, events] = await Promise.all([
      findMonth(db, viewer._id, month),
      findNewestRecommendation(db, viewer, now),
      findMyEvents(db, viewer._id, now),
    ]);
    const event = nextOf(events);
    return {
      now,
      day,
      name: viewer.name,
      desk: viewer.desk,
      month,
      days: checkIns.map(checkInView).filter(({ lines }) => lines.length > 0),
      recommendation: recommendation === undefined ? null : recommendationCardView(recommendation, now),
      event: event === undefined ? null : eventCardView(event, viewer._id),
      changes: changesOf(events, viewer),
    };
  },

  /** Said again it changes nothing: what was seen is seen. */
  async 'home.seen'({ events, tickets }, { db, viewer, now }) {
    const { told, answered = {} } = viewer;
    const known = tickets.filter((id) => Object.hasOwn(answered, id));
    await markSeen(db, viewer._id, { told: toldAfter(told, events, now), tickets: known });
    return {};
  },
};
