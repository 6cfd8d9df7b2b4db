import type { PermissionSpec } from '../../permission';
import { organisers } from '../../roles';

export const orgPermissions = {
  'org:invite': { name: '查看下级组织与邀请码', roles: organisers },
  'org:see': {
    name: '查看组织树',
    roles: [...organisers, 'office', 'partyCommittee', 'organisation', 'publicity', 'moderator', 'auditor'],
  },
  'org:manage': { name: '新建下级组织，给下级组织更名、移动、合并、拆分、归档', roles: ['orgAdmin', 'cityAdmin'] },
  'org:import': { name: '导入、导出组织名单', roles: ['orgAdmin', 'cityAdmin'] },
} as const satisfies Record<string, PermissionSpec>;
