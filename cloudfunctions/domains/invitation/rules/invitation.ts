import { DAY_MS } from '../../../../contract/durations';
import type { InvitationState } from '../../../../contract/domains/invitation/constants';
import type { Invitation } from '../../../../contract/domains/invitation/actions';
import type { InvitationDoc } from '../collections';

/** What an organiser says of an invitation. */
export type Plan = Pick<InvitationDoc, 'limit' | 'approval' | 'note' | 'role' | 'roleUntil'> & { days: number };

/** An invitation as it is stored at first. */
export const newInvitation = (
  { id, code, org, by }: { id: string; code: string; org: { _id: string; path: string[]; name: string }; by: string },
  { days, ...plan }: Plan,
  now: number,
): InvitationDoc => ({
  _id: id,
  orgId: org._id,
  orgPath: org.path,
  orgName: org.name,
  code,
  createdAt: now,
  expiresAt: now + days * DAY_MS,
  ...plan,
  by,
  revokedAt: null,
  places: [],
  used: 0,
});

type Standing = Pick<InvitationDoc, 'expiresAt' | 'limit' | 'used' | 'revokedAt'>;

/** How an invitation stands; what ends it for good comes first. */
export function stateOf({ revokedAt, expiresAt, used, limit }: Standing, now: number): InvitationState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return used >= limit ? 'full' : 'open';
}

const refusals = {
  revoked: 'INVITATION_REVOKED',
  expired: 'INVITATION_EXPIRED',
  full: 'INVITATION_FULL',
} as const satisfies Record<Exclude<InvitationState, 'open'>, string>;

/** Why nobody gets in by it now; undefined where people do. */
export function refusalOf(invitation: Standing, now: number): (typeof refusals)[keyof typeof refusals] | undefined {
  const state = stateOf(invitation, now);
  return state === 'open' ? undefined : refusals[state];
}

/** An invitation as those see it who run the org. */
export const invitationView = (doc: Omit<InvitationDoc, 'places'>, now: number): Invitation => ({
  id: doc._id,
  orgId: doc.orgId,
  orgName: doc.orgName,
  code: doc.code,
  state: stateOf(doc, now),
  createdAt: doc.createdAt,
  expiresAt: doc.expiresAt,
  limit: doc.limit,
  used: doc.used,
  approval: doc.approval,
  role: doc.role,
  roleUntil: doc.roleUntil,
  note: doc.note,
});
