import { roleTable } from '../../../../contract/roleTable';
import type { Viewer } from '../../../kernel/context';
import type { Grant } from '../../../kernel/grants';
import { type GivingProblem, type Ground, isTerm, judgeGiving, mayGive } from './granting';

/** Roles that somebody holds himself on an org and that are not over: what a handover is about. */
export const toHandOver = (grants: readonly Grant[], orgId: string, now: number): Grant[] =>
  grants.filter(
    ({ orgId: at, of, role, until }) =>
      at === orgId && of === undefined && role !== 'member' && (until ?? Infinity) > now,
  );

/** Whether this viewer may hand over that role of that member: his own, where the table lets him, or one that he gives. */
export const mayHandOver = (
  viewer: Pick<Viewer, '_id' | 'grants'>,
  ground: Ground,
  memberId: string,
  { role }: Pick<Grant, 'role'>,
): boolean => mayGive(viewer, role, ground) || (memberId === viewer._id && roleTable[role].handedOn);

/**
 * When the successor's term ends, or why he cannot have it: as the one before would have, where nobody says otherwise. Who
 * hands on his own role gives no longer a term than his own.
 */
export function successorTerm(
  viewer: Pick<Viewer, '_id' | 'grants'>,
  ground: Ground,
  {
    memberId,
    toId,
    grant,
    at,
    until,
  }: { memberId: string; toId: string; grant: Grant; at: number; until: number | null },
  now: number,
): { ends: number | null } | GivingProblem {
  if (toId === viewer._id || toId === memberId) return 'ROLE_TO_SELF';
  const own = grant.until ?? Infinity;
  const ends = until ?? grant.until ?? null;
  if (memberId !== viewer._id || !roleTable[grant.role].handedOn) {
    const verdict = judgeGiving(viewer, ground, { memberId: toId, role: grant.role, from: at, until: ends }, now);
    return verdict === 'go' ? { ends } : verdict;
  }
  return isTerm({ from: at, until: ends }, now) && (ends ?? Infinity) <= own ? { ends } : 'ROLE_TERM_INVALID';
}
