import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import { openTown, person, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';

export const NOW = Date.UTC(2026, 10, 29, 4);
export const DAY = 86_400_000;

/** The town with its orgs of their kinds, and two administrators of the city. */
export async function openCity(gate: Gate = {}, more: MemberDoc[] = []): Promise<Town> {
  const town = await openTown(NOW, gate, [
    ...['one', 'two'].map((id) => person(id, 'city', [{ role: 'cityAdmin', orgId: 'city' }])),
    person('westHead', 'west', [{ role: 'orgAdmin', orgId: 'west', until: NOW + 100 * DAY }]),
    person('clerk', 'city', [{ role: 'organisation', orgId: 'city' }]),
    ...more,
  ]);
  await town.db.orgs.update({ _id: 'city' }, { set: { kind: 'committee' } });
  for (const district of ['east', 'west']) await town.db.orgs.update({ _id: district }, { set: { kind: 'district' } });
  return town;
}

/** The ids of what somebody holds on an org, as the town's administrator is shown them. */
export async function idOn(town: Town, orgId: string, memberId: string): Promise<string> {
  const { here } = await town.done('one', 'role.ofOrg', { orgId });
  return here.find(({ member }) => member.id === memberId)?.id ?? 'nothing';
}
