import type { Session } from '../../../../contract/domains/me/actions';
import { dayOf } from '../../../../contract/day';
import type { OrgDoc } from '../../org/collections';
import type { Viewer } from '../../../kernel/context';

/** Who the member is, for the client. An org that is gone is left out, and a role on it with it. */
export function sessionView(
  member: Viewer,
  { orgs, names }: { orgs: readonly OrgDoc[]; names: ReadonlyMap<string, string> },
  now: number,
): Session {
  const named = (id: string) =>
    orgs.filter((org) => org._id === id).map(({ _id, name, kind }) => ({ id: _id, name, kind }));
  return {
    now,
    day: dayOf(now),
    member: { id: member._id, name: member.name },
    orgs: member.orgIds.flatMap(named),
    roles: member.grants
      .filter(({ role }) => role !== 'member')
      .flatMap(({ role, orgId, until, of }) => {
        const inPlaceOf = of === undefined ? undefined : names.get(of);
        const term = { ...(until !== undefined && { until }), ...(inPlaceOf !== undefined && { inPlaceOf }) };
        return named(orgId).map((org) => ({ role, org, ...term }));
      }),
  };
}
