import { page } from './declare';

const needs = {
  permission: 'transfer:accept',
  title: '转入转出',
  instead: '自己的转接，在“我的”的“组织转接”里办。',
} as const;

/** 转接. */
export const transfer = {
  /** `id`: the movement that somebody wants to see. */
  myTransfers: page<{ id?: string }>('packages/me/transfer', {
    menu: { group: 'programme', order: 5, title: '组织转接', context: '转到别处、再加入一个、离开', members: true },
    waiting: ['transfer.mine'],
    notices: ['transferAsked', 'transferSettled'],
  }),
  /** `fromId`: the org to go from; without it, one more is joined. */
  moveOrg: page<{ fromId?: string }>('packages/me/move'),
  /** `id`: the org whose requests are shown. */
  transfers: page<{ id?: string }>('packages/manage/transfer/list', {
    needs,
    menu: { group: 'people', order: 40, title: '转入转出', context: '答复申请，看谁转来转走' },
    waiting: ['transfer.asked'],
  }),
  /** `orgId`: the org to go from; `memberId`: who, where it is known already. */
  transferPropose: page<{ orgId?: string; memberId?: string }>('packages/manage/transfer/propose', {
    needs: { ...needs, title: '提议转出' },
  }),
  /** `id`: the org whose people graduate. */
  graduate: page<{ id?: string }>('packages/manage/transfer/graduate', {
    needs: { ...needs, title: '毕业转出', instead: '自己的毕业去向，在“我的”里看得到，也改得了。' },
    menu: { group: 'people', order: 45, title: '毕业转出', context: '一个班一次办完' },
  }),
};
