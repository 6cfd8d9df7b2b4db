import { dayOf, monthOf } from '../../../contract/day';
import type { Handlers } from '../../kernel/context';
import { markSeen } from '../../kernel/members';
import { recordedDays } from '../checkin/public';
import { eventsAhead } from '../event/public';
import { eventCardView } from '../event/rules/view';
import { newestVisible } from '../recommendation/public';
import { deskOf } from '../shelf/public';
import { changesOf, nextOf, toldAfter } from './rules/changes';

export const homeHandlers: Handlers<'home'> = {
  /** Four round trips with the identity's own, those of the domains at once. */
  async 'home.today'(_input, { others, viewer, now }) {
    const day = dayOf(now);
    const month = monthOf(day);
    const [desk, days, recommendation, events] = await Promise.all([
      deskOf(others, viewer._id),
      recordedDays(others, viewer._id, month),
      newestVisible(others, viewer, now),
      eventsAhead(others, viewer._id, now),
    ]);
    const event = nextOf(events);
    return {
      now,
      day,
      name: viewer.name,
      desk,
      month,
      days,
      recommendation: recommendation ?? null,
      event: event === undefined ? null : eventCardView(event),
      changes: changesOf(events, viewer),
    };
  },

  /** Said again it changes nothing: what was seen is seen. */
  async 'home.seen'({ events, tickets }, { others, viewer, now }) {
    const { told, answered = {} } = viewer;
    const known = tickets.filter((id) => Object.hasOwn(answered, id));
    await markSeen(others, viewer._id, { told: toldAfter(told, events, now), tickets: known });
    return {};
  },
};
