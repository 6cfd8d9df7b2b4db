import type { Role } from './roles';

const organisers = ['branchSecretary', 'orgAdmin', 'cityAdmin'] as const satisfies readonly Role[];

/**
 * Every permission (权限) and the roles that have it. A role held on an org has it there and on everything below. Whoever
 * may do something says so by a permission, never by a role.
 */
export const permissions = {
  'recommendation:publish': organisers,
  'event:manage': organisers,
  'book:catalogue': organisers,
  'org:invite': organisers,
  'feedback:answer': ['cityAdmin'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

export const permissionNames: Record<Permission, string> = {
  'recommendation:publish': '发布荐书',
  'event:manage': '办活动、看报名名单',
  'book:catalogue': '录入与更正书目',
  'org:invite': '查看下级组织与邀请码',
  'feedback:answer': '查看与答复投诉建议',
};

/** Whether a role has a permission. */
export const hasPermission = (role: Role, permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).includes(role);
