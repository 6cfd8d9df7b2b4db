/**
 * What an entry of the audit is, by what was asked and how it went: an act, a look at what concerns others, data taken
 * out, a refusal for want of a right, or an act that failed for another reason.
 */
export const auditKinds = ['act', 'read', 'export', 'refused', 'failed'] as const;
export type AuditKind = (typeof auditKinds)[number];
export const auditKindNames: Record<AuditKind, string> = {
  act: '操作',
  read: '查看',
  export: '导出',
  refused: '被拒绝',
  failed: '未办成',
};

/** What somebody takes data out for; said when it is asked for, and written to the audit. */
export const exportPurposes = ['work', 'report', 'archive', 'person', 'audit'] as const;
export type ExportPurpose = (typeof exportPurposes)[number];
export const exportPurposeNames: Record<ExportPurpose, string> = {
  work: '日常工作',
  report: '汇总上报',
  archive: '留存归档',
  person: '本人要求',
  audit: '外部审计',
};

/** Entries on one page of the audit, and seals on one of theirs. */
export const AUDIT_PAGE = 30;
/** People of whom one is chosen. */
export const PEOPLE_MAX = 12;
