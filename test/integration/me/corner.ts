import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

export const corner: Corner<'me'> = {
  kept: ['me.session'],
  inputs: {
    'me.session': () => ({}),
    'me.join': () => ({ commandId: newCommandId(), joinCode: 'JOINB1', name: '小江', fourteenOrOlder: true }),
  },
};
