import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

export const corner: Corner<'feedback'> = {
  inputs: {
    'feedback.submit': () => ({ commandId: newCommandId(), kind: 'complaint', text: '打不开' }),
    'feedback.mine': () => ({}),
    'feedback.inbox': () => ({}),
    'feedback.reply': () => ({ commandId: newCommandId(), id: 'f-b1', text: '已修好' }),
  },
  async plant(db, _paths, now) {
    const words = { ticket: 't', kind: 'complaint' as const, text: 'x', at: now, replyBy: '20261130', reply: null };
    await db.feedback.add({ _id: 'f-b1', memberId: 'member', ...words });
  },
};
