import { dayOf } from '../../../contract/day';
import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

export const corner: Corner<'checkin'> = {
  kept: ['checkin.month', 'checkin.ofBook'],
  inputs: {
    'checkin.submit': () => ({ commandId: newCommandId(), bookId: 'k1', when: { kind: 'tap', elapsedMs: 0 } }),
    'checkin.remove': () => ({ commandId: newCommandId(), day: dayOf(Date.now()), bookId: 'k1' }),
    'checkin.undo': () => ({
      commandId: newCommandId(),
      of: newCommandId(),
      what: 'tap',
      day: dayOf(Date.now()),
      bookId: 'k1',
    }),
    'checkin.month': () => ({ month: dayOf(Date.now()).slice(0, 6) }),
    'checkin.ofBook': () => ({ bookId: 'k1' }),
  },
};
