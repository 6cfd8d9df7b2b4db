import * as v from 'valibot';
import { defineAction, limits } from '../action';
import { bookRef } from '../shared/book';
import { day, month, nothing } from '../shared/values';
import { checkIn } from './checkin';
import { eventCard } from './event';
import { recommendationCard } from './recommendation';

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
  /** My next event, seated or waiting. */
  event: v.nullable(eventCard),
});
export type Today = v.InferOutput<typeof today>;

/** The first screen (今日), in one call. */
export const homeActions = {
  'home.today': defineAction({
    kind: 'query',
    summary: '今日：手头的书、本月日历、当前荐书、我的下一场活动',
    access: { who: 'member' },
    input: nothing,
    output: today,
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'pinned',
  }),
};
