import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

/** Files are one's own until something takes them: everybody asks about one that is not his. */
export const corner: Corner<'file'> = {
  inputs: {
    'file.ticket': () => ({ commandId: newCommandId(), purpose: 'feedback', kind: 'png', size: 100 }),
    'file.finish': () => ({ commandId: newCommandId(), id: 'file-b1' }),
    'file.discard': () => ({ commandId: newCommandId(), id: 'file-b1' }),
    'file.open': () => ({ id: 'file-b1' }),
  },
};
