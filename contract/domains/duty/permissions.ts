import type { PermissionSpec } from '../../permission';
import { organisers } from '../../roles';

export const dutyPermissions = {
  'duty:manage': { name: '编辑领导小组与职务', roles: [...organisers, 'office', 'organisation'] },
} as const satisfies Record<string, PermissionSpec>;
