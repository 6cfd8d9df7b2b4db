import type { PermissionSpec } from '../../permission';
import { organisers } from '../../roles';

export const eventPermissions = {
  'event:manage': { name: '办活动、看报名名单', roles: organisers },
} as const satisfies Record<string, PermissionSpec>;
