import * as v from 'valibot';
import { defineAction, limits } from '../action';
import { organiserRoles } from '../roles';
import { id } from '../shared/values';

/** Organisations (组织). */
export const orgActions = {
  'org.joinCode': defineAction({
    kind: 'query',
    summary: '查看支部邀请码',
    access: { who: 'role', roles: organiserRoles },
    input: v.strictObject({ orgId: id }),
    output: v.object({ orgId: id, name: v.string(), joinCode: v.nullable(v.string()) }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
};
