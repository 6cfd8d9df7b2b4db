import type { ActionParsed } from '../../../contract/registry';
import { grantableBy } from '../../../contract/roleTable';
import { roles } from '../../../contract/roles';
import { isActive } from '../../kernel/grants';
import { viewerAt } from '../../kernel/identity';
import { findHolder, type Holder, holdersOn, standInsOf } from '../../kernel/memberGrants';
import { namesOf } from '../../kernel/members';
import type { PresentOrg } from '../../kernel/orgTree';
import { pageOf } from '../../kernel/paging';
import { refuse } from '../../kernel/refuse';
import type { GrantView, Sight } from '../../../contract/domains/role/views';
import { findOrgs, standingOrgs } from '../org/public';
import type { OrgDoc } from '../org/collections';
import type { RoleContext } from './ground';
import { latestEnd, mayGive } from './rules/granting';
import { termIdOf } from './rules/terms';
import { givesPermission, grantView, inOrder, peopleOf, sightOf, termView } from './rules/view';

const PAGE = 20;

/** Everybody with a role on an org or above it that is not over, as shown; `meant` may leave some out. */
async function holdersAt(
  { others, viewer, now }: RoleContext,
  { _id: orgId, path }: PresentOrg,
  meant: (grant: Holder['grants'][number]) => boolean = () => true,
) {
  const [holders, orgs] = await Promise.all([holdersOn(others, path), findOrgs(others, path)]);
  // Who stands in for somebody holds it as long as that one can use it, and he holds it on the same org.
  const idle = holders.filter((holder) => viewerAt(holder, now).disabled).map(({ _id }) => _id);
  const found = holders
    .filter(({ _id }) => !idle.includes(_id))
    .flatMap(({ _id: memberId, grants }) =>
      grants
        .filter((grant) => path.includes(grant.orgId) && (grant.until ?? Infinity) > now && meant(grant))
        .filter(({ of }) => of === undefined || !idle.includes(of))
        .map((grant) => ({ memberId, grant, id: termIdOf(memberId, grant) })),
    );
  const names = new Map(holders.map(({ _id, name }) => [_id, name]));
  const away = found.flatMap(({ grant }) => grant.of ?? []).filter((id) => !names.has(id));
  for (const [id, name] of await namesOf(others, away)) names.set(id, name);
  const shown = found.flatMap((held): GrantView[] => {
    const org = orgs.find(({ _id }) => _id === held.grant.orgId);
    if (org === undefined) return [];
    const at = { place: placeOf(org), path: path.slice(0, path.indexOf(org._id) + 1) };
    return [grantView(held, { org, names, mayChange: mayGive(viewer, held.grant.role, at), now })];
  });
  const [here, above] = [true, false].map((isHere) =>
    inOrder(shown.filter(({ org }) => (org.id === orgId) === isHere)),
  );
  return { here: here ?? [], above: above ?? [], org: orgs.find(({ _id }) => _id === orgId) ?? refuse('NOT_FOUND') };
}

const placeOf = ({ kind, parentId }: Pick<OrgDoc, 'kind' | 'parentId'>) => ({ kind, isRoot: parentId === null });

/** Who holds what on an org, and who above it reaches it. */
export async function ofOrg({ orgId }: ActionParsed<'role.ofOrg'>, context: RoleContext) {
  const { viewer } = context;
  const present = await context.requirePermissionOnOrg(orgId);
  const { here, above, org } = await holdersAt(context, present);
  const ground = { place: placeOf(org), path: present.path };
  const held = viewer.grants.filter(({ of, orgId: id }) => of === undefined && present.path.includes(id));
  const grantable = grantableBy(
    held.map(({ role }) => role),
    ground.place,
  );
  return {
    org: { id: org._id, name: org.name, kind: org.kind, isRoot: org.parentId === null },
    ...{ here, above },
    grantable: grantable.map((role) => {
      const latest = latestEnd(viewer, role, ground);
      return { role, latest: latest === Infinity ? null : latest };
    }),
  };
}

/** Who has a permission on an org, by a role there or above. */
export async function whoCan({ orgId, permission }: ActionParsed<'role.whoCan'>, context: RoleContext) {
  const present = await context.requirePermissionOnOrg(orgId);
  const { here, above } = await holdersAt(
    context,
    present,
    (grant) => givesPermission(grant, permission) && isActive(grant, context.now),
  );
  return { here, above };
}

