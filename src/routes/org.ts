import { page } from './declare';

/** 组织. */
export const org = {
  invite: page('packages/organise/org/invite', {
    needs: { permission: 'org:invite', title: '邀请码', instead: '想请人加入，可以向支部书记要邀请码。' },
    menu: { group: 'manage', order: 30, title: '邀请码', context: '请人加入支部' },
    formerly: ['packages/about/invite'],
  }),
};
