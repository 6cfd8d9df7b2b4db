import type { Handlers, MemberContext } from '../../kernel/context';
import type { OrgDatabase } from './collections';
import { commandHandlers } from './commands';
import { changesOf } from './history';
import { orgPage } from './page';
import { planOf } from './preview';
import { joinCodeOf } from './rules/naming';
import { atWork, coded, type Found, pageOfBelow } from './search';
import { likelyAbove, orgNames } from './store';
import { readTree, treeView } from './tree';

/** Orgs with the names of their parents, which tell two of one name apart. */
async function named({ db }: MemberContext<OrgDatabase>, orgs: readonly Found[]) {
  const parents = await orgNames(
    db,
    orgs.map(({ parentId }) => parentId),
  );
  return orgs.map(({ _id, name, kind, parentId, joinCode, away }) => ({
    id: _id,
    name,
    kind,
    parent: parentId === null ? null : (parents.get(parentId) ?? null),
    joinCode,
    archived: away === true,
  }));
}

export const orgHandlers: Handlers<'org', OrgDatabase> = {
  ...commandHandlers,

  async 'org.tree'({ orgId, near }, context) {
    const ids = likelyAbove(context.viewer, near);
    const read = await readTree(context.db, orgId, ids);
    const org = await context.requirePermissionOnOrg(orgId, ids, read);
    // Of an org that was merged it is the tree of the other.
    const orgs = org._id === orgId ? read : await readTree(context.db, org._id, org.path);
    return treeView(orgs, org._id, org.path);
  },

  async 'org.search'({ orgId, q, cursor }, context) {
    await context.requirePermissionOnOrg(orgId);
    const { items, next } = await pageOfBelow(context.db, { orgId, q, cursor });
    return { items: await named(context, items), next };
  },

  'org.page': ({ orgId, near }, context) => orgPage(context, orgId, near),

  async 'org.joinCode'({ orgId }, context) {
    // The proof of the right has read it; of a merged org it is the one that people join now.
    const org = await context.requirePermissionOnOrg(orgId);
    return { orgId: org._id, name: org.name, joinCode: joinCodeOf(org) };
  },

  async 'org.joinCodes'({ orgId, q, cursor }, context) {
    await context.requirePermissionOnOrg(orgId);
    const { items, next } = await pageOfBelow(context.db, { orgId, q, cursor, only: coded(orgId) });
    return { items: await named(context, items), next };
  },

  async 'org.below'({ orgId, q, cursor }, context) {
    await context.requirePermissionOnOrg(orgId);
    const { items, next } = await pageOfBelow(context.db, { orgId, q, cursor, only: atWork });
    return { items: await named(context, items), next };
  },

  'org.preview': (planned, context) => planOf(context, planned),

  async 'org.changes'({ orgId, cursor }, context) {
    await context.requirePermissionOnOrg(orgId);
    return changesOf(context, orgId, cursor);
  },
};
