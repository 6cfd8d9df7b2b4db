import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

/** Files are one's own: everybody asks about one that is not his. */
export const corner: Corner<'download'> = {
  inputs: {
    'download.mine': () => ({}),
    'download.get': () => ({ id: 'x-b1' }),
    'download.open': () => ({ id: 'x-b1' }),
    'download.discard': () => ({ commandId: newCommandId(), id: 'x-b1' }),
  },
};
