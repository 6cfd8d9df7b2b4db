import { page } from './declare';

const needs = {
  permission: 'audit:see',
  title: '审计记录',
  instead: '审计记录由审计员查看。想知道谁看过您的信息，可以在“投诉建议”里提出。',
} as const;

/** 审计. */
export const audit = {
  /** Opened with a person, a thing or an action: only what is about it. The words say what it is. */
  audit: page<{
    orgId?: string;
    personId?: string;
    personName?: string;
    thingId?: string;
    thingName?: string;
    action?: string;
    actionName?: string;
  }>('packages/manage/audit/list', {
    needs,
    menu: { group: 'manage', order: 70, title: '审计记录', context: '谁在何时看了什么、做了什么' },
  }),
  auditEntry: page<{ id: string }>('packages/manage/audit/entry', { needs: { ...needs, title: '一条审计记录' } }),
  auditSeals: page('packages/manage/audit/seals', { needs: { ...needs, title: '核对审计记录' } }),
};
