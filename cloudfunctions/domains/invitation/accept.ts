import type { ActionError } from '../../../contract/registry';
import type { Viewer } from '../../kernel/context';
import type { PresentOrg } from '../../kernel/orgTree';
import { findOrgByJoinCode } from '../org/public';
import type { InvitationDatabase } from './collections';
import { type Accepted, bringIn, type Entry, keyOf, openOrg, type Joining } from './joining';
import { onRoster } from './listed';
import { bringGuest, hasRole, isOwn } from './outside';
import { claim } from './places';
import { adoptRequests, ask } from './requests';
import { countersOf, isHeldBack, mayAnswer } from './rules/tries';
import { countWrong, findInvitation, findTries, type SeenInvitation } from './store';

/** What a code leads to: an org, and the invitation where it is not the org's standing code. */
export type Found =
  | {
      org: PresentOrg;
      invitation: SeenInvitation | undefined;
      /** Whether an answer to the roster's question is looked at. */
      answers: boolean;
    }
  | { refused: ActionError<'invitation.preview'> };

/** Looks a code up and counts a wrong one. Two round trips, one more for a wrong code. */
export async function findByCode(db: InvitationDatabase, joining: Joining, code: string): Promise<Found> {
  const { others, now } = joining;
  const k = keyOf(joining);
  const [invitation, standing, tries] = await Promise.all([
    findInvitation(db, { code }),
    findOrgByJoinCode(others, code),
    findTries(db, k, now),
  ]);
  const counters = countersOf(k, now);
  if (isHeldBack(tries, counters)) return { refused: 'JOIN_HELD_BACK' };
  const orgId = invitation?.orgId ?? standing?._id;
  if (orgId === undefined) {
    await countWrong(db, k, now);
    return { refused: 'JOIN_CODE_UNKNOWN' };
  }
  const org = await openOrg(joining, orgId, invitation?.orgPath ?? standing?.path ?? []);
  return org === undefined ? { refused: 'JOIN_ORG_CLOSED' } : { org, invitation, answers: mayAnswer(tries, counters) };
}

/**
 * Lets somebody in by a code, an invitation's or an org's standing one. The place is taken before the person is made a
 * member, under a key that a retry has again: killed in between, the same person finds his place kept, and nobody else
 * loses one.
 */
export async function acceptCode(db: InvitationDatabase, joining: Joining, entry: Entry): Promise<Accepted> {
  const found = await findByCode(db, joining, entry.code);
  if ('refused' in found) return found;
  const { org, invitation } = found;
  const { viewer } = joining;
  const isThere = (one: Viewer) =>
    invitation === undefined || invitation.role === null ? one.orgIds.includes(org._id) : hasRole(one, invitation);
  if (viewer !== undefined && isThere(viewer)) return { outcome: 'already', orgName: org.name, member: viewer };
  if (isOwn(invitation, viewer)) return { refused: 'INVITATION_OWN' };
  const from = { ...entry, answer: found.answers ? entry.answer : entry.answer && '' };
  if (invitation?.approval === true) return ask(db, joining, { invitation, org, ...from });
  const isGuest = invitation !== undefined && invitation.role !== null;
  const listing = isGuest ? undefined : await onRoster(joining, org, from, { direct: false });
  if (listing !== undefined && 'question' in listing) return listing;
  const refused = invitation && (await claim(db, invitation, keyOf(joining), joining.now));
  if (refused !== undefined) {
    await listing?.free();
    return { refused };
  }
  if (isGuest) return bringGuest(joining, { ...entry, org, invitation });
  const member = await bringIn(joining, { org, ...entry });
  // What he asked of other branches before he had a record is his from now on.
  if (viewer === undefined && member !== undefined) await adoptRequests(db, keyOf(joining), member._id);
  return member === undefined ? { refused: 'JOIN_ORG_CLOSED' } : { outcome: 'joined', orgName: org.name, member };
}
