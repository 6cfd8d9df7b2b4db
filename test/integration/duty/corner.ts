import { newDuty } from '../../../cloudfunctions/domains/duty/rules/duty';
import type { DutyDoc } from '../../../cloudfunctions/domains/duty/collections';
import { newCommandId } from '../../support/stack';
import { canary, type Corner } from '../authz/corner';

const duty = (path: readonly string[], now: number): DutyDoc => {
  const orgId = path.at(-1) ?? '';
  const what = { group: '领导小组', kind: 'leader' as const, title: canary(orgId) };
  const holder = { memberId: null, name: canary(orgId) };
  return newDuty({
    id: `u-${orgId}`,
    org: { _id: orgId, path: [...path] },
    what,
    holder,
    term: { from: '20260301', until: null },
    now,
  });
};

const what = { group: '领导小组', kind: 'leader' as const, title: '' };
const term = { person: { memberId: null, name: '新组长' }, from: '20260301', until: null };

export const corner: Corner<'duty'> = {
  inputs: {
    'duty.board': (orgId) => ({ orgId }),
    'duty.history': (orgId) => ({ orgId }),
    'duty.get': (orgId) => ({ id: `u-${orgId}` }),
    'duty.add': (orgId) => ({ commandId: newCommandId(), orgId, ...what, ...term }),
    'duty.standIn': (orgId) => ({ commandId: newCommandId(), id: `u-${orgId}`, ...term }),
    'duty.revise': (orgId) => ({ commandId: newCommandId(), id: `u-${orgId}`, version: 0, ...what, ...term }),
    'duty.setRemoved': (orgId) => ({ commandId: newCommandId(), id: `u-${orgId}`, removed: false }),
    'duty.place': (orgId) => ({ commandId: newCommandId(), id: `u-${orgId}`, order: 1 }),
  },
  // They stand on the org's page.
  seenByCopy: { 'duty.board': 'org:see', 'duty.history': 'org:see' },
  plant: async (db, paths, now) => {
    await db.duties.addAll(paths.map((path) => duty(path, now)));
  },
};
