import type { Handlers, MemberContext } from '../../kernel/context';
import { Refusal } from '../../kernel/context';
import type { OrgDoc } from '../../documents';
import { joinCodeOf, partsOf } from './rules';
import { findOrg, orgNames, pageOfBelow } from './store';

async function findManaged(orgId: string, { db, requireRoleOn }: MemberContext): Promise<OrgDoc> {
  const org = await findOrg(db, orgId);
  if (org === undefined) throw new Refusal('NOT_FOUND');
  requireRoleOn(org.path);
  return org;
}

export const orgHandlers: Handlers<'org'> = {
  async 'org.joinCode'({ orgId }, context) {
    const org = await findManaged(orgId, context);
    return { orgId, name: org.name, joinCode: joinCodeOf(org) };
  },

  async 'org.below'({ orgId, q, cursor }, context) {
    await findManaged(orgId, context);
    const { orgs, next } = await pageOfBelow(context.db, orgId, partsOf(q), cursor);
    const parents = await orgNames(
      context.db,
      orgs.map(({ parentId }) => parentId),
    );
    const items = orgs.map(({ _id, name, kind, parentId }) => ({
      id: _id,
      name,
      kind,
      parent: parentId === null ? null : (parents.get(parentId) ?? null),
    }));
    return { items, next };
  },
};
