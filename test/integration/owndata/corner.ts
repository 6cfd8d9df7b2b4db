import { above } from '../../../cloudfunctions/kernel/port';
import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

/** Everybody asks about himself. */
export const corner: Corner<'owndata'> = {
  inputs: {
    'owndata.view': () => ({}),
    'owndata.count': () => ({ commandId: newCommandId() }),
    'owndata.export': () => ({ commandId: newCommandId() }),
    'owndata.erase': () => ({ commandId: newCommandId(), confirm: '注销' }),
    'owndata.undo': () => ({ commandId: newCommandId() }),
  },
  async mend(db) {
    const undone = { set: { disabled: false }, unset: ['erasing', 'disabledFor'] } as const;
    await db.members.update({ 'erasing.at': above(0) }, undone);
  },
};
