import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

export const corner: Corner<'me'> = {
  kept: ['me.session'],
  inputs: {
    'me.session': () => ({}),
    'me.waiting': () => ({}),
    'me.rename': () => ({ commandId: newCommandId(), name: '新名字' }),
    'me.undoRename': () => ({ commandId: newCommandId(), of: newCommandId() }),
    'me.join': () => ({ commandId: newCommandId(), joinCode: 'JOINB1', name: '小江', fourteenOrOlder: true }),
  },
};
