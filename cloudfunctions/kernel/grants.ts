import type { Role } from '../../contract/roles';

/** A role (角色) that a member holds on one org, for a time where one is said. Times are epoch milliseconds. */
export interface Grant {
  role: Role;
  orgId: string;
  /** Counts from here on; absent: it always has. */
  from?: number;
  /** Counts no more from here on; absent: until somebody takes it back. */
  until?: number;
  /** The member in whose place it is held (代理); absent for one's own. */
  of?: string;
  /** The term (任期) that it is, in the domain `role`; absent where it was given before there were any. */
  term?: string;
}

/** Whether a grant counts at this instant. */
export const isActive = ({ from, until }: Pick<Grant, 'from' | 'until'>, now: number): boolean =>
  (from === undefined || from <= now) && (until === undefined || now < until);

/** The grants that count now: what is over expires by itself, and what is to come does not count yet. */
export const activeGrants = (grants: readonly Grant[], now: number): Grant[] =>
  grants.filter((grant) => isActive(grant, now));
