import { NAMESAKES_MAX } from '../../../contract/domains/role/constants';
import type { ActionParsed } from '../../../contract/registry';
import { roleTable } from '../../../contract/roleTable';
import { isActive } from '../../kernel/grants';
import { viewerAt } from '../../kernel/identity';
import { pageOfMembers } from '../../kernel/memberPages';
import { chainFrom } from '../../kernel/orgTree';
import { refuse } from '../../kernel/refuse';
import { foldSearch } from '../../shared/search/rules/keys';
import { heldBy } from './ending';
import type { RoleContext } from './ground';

/** Names of which the one looked for is an end are among those that are read. */
const READ_MAX = 50;

/**
 * People of exactly this name within the viewer's own role's org, for whoever may have somebody stand in for him or take
 * over and may not see members. Only what tells namesakes apart is shown.
 */
export async function findPerson({ id, name }: ActionParsed<'role.findPerson'>, context: RoleContext) {
  const { others, viewer, now } = context;
  const own = (await heldBy(others, viewer._id))?.find((held) => held.id === id)?.grant;
  if (own === undefined || own.of !== undefined || !isActive(own, now)) refuse('role.findPerson', 'ROLE_NOT_YOURS');
  const { role, orgId } = own;
  if (!roleTable[role].delegated && !roleTable[role].handedOn) refuse('role.findPerson', 'ROLE_NOT_YOURS');
  const folded = foldSearch(name);
  const { items } = await pageOfMembers(
    others,
    { scope: orgId, nameKeys: folded },
    { sort: ['nameSort', 1], cursor: undefined, size: READ_MAX, view: (member) => member },
  );
  const found = items.filter((member) => {
    const known = new Map(member.nodes.map((node) => [node._id, node]));
    // Copies may be of before a move: what counts is where his orgs stand now.
    const isHere = member.orgIds.some((at) => chainFrom(known, at).ids.includes(orgId));
    return isHere && foldSearch(member.name) === folded && member._id !== viewer._id && !viewerAt(member, now).disabled;
  });
  return {
    items: found.slice(0, NAMESAKES_MAX).map(({ _id, name: called, orgIds, nodes }) => ({
      ...{ id: _id, name: called },
      orgs: nodes.filter((node) => orgIds.includes(node._id)).map((node) => node.name),
    })),
  };
}
