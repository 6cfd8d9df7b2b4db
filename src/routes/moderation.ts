import type { Queue } from '@contract/domains/moderation/constants';
import { page } from './declare';

const decides = {
  permission: 'moderation:decide',
  title: '内容审核',
  instead: '自己写的审核到哪里，在“我的”里的“我的内容审核”看得到。',
} as const;

/** 内容审核. */
export const moderation = {
  /** `id`: of the org whose cases somebody comes for. */
  moderationQueue: page<{ id?: string; which?: Queue }>('packages/organise/moderation/queue', {
    needs: decides,
    menu: { group: 'manage', order: 30, title: '内容审核', context: '待审核的、申诉和举报' },
    waiting: ['moderation.queue'],
  }),
  /** `of`: the org whose queue it was opened from, where the next one comes from. */
  moderationCase: page<{ id: string; of?: string }>('packages/organise/moderation/case', { needs: decides }),
  ownCases: page('packages/me/cases', {
    menu: {
      group: 'programme',
      order: 8,
      title: '我的内容审核',
      context: '正在审核的、没有通过的，可以申诉',
      members: true,
    },
  }),
  ownCase: page<{ id: string }>('packages/me/case', { waiting: ['moderation.mine'] }),
};
