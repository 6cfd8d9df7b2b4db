import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { CHANGES_MAX } from './constants';
import { bookRef } from '../../shared/book';
import { commandId, day, id, month, nothing, whole } from '../../shared/values';
import { checkIn } from '../checkin/actions';
import { recommendationCard } from '../recommendation/actions';

const moment = whole(0, 4_102_444_800_000, '时间');

/** How one event stands for me; goes back as it came, once I have seen it. */
const standing = v.strictObject({
  id,
  signedUpAt: moment,
  /** Code of time and place. */
  plan: id,
  cancelled: v.boolean(),
  seated: v.boolean(),
  endsAt: moment,
});
export type EventStanding = v.InferOutput<typeof standing>;

/** What changed since I last looked: of an event that I signed up for, or the answer to a ticket of mine. */
const change = v.variant('kind', [
  v.object({
    kind: v.picklist(['cancelled', 'restored', 'promoted', 'moved']),
    title: v.string(),
    startsAt: v.number(),
    place: v.string(),
    standing,
  }),
  v.object({ kind: v.literal('answered'), id, ticket: v.string() }),
]);
export type Change = v.InferOutput<typeof change>;

/**
 * My next event, seated or waiting. Which place on the waitlist it is changes with everybody who leaves; the event's own
 * page says it.
 */
const nextEvent = v.object({
  id,
  title: v.string(),
  startsAt: v.number(),
  place: v.string(),
  orgName: v.string(),
  seated: v.boolean(),
});
export type NextEvent = v.InferOutput<typeof nextEvent>;

const today = v.object({
  now: v.number(),
  day,
  name: v.string(),
  /** What is being read now, the book in hand first. */
  desk: v.array(bookRef),
  month,
  /** Days of this month with a record, today included. */
  days: v.array(checkIn),
  recommendation: v.nullable(recommendationCard),
  event: v.nullable(nextEvent),
  changes: v.array(change),
});
export type Today = v.InferOutput<typeof today>;

/** The first screen (今日), in one call. */
export const homeActions = {
  'home.today': defineAction({
    kind: 'query',
    summary: '今日：手头的书、本月日历、当前荐书、我的下一场活动、上次看过之后的变动',
    access: { who: 'member', scope: 'own orgs' },
    input: nothing,
    output: today,
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'pinned',
  }),
  'home.seen': defineAction({
    kind: 'command',
    summary: '知道了：这些变动不再显示',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({
      commandId,
      events: v.pipe(v.array(standing), v.maxLength(CHANGES_MAX)),
      tickets: v.pipe(v.array(id), v.maxLength(CHANGES_MAX)),
    }),
    output: v.object({}),
    errors: [],
    stale: ['home.'],
    limit: limits.write,
    audited: false,
  }),
};
