import type { Invitation } from '../../../contract/domains/invitation/actions';
import type { MemberContext } from '../../kernel/context';
import { pageOf } from '../../kernel/paging';
import { above, among } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { changeOnce, documentAfter } from '../../shared/commands/store';
import { rostersSince } from '../roster/public';
import type { InvitationDatabase, JoinRequestDoc } from './collections';
import { DAY_MS } from '../../../contract/durations';
import { invitationView } from './rules/invitation';
import { requestView } from './rules/request';
import { findInvitation, invitationFields } from './store';

const PAGE = 20;

/** The invitations of one org, newest first. */
export const pageOfInvitations = (db: InvitationDatabase, orgId: string, cursor: string | undefined, now: number) =>
  pageOf(
    db.invitations,
    { orgId },
    {
      sort: ['createdAt', -1],
      cursor,
      size: PAGE,
      fields: invitationFields,
      view: (invitation) => invitationView(invitation, now),
    },
  );

interface Wanted {
  which: 'waiting' | 'decided';
  cursor: string | undefined;
  now: number;
}

/**
 * What an org and those below it were asked: what has waited longest first, or what was decided, latest first. Of those
 * that wait one round trip more, for the rosters of their orgs.
 */
export async function pageOfRequests(
  { db, others }: Pick<MemberContext<InvitationDatabase>, 'db' | 'others'>,
  orgId: string,
  { which, cursor, now }: Wanted,
) {
  const { items, next } = await pageOf<JoinRequestDoc, JoinRequestDoc>(
    db.joinRequests,
    which === 'waiting'
      ? { orgPath: orgId, state: 'waiting', until: above(now) }
      : { orgPath: orgId, state: among(['approved', 'declined']) },
    { sort: ['at', which === 'waiting' ? 1 : -1], cursor, size: PAGE, view: (request) => request },
  );
  const orgIds = which === 'waiting' ? [...new Set(items.map((request) => request.orgId))] : [];
  const since = await rostersSince(others, orgIds, now);
  return { items: items.map((request) => requestView(request, now, since.get(request.orgId))), next };
}

type Revision = { revokedAt: number | null } | { days: number; limit: number };

/**
 * Changes an invitation by somebody who may. A limit below the places taken stays: who is in is in, and nobody else gets
 * in.
 */
export async function reviseInvitation(
  { db, now, requirePermissionOnOrg }: MemberContext<InvitationDatabase>,
  command: { id: string; commandId: string },
  revision: Revision,
): Promise<Invitation> {
  const invitation = (await findInvitation(db, { _id: command.id })) ?? refuse('NOT_FOUND');
  await requirePermissionOnOrg(invitation.orgId, invitation.orgPath);
  const set =
    'days' in revision
      ? { expiresAt: now + revision.days * DAY_MS, limit: revision.limit, revokedAt: null }
      : { revokedAt: revision.revokedAt };
  const changed = await changeOnce(db.invitations, command, { change: { set } });
  return invitationView(await documentAfter(changed, command, () => db.invitations.get(command.id)), now);
}
