import type { PermissionSpec } from '../../permission';

export const feedbackPermissions = {
  'feedback:answer': { name: '查看与答复投诉建议', roles: ['cityAdmin'] },
} as const satisfies Record<string, PermissionSpec>;
