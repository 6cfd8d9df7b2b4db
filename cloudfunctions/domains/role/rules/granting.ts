import type { Role } from '../../../../contract/roles';
import { entitles, isHeldOn, type Place, roleTable } from '../../../../contract/roleTable';
import type { Viewer } from '../../../kernel/context';
import type { Grant } from '../../../kernel/grants';

/** The org on which a role is given: what it is, and ids from the root to itself as it stands now. */
export interface Ground {
  place: Place;
  path: readonly string[];
}

type Giver = Pick<Viewer, '_id' | 'grants'>;

/** Why a role cannot be given so; codes of the contract. */
export type GivingProblem = 'ROLE_NOT_HERE' | 'ROLE_NOT_YOURS' | 'ROLE_TERM_INVALID' | 'ROLE_TO_SELF';

/** The giver's own roles over the org that entitle him to give this one there; what he holds for another does not count. */
export const entitling = ({ grants }: Pick<Giver, 'grants'>, role: Role, { place, path }: Ground): Grant[] =>
  grants.filter((grant) => grant.of === undefined && path.includes(grant.orgId) && entitles(grant.role, role, place));

/** Whether he may end it or change its term. */
export const mayGive = (giver: Pick<Giver, 'grants'>, role: Role, ground: Ground): boolean =>
  entitling(giver, role, ground).length > 0;

/** Until when somebody may give it at most; `Infinity`: without an end. */
export const latestEnd = (giver: Pick<Giver, 'grants'>, role: Role, ground: Ground): number =>
  roleTable[role].outlives
    ? Infinity
    : Math.max(...entitling(giver, role, ground).map(({ until }) => until ?? Infinity));

/** Whether a term ends after it begins and after now. */
export const isTerm = ({ from, until }: { from: number; until: number | null }, now: number): boolean =>
  until === null || (until > now && until > from);

/** Whether this giver may give this role there, to this member, for this time. */
export function judgeGiving(
  giver: Giver,
  ground: Ground,
  wish: { memberId: string; role: Role; from: number; until: number | null },
  now: number,
): 'go' | GivingProblem {
  if (!isHeldOn(wish.role, ground.place)) return 'ROLE_NOT_HERE';
  if (!mayGive(giver, wish.role, ground)) return 'ROLE_NOT_YOURS';
  if (wish.memberId === giver._id) return 'ROLE_TO_SELF';
  const inTime = isTerm(wish, now) && (wish.until ?? Infinity) <= latestEnd(giver, wish.role, ground);
  return inTime ? 'go' : 'ROLE_TERM_INVALID';
}
