import type { PermissionSpec } from '../../permission';
import { organisers } from '../../roles';

export const recommendationPermissions = {
  'recommendation:publish': { name: '发布荐书', roles: organisers },
} as const satisfies Record<string, PermissionSpec>;
