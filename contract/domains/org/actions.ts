import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { orgKinds } from '../../roles';
import { cursor, id, optionalText, page } from '../../shared/values';

/** An org that an organiser may speak for. `parent` tells two of the same name apart; null for the root. */
const orgBelow = v.object({
  id,
  name: v.string(),
  kind: v.picklist(orgKinds),
  parent: v.nullable(v.string()),
});

/** Organisations (组织). */
export const orgActions = {
  'org.joinCode': defineAction({
    kind: 'query',
    summary: '查看支部邀请码',
    access: { who: 'permitted', permission: 'org:invite', scope: 'org in input' },
    input: v.strictObject({ orgId: id }),
    output: v.object({ orgId: id, name: v.string(), joinCode: v.nullable(v.string()) }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'org.joinCodes': defineAction({
    kind: 'query',
    summary: '下属各组织的邀请码，可按自己或上级的名称查找',
    access: { who: 'permitted', permission: 'org:invite', scope: 'org in input' },
    input: v.strictObject({ orgId: id, q: v.optional(optionalText(30, '名称')), cursor: v.optional(cursor) }),
    output: page(v.object({ ...orgBelow.entries, joinCode: v.string() })),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'org.below': defineAction({
    kind: 'query',
    summary: '一个组织和它下属的全部组织，可按自己或上级的名称查找',
    access: { who: 'permitted', permission: 'org:invite', scope: 'org in input' },
    input: v.strictObject({ orgId: id, q: v.optional(optionalText(30, '名称')), cursor: v.optional(cursor) }),
    output: page(orgBelow),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
};
