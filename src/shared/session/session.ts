import type { Session } from '@contract/domains/me/actions';
import { hasPermission, isInPerson, type Permission } from '@contract/permissions';
import { queryClient, type CallKey } from '@/shared/call/client';
import { cachedReply } from '@/shared/call/reply-cache';
import { useQueryCall, type QueryState } from '@/shared/call/query';

/** Who I am. A visitor's is refused with NOT_REGISTERED. */
export const useSession = (): QueryState<Session> => useQueryCall('me.session', {});

/** True for a WeChat user who has not joined a branch yet. */
export const isVisitor = (session: QueryState<Session>): boolean => session.error?.code === 'NOT_REGISTERED';

/** What the server tells members only: one of them for each tab that a launch may begin with. */
const toldMembers = ['me.session', 'home.today', 'shelf.overview'] as const;

/** Whether this phone has known a persona as a member, in this launch or an earlier one; needs no network. */
export const isKnownMember = (who: string): boolean =>
  toldMembers.some(
    (action) =>
      queryClient.getQueryData([who, action, {}] satisfies CallKey) !== undefined ||
      cachedReply(who, action, {}) !== undefined,
  );

type Org = Session['orgs'][number];

/**
 * Orgs on which the person has a permission, each once; he has it on all below them as well. Where he stands in for
 * somebody, not those that are for the holder in person.
 */
export function orgsWith(session: Session | undefined, permission: Permission): Org[] {
  const found = new Map<string, Org>();
  for (const { role, org, inPlaceOf } of session?.roles ?? []) {
    const counts = inPlaceOf === undefined || !isInPerson(permission);
    if (counts && hasPermission(role, permission)) found.set(org.id, org);
  }
  return [...found.values()];
}

/** Whether the person has a permission on any org. */
export const isPermitted = (session: Session | undefined, permission: Permission): boolean =>
  orgsWith(session, permission).length > 0;

/** Whether the person holds any role beyond belonging. */
export const holdsRole = (session: Session | undefined): boolean =>
  (session?.roles ?? []).some(({ role }) => role !== 'member');
