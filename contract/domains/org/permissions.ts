import type { PermissionSpec } from '../../permission';
import { organisers } from '../../roles';

export const orgPermissions = {
  'org:invite': { name: '查看下级组织与邀请码', roles: organisers },
} as const satisfies Record<string, PermissionSpec>;
