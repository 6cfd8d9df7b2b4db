import type { PermissionSpec } from '../../permission';
import { organisers } from '../../roles';

export const bookPermissions = {
  'book:catalogue': { name: '录入与更正书目', roles: organisers },
} as const satisfies Record<string, PermissionSpec>;
