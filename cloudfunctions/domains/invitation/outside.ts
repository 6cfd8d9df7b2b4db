import type { ActionParsed } from '../../../contract/registry';
import type { MemberContext, Viewer } from '../../kernel/context';
import type { PresentOrg } from '../../kernel/orgTree';
import { refuse } from '../../kernel/refuse';
import { findOrg } from '../org/public';
import { grantRole } from '../role/public';
import { judgeGiving } from '../role/rules/granting';
import { registerNamed, type Accepted, type Joining } from './joining';
import type { SeenInvitation } from './store';

/* People from outside (评委, 讲师): an invitation gives them a role for a time and makes them members of no org. */

type Outside = NonNullable<ActionParsed<'invitation.create'>['outside']>;

/** Refuses unless the inviter may give this role there until then. */
export async function judgeOutside(
  { others, viewer, now }: MemberContext,
  org: PresentOrg,
  { role, until }: Outside,
): Promise<void> {
  const found = (await findOrg(others, org._id)) ?? refuse('NOT_FOUND');
  const ground = { place: { kind: found.kind, isRoot: org.path.length === 1 }, path: org.path };
  // Who will come is not known yet; nobody has this id.
  const verdict = judgeGiving(viewer, ground, { memberId: '', role, from: now, until }, now);
  if (verdict !== 'go') refuse('invitation.create', verdict);
}

/** Whether somebody has the role of the invitation already. */
export const hasRole = (viewer: Viewer, { role, orgId }: Pick<SeenInvitation, 'role' | 'orgId'>): boolean =>
  viewer.grants.some((grant) => grant.role === role && grant.orgId === orgId);

/** Whether it is a role that he offers himself: nobody gives himself anything. */
export const isOwn = (
  invitation: Pick<SeenInvitation, 'role' | 'by'> | undefined,
  viewer: Viewer | undefined,
): boolean => invitation !== undefined && invitation.role !== null && invitation.by === viewer?._id;

/** Gives the role to who comes by the invitation; one who has no record gets one that belongs to no org. */
export async function bringGuest(
  joining: Joining,
  {
    org,
    name,
    invitation,
    commandId,
  }: {
    commandId: string;
    org: PresentOrg;
    name: string;
    invitation: SeenInvitation;
  },
): Promise<Accepted> {
  const { others, viewer, now } = joining;
  const member = viewer ?? (await registerNamed(joining, { org, name, commandId, orgs: [] })).member;
  const { role, roleUntil } = invitation;
  if (role === null) throw new Error('an invitation without a role is for members');
  const given = await grantRole(
    others,
    { memberId: member._id, role, orgId: org._id, ...(roleUntil !== null && { until: roleUntil }) },
    { commandId: invitation._id, now, by: invitation.by },
  );
  if (given === 'no member') refuse('DISABLED');
  return given === 'no org' ? { refused: 'JOIN_ORG_CLOSED' } : { outcome: 'joined', orgName: org.name, member };
}
