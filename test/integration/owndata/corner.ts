import { above, among } from '../../../cloudfunctions/kernel/port';
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
    const asked = await db.erasedates.find({ at: above(0) }, { limit: 1000, fields: ['_id'] });
    const ids = asked.map(({ _id }) => _id.split(':')[0] ?? '');
    await db.members.update({ _id: among(ids), 'erasing.at': above(0) }, undone);
  },
};