/** What somebody sees and does on an org and below it. */
export async function ofMember({ orgId, memberId }: ActionParsed<'role.ofMember'>, context: RoleContext) {
  const { others, now } = context;
  const { _id: asked, path } = await context.requirePermissionOnOrg(orgId);
  const holder = (await findHolder(others, memberId)) ?? refuse('NOT_FOUND');
  const sights = (await sightsOf(context, holder)).flatMap(({ path: at, ...sight }): Sight[] => {
    if (at.includes(asked)) return [{ ...sight, fromAbove: false }];
    return path.includes(sight.org.id) ? [{ ...sight, fromAbove: true }] : [];
  });
  // Who has nothing to do with this org is nobody's business here.
  if (sights.every(({ fromAbove, role }) => fromAbove && role === 'member')) refuse('NOT_FOUND');
  return { member: { id: memberId, name: holder.name }, disabled: viewerAt(holder, now).disabled, sights };
}

/** All that somebody sees and does, by belonging and by roles that are not over, with where each org stands now. */
async function sightsOf({ others, now }: RoleContext, { orgIds, grants }: Pick<Holder, 'orgIds' | 'grants'>) {
  const counting = grants.filter(({ until, role }) => role !== 'member' && (until ?? Infinity) > now);
  const standing = await standingOrgs(others, [...orgIds, ...counting.map(({ orgId }) => orgId)]);
  const held = [...orgIds.map((orgId) => ({ role: 'member' as const, orgId })), ...counting];
  return held
    .flatMap((grant) => {
      const found = standing.get(grant.orgId);
      return found === undefined
        ? []
        : [{ ...sightOf(grant, { ...found.org, kind: found.kind }, false), path: found.org.path }];
    })
    .sort((one, other) => one.path.length - other.path.length || roles.indexOf(other.role) - roles.indexOf(one.role));
}

/** The viewer's own roles, who stands in for him, and what that lets him do. */
export async function mine(context: RoleContext) {
  const { others, viewer, now } = context;
  const [self, standIns] = await Promise.all([findHolder(others, viewer._id), standInsOf(others, viewer._id)]);
  const lasting = ({ until }: { until?: number }) => (until ?? Infinity) > now;
  const own = (self?.grants ?? []).filter((grant) => grant.role !== 'member' && lasting(grant));
  const held = own.map((grant) => ({ memberId: viewer._id, grant, id: termIdOf(viewer._id, grant) }));
  const inMyPlace = standIns.flatMap(({ _id, grants }) =>
    grants
      .filter((grant) => grant.of === viewer._id && lasting(grant))
      .map((grant) => ({ memberId: _id, grant, id: termIdOf(_id, grant) })),
  );
  const all = [...held, ...inMyPlace];
  const [orgs, away, sights] = await Promise.all([
    findOrgs(others, [...new Set(all.map(({ grant }) => grant.orgId))]),
    namesOf(
      others,
      own.flatMap(({ of }) => of ?? []),
    ),
    sightsOf(context, { orgIds: viewer.orgIds, grants: own }),
  ]);
  const names = new Map([...away, ...standIns.map(({ _id, name }) => [_id, name] as const), [viewer._id, viewer.name]]);
  const shown = all.flatMap((one): GrantView[] => {
    const org = orgs.find(({ _id }) => _id === one.grant.orgId);
    return org === undefined ? [] : [grantView(one, { org, names, mayChange: true, now })];
  });
  const isMine = ({ member }: GrantView) => member.id === viewer._id;
  return {
    mine: inOrder(shown.filter(isMine)),
    delegated: inOrder(shown.filter((view) => !isMine(view))),
    sights: sights.map(({ path: _path, ...sight }) => sight),
  };
}

/** What was given, proposed and ended on an org, newest first. */
export async function history({ orgId, cursor }: ActionParsed<'role.history'>, context: RoleContext) {
  const { _id } = await context.requirePermissionOnOrg(orgId);
  return pageOfTerms(context, { orgId: _id }, cursor);
}

/** Proposals on the city's own roles that nobody has decided on. */
export async function waiting({ cursor }: ActionParsed<'role.waiting'>, context: RoleContext) {
  await context.requirePermissionOnRoot();
  return pageOfTerms(context, { state: 'proposed' }, cursor);
}

async function pageOfTerms(
  { db, others, viewer, now }: RoleContext,
  query: { orgId: string } | { state: 'proposed' },
  cursor: string | undefined,
) {
  const { items, next } = await pageOf(db.roleterms, query, {
    sort: ['at', -1],
    cursor,
    size: PAGE,
    view: (term) => term,
  });
  const names = await namesOf(others, [...new Set(items.flatMap(peopleOf))]);
  const decides = viewer.grants.some(({ role, of }) => role === 'cityAdmin' && of === undefined);
  return {
    items: items.map((term) => {
      const mayDecide = decides && ![term.by, term.memberId, term.of].includes(viewer._id);
      return termView(term, { names, now, mayDecide });
    }),
    next,
  };
}
