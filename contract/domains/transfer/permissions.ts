import type { PermissionSpec } from '../../permission';
import { organisers } from '../../roles';

export const transferPermissions = {
  'transfer:accept': { name: '办理转入转出', roles: [...organisers, 'organisation'] },
} as const satisfies Record<string, PermissionSpec>;
