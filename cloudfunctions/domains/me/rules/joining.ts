import { scopeOf } from '../../org/rules/moving';
import type { OrgDoc } from '../../org/collections';
import type { Viewer } from '../../../kernel/context';

/** A member of these orgs; who has just joined is in one branch, with no duties yet. Used by seeds and tests as well. */
export const newMember = (
  id: string,
  name: string,
  orgs: readonly Pick<OrgDoc, '_id' | 'path'>[],
  grants: Viewer['grants'] = [],
): Viewer => ({
  _id: id,
  name,
  orgIds: orgs.map(({ _id }) => _id),
  scope: scopeOf(orgs.map(({ path }) => path)),
  grants,
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
