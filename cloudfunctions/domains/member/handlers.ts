import { MEMBERS_PAGE, type MemberSort } from '../../../contract/domains/member/constants';
import type { ActionParsed } from '../../../contract/registry';
import { isPermittedOn, orgsWith } from '../../kernel/access';
import type { Handlers, MemberContext } from '../../kernel/context';
import { countMembers, disabledOf, pageOfMembers, setDisabled, type MemberSeen } from '../../kernel/memberPages';
import { namesOf } from '../../kernel/members';
import { refuse } from '../../kernel/refuse';
import { dutiesEverOf } from '../duty/public';
import { findOrgs } from '../org/public';
import { mayLoseCityAdmin, stayCityAdmin } from '../role/public';
import { documentAfter } from '../../shared/commands/store';
import { foundBy } from '../../shared/search/public';
import type { MemberDatabase } from './collections';
import { mergeUnderWay } from './merges';
import { mergeHandlers } from './mergeHandlers';
import { chosenMembers } from './rules/query';
import { disabledAt, memberDetail, memberRow } from './rules/view';
import { mayManage, mayOn, requireManaged, requireSeen } from './store';

type Chosen = ActionParsed<'member.count'>;

/** What finds the members that were asked for. */
function queryOf({ q, ...chosen }: Chosen, now: number) {
  const nameKeys = q === undefined ? undefined : foundBy(q);
  return { ...chosenMembers(chosen, now), ...(nameKeys === undefined ? {} : { nameKeys }) };
}

const looksFor = ({ q = '' }: Chosen): boolean => q !== '';

/**
 * Proves the right to see an org's members; whether their names are hidden from the viewer, and
 * whether it is the committee at the top, whose affair those are who belong nowhere.
 */
async function requireSight(
  { viewer, requirePermissionOnOrg }: MemberContext,
  { orgId, belonging }: Chosen,
  seen: readonly MemberSeen[] = [],
): Promise<{ masked: boolean; isTop: boolean }> {
  const read = [...new Map(seen.flatMap(({ nodes }) => nodes).map((node) => [node._id, node])).values()];
  const { path } = await requirePermissionOnOrg(orgId, [], read);
  const isTop = path.length <= 1;
  if (belonging === 'none' && !isTop) refuse('FORBIDDEN');
  return { masked: !isPermittedOn(viewer, 'member:name', [...path, orgId]), isTop };
}

const pageBy = (
  { others, now }: MemberContext,
  chosen: Chosen,
  { sort, cursor }: { sort: MemberSort; cursor: string | undefined },
) =>
  pageOfMembers(others, queryOf(chosen, now), {
    sort: sort === 'name' ? ['nameSort', 1] : ['joinedAt', -1],
    cursor,
    size: MEMBERS_PAGE,
    view: (member: MemberSeen) => (chosen.belonging === 'none' ? { ...member, scope: [chosen.orgId] } : member),
  });

const past = { fields: [{ path: 'until', message: '请选一个还没到的时间' }] };

export const memberHandlers: Handlers<'member', MemberDatabase> = {
  ...mergeHandlers,

  async 'member.list'({ sort, cursor, ...chosen }, context) {
    const { viewer, now } = context;
    const usual: MemberSort = orgsWith(viewer, 'member:name').length > 0 ? 'name' : 'joined';
    // Read before the right is proved, which withholds the reply: the members bring along where their orgs stand.
    const seen = await pageBy(context, chosen, { sort: sort ?? usual, cursor });
    const { masked, isTop } = await requireSight(context, chosen, seen.items);
    if (masked && (sort === 'name' || looksFor(chosen))) refuse('member.list', 'NAMES_HIDDEN');
    // The order of names, and where a page of them ends, say what they are.
    const again = masked && sort === undefined && usual === 'name';
    const { items, next } = again ? await pageBy(context, chosen, { sort: 'joined', cursor }) : seen;
    return { items: items.map((member) => memberRow(viewer, member, now)), next, masked, isTop };
  },

  async 'member.count'(chosen, context) {
    const { masked } = await requireSight(context, chosen);
    if (masked && looksFor(chosen)) refuse('member.count', 'NAMES_HIDDEN');
    return { count: await countMembers(context.others, queryOf(chosen, context.now)) };
  },

  async 'member.get'({ id }, context) {
    const { viewer, others, now } = context;
    const member = await requireSeen(context, id);
    const stoodIn = member.grants.flatMap(({ of }) => of ?? []);
    const shown = isPermittedOn(viewer, 'member:name', member.scope);
    const [names, { present: duties, former }, may, merge] = await Promise.all([
      namesOf(others, shown ? stoodIn : []),
      dutiesEverOf(others, id, now),
      mayManage(context, member),
      mergeUnderWay(context.db, id),
    ]);
    const named = [...member.held, ...member.nodes];
    const away = [...duties, ...former]
      .map(({ orgId }) => orgId)
      .filter((orgId) => !named.some(({ _id }) => _id === orgId));
    const orgs = [...named, ...(await findOrgs(others, [...new Set(away)]))];
    const mayTransfer = (orgId: string) => mayOn(context, member, { orgId, permission: 'transfer:accept' });
    return memberDetail(viewer, member, { orgs, names, duties, former, mayManage: may, mayTransfer, merge }, now);
  },

  async 'member.disable'({ id, commandId, reason, until }, context) {
    const { others, now } = context;
    await requireManaged(context, id, {
      self: () => refuse('member.disable', 'MEMBER_SELF'),
      above: () => refuse('member.disable', 'MEMBER_ABOVE'),
    });
    if (until !== null && until <= now) refuse('BAD_INPUT', past);
    if (!(await mayLoseCityAdmin(others, id, now))) refuse('member.disable', 'LAST_ADMIN');
    const changed = await setDisabled(others, { id, commandId }, { reason, until });
    const after = await documentAfter(changed, { commandId }, () => disabledOf(others, id));
    const disabled = disabledAt(after, now);
    // Somebody restored him, and this is the same command once more: he counts among those who run the city.
    if (disabled === null) await stayCityAdmin(others, id);
    return { id, disabled };
  },

  async 'member.restore'({ id, commandId }, context) {
    const { others, now } = context;
    await requireManaged(context, id, {
      self: () => refuse('member.restore', 'MEMBER_SELF'),
      above: () => refuse('member.restore', 'MEMBER_ABOVE'),
    });
    const changed = await setDisabled(others, { id, commandId }, null);
    const after = await documentAfter(changed, { commandId }, () => disabledOf(others, id));
    if (disabledAt(after, now) === null) await stayCityAdmin(others, id);
    return { id, disabled: disabledAt(after, now) };
  },
};
