import { untilWritten } from '../../kernel/retry';
import type { InvitationDatabase } from './collections';
import { refusalOf } from './rules/invitation';
import { seeInvitation, takePlace, type SeenInvitation } from './store';

/**
 * Has the person a place of the invitation, his from before or a new one; else why not. One round trip most often: whether
 * one of as many as 2,000 places is his is asked only where he gets none.
 */
export const claim = (
  db: InvitationDatabase,
  seen: SeenInvitation,
  k: string,
  now: number,
): Promise<ReturnType<typeof refusalOf>> => {
  let invitation = seen;
  return untilWritten<{ refused: ReturnType<typeof refusalOf> }>(async () => {
    const isOpen = refusalOf(invitation, now) === undefined;
    if (isOpen && (await takePlace(db, invitation, { k, at: now }))) return { refused: undefined };
    const again = await seeInvitation(db, invitation._id, k);
    if (again === undefined) return { refused: 'INVITATION_REVOKED' };
    if (again.place !== undefined) return { refused: undefined };
    const refused = refusalOf(again, now);
    if (refused !== undefined) return { refused };
    invitation = again;
    return undefined;
  }).then(({ refused }) => refused);
};
