import { page } from './declare';

/** 名单. */
export const roster = {
  orgRoster: page<{ orgId?: string }>('packages/manage/roster/list', {
    needs: { permission: 'org:invite', title: '名单', instead: '想请人加入，可以向支部书记要邀请码。' },
  }),
};
