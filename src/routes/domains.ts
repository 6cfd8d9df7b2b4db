/* The domains of the client's pages, one line each; `table.ts` makes one table of them. */
export { book } from './book';
export { checkin } from './checkin';
export { duty } from './duty';
export { event } from './event';
export { feedback } from './feedback';
export { gallery } from './gallery';
export { home } from './home';
export { invitation } from './invitation';
export { me } from './me';
export { member } from './member';
export { org } from './org';
export { orgimport } from './orgimport';
export { recommendation } from './recommendation';
export { role } from './role';
export { roster } from './roster';
export { shelf } from './shelf';
export { transfer } from './transfer';
