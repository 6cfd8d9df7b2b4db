import { link } from '../../../cloudfunctions/kernel/audit/rules/chain';
import { deriveId } from '../../../cloudfunctions/kernel/ids';
import { type Corner } from '../authz/corner';

export const corner: Corner<'audit'> = {
  inputs: {
    'audit.list': (orgId) => ({ orgId }),
    'audit.get': (orgId) => ({ id: `${deriveId('plant', orgId)}:000000000001` }),
    'audit.choices': (orgId) => ({ orgId }),
    'audit.findPerson': (orgId) => ({ orgId, q: 'canary' }),
    'audit.seals': () => ({}),
    'audit.verify': () => ({}),
  },
  // Of each org an entry that only its auditors see: who did it is in none of the others.
  plant: async (db, paths, now) => {
    for (const path of paths) {
      const orgId = path.at(-1) ?? '';
      const what = { action: 'event.create', outcome: 'ok', kind: 'act', target: `event=e-${orgId}` } as const;
      const fact = { at: now, actor: `x-${orgId}`, ...what, orgs: [...path], requestId: `plant-${orgId}` };
      await db.audit.add(link(deriveId('plant', orgId), undefined, fact));
    }
  },
};
