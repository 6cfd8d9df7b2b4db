import type { MemberDoc } from '../../../kernel/collections';
import { isActive, type Grant } from '../../../kernel/grants';
import type { GuardDoc } from '../collections';

/** An administrator of the city, in his own right and able to use it; `forGood`: without an end. */
export interface Keeper {
  memberId: string;
  forGood: boolean;
}

/** Whether a grant makes its holder an administrator of the city in his own right. */
export const isKeeping = ({ role, orgId, of }: Pick<Grant, 'role' | 'orgId' | 'of'>, rootId: string): boolean =>
  role === 'cityAdmin' && orgId === rootId && of === undefined;

/** The administrators of the city, of the members who hold something on its root. */
export const keepersOf = (
  holders: readonly Pick<MemberDoc, '_id' | 'grants' | 'disabled'>[],
  rootId: string,
  now: number,
): Keeper[] =>
  holders.flatMap(({ _id, grants, disabled }) => {
    const own = grants.filter((grant) => isKeeping(grant, rootId) && isActive(grant, now));
    if (own.length === 0 || disabled) return [];
    return [{ memberId: _id, forGood: own.some(({ until }) => until === undefined) }];
  });

/**
 * Who is leaving once this member does too, or `last` where he must not: of those who stay one must be there for good,
 * unless he is not himself, when anybody will do.
 */
export function leave(
  { leaving }: Pick<GuardDoc, 'leaving'>,
  keepers: readonly Keeper[],
  memberId: string,
): string[] | 'last' {
  const self = keepers.find((keeper) => keeper.memberId === memberId);
  const staying = keepers.filter((keeper) => keeper !== self && !leaving.includes(keeper.memberId));
  const enough = self === undefined || staying.some(({ forGood }) => forGood || !self.forGood);
  // Of those who were leaving, who is an administrator no more is forgotten.
  const still = leaving.filter((id) => keepers.some((keeper) => keeper.memberId === id));
  return enough ? [...new Set([...still, memberId])] : 'last';
}
