/* The domains of the client's pages, one line each; `table.ts` makes one table of them. */
export { book } from './book';
export { checkin } from './checkin';
export { event } from './event';
export { feedback } from './feedback';
export { gallery } from './gallery';
export { home } from './home';
export { me } from './me';
export { org } from './org';
export { recommendation } from './recommendation';
export { shelf } from './shelf';
