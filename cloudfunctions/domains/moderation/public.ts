import { orgsWith } from '../../kernel/access';
import type { MemberContext } from '../../kernel/context';
import { above, among } from '../../kernel/port';
import { findCases, retryOwn } from '../../shared/moderation/public';
import type { WaitingProvider } from '../../shared/waiting/shape';
import { moderated } from './kinds';
import { waitingFields, waitingRows } from './rules/waiting';

export { takeMediaVerdict } from './media';

/** Asks WeChat again about what the caller wrote while there was no verdict to be had. No round trip where nothing waits. */
export const retryOwnWords = (context: Pick<MemberContext, 'others' | 'viewer' | 'now' | 'callWechatAboutCaller'>) =>
  retryOwn(context, moderated);

/** Cases that are counted for 我的; of more it says so. */
const COUNTED = 100;

/** What waits for a verdict of the viewer's, one row for each of his orgs, and what of his own waits or was turned down. */
export const moderationWaiting: WaitingProvider = async (others, viewer, now) => {
  const run = orgsWith(viewer, 'moderation:decide');
  const own = [
    { authorId: viewer._id, told: true, state: among(['pending', 'review']) },
    { authorId: viewer._id, told: true, state: 'rejected', appeal: null, erasedAt: above(now) },
  ] as const;
  const asked = { orgPath: among(run), queue: among(['first', 'appeal', 'report']) };
  const found = await findCases(others, run.length === 0 ? own : [...own, asked], {
    limit: COUNTED,
    fields: waitingFields,
  });
  return waitingRows(found, { memberId: viewer._id, run, counted: COUNTED });
};
