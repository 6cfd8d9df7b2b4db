import * as domains from './domains/permissions';
import { merged } from './merged';
import type { PermissionSpec } from './permission';
import type { Role } from './roles';

/** What a domain declares: permissions whose names begin with its own. */
type Declared<T> = {
  [D in keyof T & string]: { [N in keyof T[D]]: N extends `${D}:${string}` ? PermissionSpec : never };
};

/**
 * Every permission, declared by its domain with the roles that have it. Whoever may do something says so by a
 * permission, never by a role.
 */
export const permissions = merged(domains satisfies Declared<typeof domains>);
export type Permission = keyof typeof permissions;

/** Whether a role has a permission. */
export const hasPermission = (role: Role, permission: Permission): boolean =>
  (permissions[permission].roles as readonly Role[]).includes(role);

/** Whether who holds a role in another's place (代理) is without this permission. */
export const isInPerson = (permission: Permission): boolean =>
  (permissions[permission] as PermissionSpec).inPerson === true;
