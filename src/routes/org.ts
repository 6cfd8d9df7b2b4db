import { page } from './declare';

const change = {
  permission: 'org:manage',
  instead: '组织的设置由上级组织的管理员来改，可以在“投诉建议”里告诉我们。',
} as const;

/** 组织. */
export const org = {
  /** For everybody who belongs to it or below it, and for those who run what is above. */
  orgPage: page<{ id: string }>('packages/org/detail', { after: ['me'], formerly: ['packages/me/org'] }),
  orgTree: page('packages/manage/org/tree', {
    needs: { permission: 'org:see', title: '组织', instead: '自己所在的组织，在“我的”里看得到。' },
    menu: { group: 'people', order: 10, title: '组织', context: '上下级、规模、领导小组' },
  }),
  orgNew: page<{ parentId: string }>('packages/manage/org/create', { needs: { ...change, title: '新建下级' } }),
  /** `kind`: which change; see `features/org/changes.ts`. */
  orgChange: page<{ id: string; kind: string }>('packages/manage/org/change', {
    needs: { ...change, title: '改动组织' },
  }),
  orgChanges: page<{ id: string }>('packages/manage/org/changes', { needs: { ...change, title: '最近改动' } }),
  invite: page('packages/organise/org/invite', {
    needs: { permission: 'org:invite', title: '邀请码', instead: '想请人加入，可以向支部书记要邀请码。' },
    formerly: ['packages/about/invite'],
  }),
};
