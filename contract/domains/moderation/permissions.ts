import type { PermissionSpec } from '../../permission';

export const moderationPermissions = {
  'moderation:decide': { name: '审核内容', roles: ['moderator', 'orgAdmin', 'cityAdmin'] },
  'moderation:audit': { name: '查看谁举报了内容', roles: ['auditor'], inPerson: true },
} as const satisfies Record<string, PermissionSpec>;
