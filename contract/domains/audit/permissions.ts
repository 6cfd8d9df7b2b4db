import type { PermissionSpec } from '../../permission';

export const auditPermissions = {
  'audit:see': { name: '查看与核对审计记录', roles: ['auditor'] },
} as const satisfies Record<string, PermissionSpec>;
