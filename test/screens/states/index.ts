/* The states of each domain's pages, one line each; `../states.ts` makes one table of them. */
export { bookStates as book } from './book';
export { checkinStates as checkin } from './checkin';
export { eventStates as event } from './event';
export { galleryStates as gallery } from './gallery';
export { homeStates as home } from './home';
export { meStates as me } from './me';
export { recommendationStates as recommendation } from './recommendation';
