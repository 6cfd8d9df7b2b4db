import type { GrantView, Person, Sight, TermView } from '../../../../contract/domains/role/views';
import { hasPermission, isInPerson, permissions, type Permission } from '../../../../contract/permissions';
import type { OrgKind, Role } from '../../../../contract/roles';
import { roles } from '../../../../contract/roles';
import type { Grant } from '../../../kernel/grants';
import type { TermDoc } from '../collections';

/** What stands for somebody who is a member no more. */
const GONE = '已注销的成员';

type Names = ReadonlyMap<string, string>;
interface NamedOrg {
  _id: string;
  name: string;
  kind: OrgKind;
}

const personOf = (names: Names, id: string): Person => ({ id, name: names.get(id) ?? GONE });

/** What people in an org may do there without any role. */
const AS_MEMBER = ['看到发给这个组织和它上级的活动、荐书', '报名参加活动'];

/** What a role lets people do, in words; who stands in for another is without what is for the holder in person. */
export const wordsOf = (role: Role, acting: boolean): string[] =>
  role === 'member'
    ? AS_MEMBER
    : (Object.keys(permissions) as Permission[])
        .filter((permission) => hasPermission(role, permission) && !(acting && isInPerson(permission)))
        .map((permission) => permissions[permission].name);

/** Whether a grant gives a permission. */
export const givesPermission = ({ role, of }: Grant, permission: Permission): boolean =>
  hasPermission(role, permission) && !(of !== undefined && isInPerson(permission));

/** A role as it is shown, with whether the viewer may change it. */
export const grantView = (
  { id, memberId, grant }: { id: string; memberId: string; grant: Grant },
  { org, names, mayChange, now }: { org: NamedOrg; names: Names; mayChange: boolean; now: number },
): GrantView => ({
  id,
  member: personOf(names, memberId),
  role: grant.role,
  org: { id: org._id, name: org.name, kind: org.kind },
  from: grant.from ?? null,
  until: grant.until ?? null,
  of: grant.of === undefined ? null : personOf(names, grant.of),
  coming: (grant.from ?? 0) > now,
  mayChange,
});

/** By the order of the roles, the head first; then by name. */
export const inOrder = (grants: readonly GrantView[]): GrantView[] => {
  const rank = ({ role }: GrantView) => (role === 'cityAdmin' ? -1 : roles.indexOf(role));
  return [...grants].sort(
    (one, other) =>
      Number(one.coming) - Number(other.coming) ||
      rank(one) - rank(other) ||
      one.member.name.localeCompare(other.member.name, 'zh') ||
      (one.id < other.id ? -1 : 1),
  );
};

export const sightOf = (grant: Grant, org: NamedOrg, fromAbove: boolean): Sight => ({
  org: { id: org._id, name: org.name, kind: org.kind },
  role: grant.role,
  fromAbove,
  from: grant.from ?? null,
  until: grant.until ?? null,
  acting: grant.of !== undefined,
  may: wordsOf(grant.role, grant.of !== undefined),
});

/** Members that a term names. */
export const peopleOf = ({ memberId, of, by, secondBy, endedBy }: TermDoc): string[] =>
  [memberId, of, by, secondBy, endedBy].filter((id): id is string => id !== null && id !== '');

/** How it stands with a term now: one whose end has come is over, and so is a proposal that nobody decided. */
const stateAt = ({ state, until, lapsesAt }: TermDoc, now: number): TermDoc['state'] => {
  if (state === 'given' && until !== null && until <= now) return 'ended';
  return state === 'proposed' && lapsesAt !== null && lapsesAt <= now ? 'lapsed' : state;
};

export function termView(
  term: TermDoc,
  { names, now, mayDecide }: { names: Names; now: number; mayDecide: boolean },
): TermView {
  const { _id, memberId, role, orgId, orgName, from, until, of, at, by, secondBy, endedBy, endedAt, lapsesAt } = term;
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const state = stateAt(term, now);
  return {
    ...{ id: _id, role, from, until, state, at, lapsesAt },
    member: personOf(names, memberId),
    org: { id: orgId, name: orgName },
    of: of === null ? null : personOf(names, of),
    ...{ by: nameOf(by), secondBy: nameOf(secondBy), endedBy: nameOf(endedBy) },
    endedAt: endedAt ?? (state === 'ended' ? until : null),
    mayDecide: mayDecide && state === 'proposed',
  };
}
