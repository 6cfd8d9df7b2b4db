import { demoDuties, type DemoDuty } from '../../demo/duties';
import { demoMembers } from '../../demo/members';
import { addDays, dayOf } from '../../contract/day';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import type { DutyDoc } from '../../cloudfunctions/domains/duty/collections';
import { newDuty, type Holder } from '../../cloudfunctions/domains/duty/rules/duty';
import { memberId, type City } from './documents';

export const dutyId = (key: string): string => deriveId('u', 'demo', key);
const nameOf = new Map(demoMembers.map(({ key, name }) => [key, name]));

const holderOf = (who: DemoDuty['who']): Holder =>
  'name' in who
    ? { memberId: null, name: who.name }
    : { memberId: memberId(who.member), name: nameOf.get(who.member) ?? '' };

/** Who holds which duty in the demo city, in the order in which `demo/duties.ts` names them. */
export function dutyDocuments({ orgs, at }: Pick<City, 'orgs' | 'at'>): DutyDoc[] {
  const today = dayOf(at);
  return demoDuties.flatMap(({ key, orgId, group, kind, title = '', who, fromDay, untilDay, of }, index) => {
    const org = orgs.get(orgId);
    if (org === undefined) return [];
    return newDuty({
      id: dutyId(key),
      org,
      what: { group, kind, title },
      holder: holderOf(who),
      term: { from: addDays(today, fromDay), until: untilDay === undefined ? null : addDays(today, untilDay) },
      ...(of !== undefined && { of: dutyId(of) }),
      now: at + index,
    });
  });
}
