import { newExport } from '../../../cloudfunctions/shared/exports/rules/request';
import { memberId } from '../../../scripts/seed/documents';
import { newCommandId } from '../../support/stack';
import type { Acts } from '../stale/acts';

const who = 'youth';

export const acts: Acts<'download'> = {
  async 'download.discard'(city, now) {
    const asked = { kind: 'list', params: {}, sight: 'full', title: '名册', format: 'csv', purpose: '核对' } as const;
    const file = newExport('x_stale', { id: memberId(who), name: '某人' }, asked, now);
    await city.db.exports.add({ ...file, state: 'ready' });
    return { who, input: { commandId: newCommandId(), id: file._id } };
  },
};
