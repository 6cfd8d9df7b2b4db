import type { Handlers, MemberContext } from '../../kernel/context';
import type { OrgDatabase } from './collections';
import { isCodedBelow, joinCodeOf, partsOf } from './rules/naming';
import type { Named } from './store';
import { orgNames, pageOfBelow } from './store';

/** Orgs with the names of their parents, which tell two of one name apart. */
async function named({ db }: MemberContext<OrgDatabase>, orgs: readonly Named[]) {
  const parents = await orgNames(
    db,
    orgs.map(({ parentId }) => parentId),
  );
  return orgs.map(({ _id, name, kind, parentId, joinCode }) => ({
    id: _id,
    name,
    kind,
    parent: parentId === null ? null : (parents.get(parentId) ?? null),
    joinCode,
  }));
}

export const orgHandlers: Handlers<'org', OrgDatabase> = {
  async 'org.joinCode'({ orgId }, context) {
    // The proof of the right has read it; of a merged org it is the one that people join now.
    const org = await context.requirePermissionOnOrg(orgId);
    return { orgId: org._id, name: org.name, joinCode: joinCodeOf(org) };
  },

  async 'org.joinCodes'({ orgId, q, cursor }, context) {
    await context.requirePermissionOnOrg(orgId);
    const { orgs, next } = await pageOfBelow(
      context.db,
      orgId,
      { parts: partsOf(q), holds: isCodedBelow(orgId) },
      cursor,
    );
    return { items: await named(context, orgs), next };
  },

  async 'org.below'({ orgId, q, cursor }, context) {
    await context.requirePermissionOnOrg(orgId);
    const { orgs, next } = await pageOfBelow(context.db, orgId, { parts: partsOf(q) }, cursor);
    return { items: await named(context, orgs), next };
  },
};
