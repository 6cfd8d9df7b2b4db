import { link } from '../../../cloudfunctions/kernel/audit/rules/chain';
import { deriveId } from '../../../cloudfunctions/kernel/ids';
import type { Database } from '../../../cloudfunctions/schema';
import type { Corner } from '../authz/corner';

const chainOf = (orgId: string): string => deriveId('plant', orgId);

export const corner: Corner<'audit'> = {
  inputs: {
    'audit.list': (orgId) => ({ orgId }),
    'audit.get': (orgId) => ({ id: `${chainOf(orgId)}:000000000001` }),
    'audit.choices': (orgId) => ({ orgId }),
    'audit.findPerson': (orgId) => ({ orgId, q: 'canary' }),
    'audit.seals': () => ({}),
    'audit.verify': () => ({}),
  },
};

/** An entry about each of these orgs; not among what every test of the city finds, since many count entries. */
export async function plantEntries(db: Database, paths: readonly (readonly string[])[], now: number): Promise<void> {
  for (const path of paths) {
    const orgId = path.at(-1) ?? '';
    const what = { action: 'event.create', outcome: 'ok', kind: 'act', target: `event=e-${orgId}` } as const;
    const fact = { at: now, actor: `x-${orgId}`, ...what, orgs: [...path], requestId: `plant-${orgId}` };
    await db.audit.add(link(chainOf(orgId), undefined, fact));
  }
}
