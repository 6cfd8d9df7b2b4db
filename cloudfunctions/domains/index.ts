/*
 * The domains of the functions, one line each: under its name, its collections, handlers and jobs. `schema.ts` makes the
 * database of them, `handlers.ts` what the entries serve, `jobs/jobs.ts` what the timer does.
 */
export { bookDomain as book } from './book/domain';
export { checkinDomain as checkin } from './checkin/domain';
export { eventDomain as event } from './event/domain';
export { feedbackDomain as feedback } from './feedback/domain';
export { homeDomain as home } from './home/domain';
export { meDomain as me } from './me/domain';
export { orgDomain as org } from './org/domain';
export { recommendationDomain as recommendation } from './recommendation/domain';
export { shelfDomain as shelf } from './shelf/domain';
