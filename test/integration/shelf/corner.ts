import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

export const corner: Corner<'shelf'> = {
  kept: ['shelf.list', 'shelf.overview'],
  inputs: {
    'shelf.overview': () => ({}),
    'shelf.list': () => ({ status: 'want' }),
    'shelf.move': () => ({ commandId: newCommandId(), bookId: 'k1', to: 'want' }),
    'shelf.undo': () => ({ commandId: newCommandId(), of: newCommandId(), bookId: 'k1' }),
  },
};
