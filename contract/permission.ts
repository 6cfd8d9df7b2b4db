import type { Role } from './roles';

/** What a domain declares of a permission (权限) in its `permissions.ts`. */
export interface PermissionSpec {
  /** What it lets people do, for the table of rights. */
  readonly name: string;
  /** Held on an org, it reaches everything below. */
  readonly roles: readonly Role[];
  /** For those whose own role it is: who stands in for somebody (代理) does not have it. */
  readonly inPerson?: true;
}
