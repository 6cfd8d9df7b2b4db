import { DAY_MS } from '../../../contract/durations';
import { isPermittedOn } from '../../kernel/access';
import type { MemberContext } from '../../kernel/context';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above, not } from '../../kernel/port';
import type { WaitingProvider } from '../../shared/waiting/shape';
import type { Sight } from '../../shared/files/public';
import { findRoot } from '../org/public';
import { feedbackCollections } from './collections';
import { feedbackRow } from './rules/waiting';

/** How far back it is looked for what nobody answered. */
const YEAR_MS = 366 * DAY_MS;

/** How many complaints and suggestions of the last year nobody has answered. One round trip, by an index. */
export const unanswered = (others: Others, now: number): Promise<number> =>
  openOwn(others, feedbackCollections).feedback.count({ at: above(now - YEAR_MS), reply: null, state: not('closed') });

/** Who may see the pictures of a complaint or suggestion besides its sender: the office that answers, at once. One round trip. */
export async function sightOfPictures({ others, viewer }: Pick<MemberContext, 'others' | 'viewer'>): Promise<Sight> {
  const root = await findRoot(others);
  return root !== undefined && isPermittedOn(viewer, 'feedback:answer', [root._id]) ? 'any' : 'none';
}

/** Tickets that one row tells of. */
const MOST = 20;

/** One row for what is to be answered, for those who answer; one query, none for anybody else. */
export const feedbackWaiting: WaitingProvider = async (others, viewer) => {
  const [root] = viewer.scope;
  if (root === undefined || !isPermittedOn(viewer, 'feedback:answer', [root])) return [];
  const open = await openOwn(others, feedbackCollections).feedback.find(
    { state: 'open' },
    { sort: [['replyBy', 1]], limit: MOST, fields: ['at', 'replyBy'] },
  );
  return feedbackRow(open, MOST);
};
