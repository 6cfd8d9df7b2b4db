import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

const named = () => ({ commandId: newCommandId(), id: 'f-b1' });

export const corner: Corner<'feedback'> = {
  inputs: {
    'feedback.submit': () => ({ commandId: newCommandId(), kind: 'complaint', text: '打不开' }),
    'feedback.mine': () => ({}),
    'feedback.get': () => ({ id: 'f-b1' }),
    'feedback.follow': () => ({ ...named(), text: '还是打不开' }),
    'feedback.close': named,
    'feedback.inbox': () => ({}),
    'feedback.find': () => ({ ticket: '20261123-4F7K' }),
    'feedback.ticket': () => ({ id: 'f-b1' }),
    'feedback.take': () => ({ ...named(), take: true }),
    'feedback.reply': () => ({ ...named(), text: '已修好' }),
    'feedback.unreply': named,
  },
  async plant(db, _paths, now) {
    const words = { kind: 'complaint' as const, text: 'x', at: now, replyBy: '20261130', reply: null };
    await db.feedback.add({ _id: 'f-b1', memberId: 'member', ticket: '20261123-4F7K', ...words });
  },
};
