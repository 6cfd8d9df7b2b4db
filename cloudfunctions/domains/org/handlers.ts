import type { Handlers } from '../../kernel/context';
import { refuse } from '../../kernel/context';
import { joinCodeOf } from './rules';
import { findOrg } from './store';

export const orgHandlers: Handlers<'org'> = {
  async 'org.joinCode'({ orgId }, { db, requireRoleOn }) {
    const org = await findOrg(db, orgId);
    if (org === undefined) return refuse('org.joinCode', 'NOT_FOUND');
    requireRoleOn(org.path);
    return { orgId, name: org.name, joinCode: joinCodeOf(org) };
  },
};
