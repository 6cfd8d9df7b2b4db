import { isActive, type Grant } from '../../../kernel/grants';
import type { MemberDoc } from '../../../kernel/collections';
import type { Role } from '../../../../contract/roles';

/** Roles without which nobody lets people in, answers or hands on. */
const needed: readonly Role[] = ['branchSecretary', 'orgAdmin', 'cityAdmin'];

const isOwn = ({ role, of }: Grant): boolean => of === undefined && needed.includes(role);

/** Orgs on which somebody has such a role in his own right now. */
export const ledBy = (grants: readonly Grant[], now: number): string[] => [
  ...new Set(grants.filter((grant) => isOwn(grant) && isActive(grant, now)).map(({ orgId }) => orgId)),
];

/** Those of his roles that nobody but he has, in his own right and able to use it. */
export function heldAlone(
  memberId: string,
  grants: readonly Grant[],
  holders: readonly Pick<MemberDoc, '_id' | 'grants' | 'disabled'>[],
  now: number,
): Grant[] {
  const others = holders.filter(({ _id, disabled }) => _id !== memberId && !disabled);
  const holds = (role: Role, orgId: string) =>
    others.some((holder) =>
      holder.grants.some(
        (grant) => grant.role === role && grant.orgId === orgId && isOwn(grant) && isActive(grant, now),
      ),
    );
  return grants.filter((grant) => isOwn(grant) && isActive(grant, now) && !holds(grant.role, grant.orgId));
}
