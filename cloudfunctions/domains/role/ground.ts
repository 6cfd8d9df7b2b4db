import type { PresentOrg } from '../../kernel/orgTree';
import type { MemberContext } from '../../kernel/context';
import { findHolder, type Holder } from '../../kernel/memberGrants';
import { namesOf } from '../../kernel/members';
import type { Others } from '../../kernel/others';
import { viewerAt } from '../../kernel/identity';
import { refuse } from '../../kernel/refuse';
import type { TermView } from '../../../contract/domains/role/views';
import { findOrg, standingOrgs } from '../org/public';
import type { RoleDatabase, TermDoc } from './collections';
import type { Ground } from './rules/granting';
import { peopleOf, termView } from './rules/view';

export type RoleContext = MemberContext<RoleDatabase>;

/** An org as roles are given on it; the right on it is proved. One round trip. */
export async function groundOf(others: Others, org: PresentOrg): Promise<Ground & { org: PresentOrg }> {
  const { kind, parentId } = (await findOrg(others, org._id)) ?? refuse('NOT_FOUND');
  return { org, place: { kind, isRoot: parentId === null }, path: org.path };
}

/** The same of an org on which nothing is proved, since it is the viewer's own role that is about it. Two round trips. */
export async function standingGround(others: Others, orgId: string) {
  const standing = (await standingOrgs(others, [orgId])).get(orgId);
  if (standing === undefined) return undefined;
  const { org, kind, archived } = standing;
  return { org, place: { kind, isRoot: org.path.length === 1 }, path: org.path, archived };
}

/** A member who can be given something, or `undefined`. One round trip. */
export async function ableMember(
  { others, now }: Pick<RoleContext, 'others' | 'now'>,
  id: string,
): Promise<Holder | undefined> {
  const member = await findHolder(others, id);
  return member === undefined || viewerAt(member, now).disabled ? undefined : member;
}

/** A term as a command leaves it. One round trip, for the names. */
export async function shown({ others, now }: RoleContext, term: TermDoc): Promise<{ term: TermView }> {
  return { term: termView(term, { names: await namesOf(others, peopleOf(term)), now, mayDecide: false }) };
}
