/*
 * The domains of the contract, one line each: under its name, what it declares. `registry.ts` makes one table of them.
 */
export { bookActions as book } from './book/actions';
export { checkinActions as checkin } from './checkin/actions';
export { eventActions as event } from './event/actions';
export { feedbackActions as feedback } from './feedback/actions';
export { homeActions as home } from './home/actions';
export { meActions as me } from './me/actions';
export { orgActions as org } from './org/actions';
export { recommendationActions as recommendation } from './recommendation/actions';
export { shelfActions as shelf } from './shelf/actions';
