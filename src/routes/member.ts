import { page } from './declare';

/** What a page gets that has a member picked. */
export interface PickedMember {
  id: string;
  name: string;
  /** His orgs in words, which tell two of one name apart. */
  orgName: string;
}

const needs = {
  permission: 'member:see',
  title: '成员',
  instead: '自己在哪些组织、有什么职责，在“我的”里看得到。',
} as const;

/** 成员. */
export const member = {
  /** `orgId`: of this org and all below it. */
  members: page<{ orgId?: string; name?: string }>('packages/manage/member/list', {
    needs,
    menu: { group: 'people', order: 20, title: '成员', context: '谁在哪里、担任什么' },
  }),
  memberPage: page<{ id: string }>('packages/manage/member/detail', { needs }),
  /** Two records of the member whom `id` names become one. */
  mergePropose: page<{ id: string; name?: string }>('packages/manage/member/propose', {
    needs: {
      permission: 'member:manage',
      title: '合并账号',
      instead: '换了手机或微信，可以在“我的”的“合并账号”里自己办。',
    },
  }),
  /** One's own: two phones at hand, or an answer to what a secretary proposed. */
  merge: page<{ id?: string }>('packages/me/merge', {
    menu: { group: 'programme', order: 7, title: '合并账号', context: '换了手机或微信，记录都带过来' },
    waiting: ['member.asked', 'member.told', 'member.began', 'member.review'],
  }),
  /** The second type: whom one has picked. */
  memberPick: page<{ orgId?: string; name?: string }, PickedMember>('packages/manage/member/pick', {
    needs: { ...needs, title: '选一位成员' },
  }),
  /** Somebody of a full name, to stand in for the viewer in the role `id` or to take it over. */
  namedPick: page<{ id: string }, PickedMember>('packages/me/named'),
};
