/*
 * The errors that each domain declares, under its name; `contract/errors.ts` makes one table of them. Made from the
 * folders of the domains by `npm run build -- contract`; do not edit.
 */
export { bookErrors as book } from './book/errors';
export { checkinErrors as checkin } from './checkin/errors';
export { eventErrors as event } from './event/errors';
export { meErrors as me } from './me/errors';
export { recommendationErrors as recommendation } from './recommendation/errors';
export { shelfErrors as shelf } from './shelf/errors';
