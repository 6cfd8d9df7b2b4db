/** Kinds of organisation (组织), from the city committee (团市委) down to the branch (支部). */
export const orgKinds = [
  'committee',
  'district',
  'university',
  'enterprise',
  'office',
  'generalBranch',
  'branch',
  'department',
] as const;
export type OrgKind = (typeof orgKinds)[number];

/** Role (角色) grants; each is held on one org and reaches that org's subtree. */
export const roles = ['member', 'branchSecretary', 'orgAdmin', 'cityAdmin', 'judge', 'auditor'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  member: '成员',
  branchSecretary: '支部书记',
  orgAdmin: '书记',
  cityAdmin: '管理员',
  judge: '评委',
  auditor: '审计员',
};

/** The roles that act for an org: they hold events, publish, invite. */
export const organisers = ['branchSecretary', 'orgAdmin', 'cityAdmin'] as const satisfies readonly Role[];
