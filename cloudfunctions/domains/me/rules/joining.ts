import { scopeOf } from '../../org/rules/moving';
import type { OrgDoc } from '../../org/collections';
import type { NewMember, Viewer } from '../../../kernel/context';
import { searchKeysOf } from '../../../shared/search/rules/keys';

/** A member of these orgs; who has just joined is in one branch, with no duties yet. Used by seeds and tests as well. */
export const newMember = (
  id: string,
  name: string,
  orgs: readonly Pick<OrgDoc, '_id' | 'path'>[],
  grants: Viewer['grants'] = [],
): NewMember => ({
  _id: id,
  name,
  ...searchKeysOf(name, 'person'),
  orgIds: orgs.map(({ _id }) => _id),
  scope: scopeOf(orgs.map(({ path }) => path)),
  grants,
  disabled: false,
});

/** Every org that a session names. */
export const orgIdsOf = (member: Viewer): string[] => [
  ...new Set([...member.orgIds, ...member.grants.map((grant) => grant.orgId)]),
];
