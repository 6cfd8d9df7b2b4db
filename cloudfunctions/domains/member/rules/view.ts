import { startOfDay } from '../../../../contract/day';
import type { Duty } from '../../../../contract/domains/duty/actions';
import type { MemberDetail, MemberRow } from '../../../../contract/domains/member/actions';
import { isPermittedOn } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import type { MemberDoc } from '../../../kernel/collections';
import type { MergeDoc } from '../collections';
import { maskedName } from './mask';

/** What a view needs of a member, and of the orgs above him. */
export type Seen = Pick<
  MemberDoc,
  '_id' | 'name' | 'orgIds' | 'scope' | 'grants' | 'disabled' | 'disabledFor' | 'joinedAt'
> &
  Partial<Pick<MemberDoc, 'formerNames'>> & { nodes: readonly { _id: string; name: string }[] };

/** The name as the viewer may see it: in full where he has names on one of the orgs above the member. */
export const shownName = (viewer: Pick<Viewer, 'grants'>, { name, scope }: Pick<Seen, 'name' | 'scope'>): string =>
  isPermittedOn(viewer, 'member:name', scope) ? name : maskedName(name);

/** Why and until when somebody is disabled at this instant; null where he is not. */
export function disabledAt(
  { disabled, disabledFor }: Pick<Seen, 'disabled' | 'disabledFor'>,
  now: number,
): MemberRow['disabled'] {
  const until = disabledFor?.until ?? null;
  return disabled && (until === null || now < until) ? { reason: disabledFor?.reason ?? null, until } : null;
}

/** A member's own orgs with their names of now, in his order. */
export const orgsOf = ({ orgIds, nodes }: Pick<Seen, 'orgIds' | 'nodes'>): MemberRow['orgs'] =>
  orgIds.flatMap((id) => nodes.filter(({ _id }) => _id === id).map(({ name }) => ({ id, name })));

/** One row of a list. */
export const memberRow = (viewer: Pick<Viewer, 'grants'>, member: Seen, now: number): MemberRow => ({
  id: member._id,
  name: shownName(viewer, member),
  orgs: orgsOf(member),
  roles: [
    ...new Set(
      member.grants
        .filter(({ from = 0, until = Infinity, role }) => role !== 'member' && from <= now && now < until)
        .map(({ role }) => role),
    ),
  ],
  joinedAt: member.joinedAt,
  disabled: disabledAt(member, now),
});

const stateOf = (
  { from = 0, until = Infinity }: MemberDoc['grants'][number],
  now: number,
): MemberDetail['roles'][number]['state'] => (now >= until ? 'past' : now < from ? 'coming' : 'now');

const inOrder: readonly MemberDetail['roles'][number]['state'][] = ['now', 'coming', 'past'];

/** What is known of a member beside himself. */
interface Known {
  /** The orgs that he holds roles and duties on. */
  orgs: readonly { _id: string; name: string }[];
  /** Whom he stands in for, by their ids, as the viewer may see them. */
  names: ReadonlyMap<string, string>;
  duties: readonly (Duty & { orgId: string })[];
  /** Those that are over. */
  former: readonly (Duty & { orgId: string })[];
  mayManage: boolean;
  mayTransfer: (orgId: string) => boolean;
  /** A merge of this record with another that has begun. */
  merge: Pick<MergeDoc, 'stalled'> | undefined;
}

/** Duties with the names of their orgs, those on an org that is gone left out. */
const shownDuties = (duties: Known['duties'], orgs: Known['orgs']): MemberDetail['formerDuties'] =>
  duties.flatMap(({ id, title, group, orgId, from, until }) => {
    const org = orgs.find(({ _id }) => _id === orgId);
    return org === undefined ? [] : [{ id, title, group, from, until, org: { id: org._id, name: org.name } }];
  });

/** One member. A role or a duty on an org that is gone is left out. */
export const memberDetail = (
  viewer: Pick<Viewer, 'grants'>,
  member: Seen,
  { orgs, names, duties, former, mayManage, mayTransfer, merge }: Known,
  now: number,
): MemberDetail => ({
  id: member._id,
  name: shownName(viewer, member),
  formerNames: mayManage ? (member.formerNames ?? []) : [],
  orgs: orgsOf(member).map((org) => ({ ...org, mayTransfer: mayTransfer(org.id) })),
  roles: member.grants
    .filter(({ role }) => role !== 'member')
    .flatMap((grant) => {
      const org = orgs.find(({ _id }) => _id === grant.orgId);
      if (org === undefined) return [];
      const { role, from = null, until = null, of } = grant;
      const inPlaceOf = of === undefined ? null : (names.get(of) ?? null);
      return [{ role, org: { id: org._id, name: org.name }, from, until, state: stateOf(grant, now), of: inPlaceOf }];
    })
    .sort((one, other) => inOrder.indexOf(one.state) - inOrder.indexOf(other.state)),
  duties: shownDuties(duties, orgs).map((duty) => ({ ...duty, coming: startOfDay(duty.from) > now })),
  formerDuties: shownDuties(former, orgs),
  joinedAt: member.joinedAt,
  disabled: disabledAt(member, now),
  merging: !mayManage || merge === undefined ? null : merge.stalled === true ? 'stalled' : 'going',
  mayManage,
});
