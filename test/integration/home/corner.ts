import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

export const corner: Corner<'home'> = {
  kept: ['home.today'],
  inputs: {
    'home.today': () => ({}),
    'home.seen': () => ({ commandId: newCommandId(), events: [], tickets: [] }),
  },
};
