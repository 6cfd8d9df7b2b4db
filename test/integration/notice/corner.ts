import { newNotice } from '../../../cloudfunctions/shared/notices/rules/notice';
import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

const told = { to: 'member', kind: 'roleChanged', thing: 'b1', about: '1', data: { title: 'x', text: 'x' } } as const;

export const corner: Corner<'notice'> = {
  inputs: {
    'notice.inbox': () => ({}),
    'notice.unread': () => ({}),
    'notice.read': () => ({ commandId: newCommandId(), id: 'n-1' }),
    'notice.readAll': () => ({ commandId: newCommandId(), upTo: Date.now() }),
    'notice.settings': () => ({}),
    'notice.set': () => ({ commandId: newCommandId(), perWeek: 2 }),
    'notice.consent': () => ({ commandId: newCommandId(), accepted: ['event'] }),
  },
  kept: ['notice.inbox'],
  async plant(db, _paths, now) {
    await db.notices.add(newNotice(told, { id: 'n-1', now }));
  },
};
