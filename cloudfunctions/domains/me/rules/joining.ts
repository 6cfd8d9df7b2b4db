import type { OrgDoc } from '../../org/collections';
import type { Viewer } from '../../../kernel/context';

/** A member who has just joined: in one branch, with no duties yet. */
export const newMember = (id: string, name: string, org: OrgDoc): Viewer => ({
  _id: id,
  name,
  orgIds: [org._id],
  scope: org.path,
  grants: [],
  disabled: false,
});

/**
 * True when somebody who joins is there already exactly as asked: the same command came twice, or the same form was
 * sent twice. Anything else is a second joining.
 */
export const joinedLikeThis = (member: Viewer, name: string, org: OrgDoc | undefined): boolean =>
  org !== undefined && member.orgIds.includes(org._id) && member.name === name;

/** Every org that a session names. */
export const orgIdsOf = (member: Viewer): string[] => [
  ...new Set([...member.orgIds, ...member.grants.map((grant) => grant.orgId)]),
];
