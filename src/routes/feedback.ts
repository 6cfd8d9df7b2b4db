import { page } from './declare';

/** 投诉建议: one tap from every tab, so no entry on 我的. */
export const feedback = {
  feedback: page('packages/about/feedback'),
  feedbackInbox: page('packages/organise/feedback/inbox', {
    needs: {
      permission: 'feedback:answer',
      title: '收到的投诉建议',
      instead: '您提交的和收到的答复，都在“投诉建议”里。',
    },
    menu: { group: 'manage', order: 40, title: '收到的投诉建议', context: '七天内答复' },
    formerly: ['packages/about/inbox'],
  }),
};
