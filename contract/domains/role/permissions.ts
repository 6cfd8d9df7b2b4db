import type { PermissionSpec } from '../../permission';
import { organisers } from '../../roles';

export const rolePermissions = {
  'role:grant': { name: '授予与收回职责', roles: ['orgAdmin', 'cityAdmin', 'organisation'], inPerson: true },
  'role:see': {
    name: '查看谁担任什么职责、能做什么',
    roles: [...organisers, 'office', 'partyCommittee', 'organisation', 'publicity', 'moderator', 'auditor'],
  },
} as const satisfies Record<string, PermissionSpec>;
