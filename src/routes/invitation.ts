import { page } from './declare';

/** 邀请与加入. */
export const invitation = {
  /** What a link or a mini-program code of an invitation opens; WeChat hands a code's content over as `scene`. */
  enter: page<{ code?: string; scene?: string; id?: string }>('packages/join/enter', {
    menu: { group: 'programme', order: 6, title: '加入组织', context: '用邀请码，可以不止一个', members: true },
    waiting: ['invitation.mine'],
    notices: ['joinSettled'],
  }),
  invitations: page<{ orgId?: string }>('packages/manage/invitation/list', {
    needs: { permission: 'org:invite', title: '邀请', instead: '想请人加入，可以向支部书记要邀请码。' },
    menu: { group: 'people', order: 50, title: '邀请', context: '请人加入，限时限人' },
  }),
  joinRequests: page<{ id?: string }>('packages/manage/invitation/requests', {
    needs: { permission: 'org:invite', title: '加入申请', instead: '您自己的申请在“我的”里。' },
    waiting: ['invitation.asked'],
  }),
  /** On paper, from a browser. */
  printCodes: page<{ id: string }>('packages/manage/invitation/print', {
    needs: { permission: 'org:invite', title: '打印二维码', instead: '想请人加入，可以向支部书记要邀请码。' },
    only: 'h5',
  }),
};
