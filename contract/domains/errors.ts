/*
 * The refusals of each domain under its name, one line each; `contract/errors.ts` makes one table of them.
 */
export { bookErrors as book } from './book/errors';
export { checkinErrors as checkin } from './checkin/errors';
export { eventErrors as event } from './event/errors';
export { meErrors as me } from './me/errors';
export { recommendationErrors as recommendation } from './recommendation/errors';
export { shelfErrors as shelf } from './shelf/errors';
