import type { PermissionSpec } from '../../permission';
import { organisers } from '../../roles';

export const memberPermissions = {
  'member:see': { name: '查看成员名单', roles: [...organisers, 'organisation', 'auditor'] },
  'member:name': { name: '在成员名单里看到姓名全文', roles: [...organisers, 'organisation'] },
  'member:manage': { name: '停用、恢复成员，为换了微信的人合并记录', roles: organisers },
} as const satisfies Record<string, PermissionSpec>;
