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

/** What people call each kind of org. */
export const orgKindNames: Record<OrgKind, string> = {
  committee: '团市委',
  district: '区县',
  university: '高校',
  enterprise: '企业',
  office: '机关',
  generalBranch: '团总支',
  branch: '团支部',
  department: '部室',
};

/**
 * Roles (角色). Each is held on one org and reaches that org's subtree; what it lets people do is the permission table's
 * affair (`permissions.ts`), who may give it is the role table's.
 */
export const roles = [
  'member',
  'branchSecretary',
  'orgAdmin',
  'cityAdmin',
  'office',
  'partyCommittee',
  'organisation',
  'publicity',
  'moderator',
  'auditor',
  'stationHead',
  'lecturer',
  'judge',
] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  member: '成员',
  branchSecretary: '支部书记',
  orgAdmin: '书记',
  cityAdmin: '管理员',
  office: '办公室',
  partyCommittee: '机关党委',
  organisation: '组织部',
  publicity: '宣传部',
  moderator: '审核员',
  auditor: '审计员',
  stationHead: '站长',
  lecturer: '讲师',
  judge: '评委',
};

/** The roles that act for an org: they hold events, publish, invite. */
export const organisers = ['branchSecretary', 'orgAdmin', 'cityAdmin'] as const satisfies readonly Role[];
