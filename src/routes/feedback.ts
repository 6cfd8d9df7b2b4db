import { page } from './declare';

/** 投诉建议: one tap from every tab, so no entry on 我的. */
export const feedback = {
  feedback: page('packages/about/feedback'),
  /** One's own, with all that was said. */
  feedbackTicket: page<{ id: string }>('packages/about/ticket', { notices: ['feedbackAnswered'] }),
  /** `id`: the ticket that somebody comes for. */
  feedbackInbox: page<{ id?: string }>('packages/organise/feedback/inbox', {
    needs: {
      permission: 'feedback:answer',
      title: '收到的投诉建议',
      instead: '您提交的和收到的答复，都在“投诉建议”里。',
    },
    menu: { group: 'manage', order: 40, title: '收到的投诉建议', context: '按工作日答复' },
    waiting: ['feedback.open'],
    notices: ['feedbackDue'],
    formerly: ['packages/about/inbox'],
  }),
};
