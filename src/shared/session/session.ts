import type { Session } from '@contract/actions/me';
import { organiserRoles, type Role } from '@contract/roles';
import { useQueryCall, type QueryState } from '@/shared/call/query';

/** Who I am. A visitor's is refused with NOT_REGISTERED. */
export const useSession = (): QueryState<Session> => useQueryCall('me.session', {});

/** True for a WeChat user who has not joined a branch yet. */
export const isVisitor = (session: QueryState<Session>): boolean => session.error?.code === 'NOT_REGISTERED';

type Org = Session['orgs'][number];

/** Orgs for which the person may recommend books and run events, each once. */
export function managedOrgs(session: Session | undefined): Org[] {
  const found = new Map<string, Org>();
  for (const { role, org } of session?.roles ?? []) {
    if ((organiserRoles as readonly Role[]).includes(role)) found.set(org.id, org);
  }
  return [...found.values()];
}

export const hasRole = (session: Session | undefined, role: Role): boolean =>
  session?.roles.some((grant) => grant.role === role) ?? false;
