import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { orgKinds } from '../../roles';
import { cursor, id, optionalText, page } from '../../shared/values';
import { orgChangeActions } from './changes';
import { orgCommandActions } from './commands';
import { near, orgBrief, searched } from './shapes';

/** An org that an organiser may speak for. `parent` tells two of the same name apart; null for the root. */
const orgBelow = v.object({ ...orgBrief.entries, parent: v.nullable(v.string()) });

/** What one asks of the orgs below one that he invites for. */
const invited = { who: 'permitted', permission: 'org:invite', scope: 'org in input' } as const;
const seen = { who: 'permitted', permission: 'org:see', scope: 'org in input' } as const;

/** One org of a tree, after the one above it; siblings by pinyin. */
const treeNode = v.object({
  id,
  name: v.string(),
  kind: v.picklist(orgKinds),
  /** Where in the list the one above it is; null for the top of this tree. */
  parent: v.nullable(v.number()),
  /** It, or one above it, was archived; absent otherwise. */
  archived: v.optional(v.literal(true)),
});

/** An org below another on its page. Figures are of the last hour and null for those who do not run it. */
const pageRow = v.object({
  ...orgBrief.entries,
  archived: v.boolean(),
  /** It is going into the org of this page, and can still be taken back. */
  merging: v.boolean(),
  branches: v.nullable(v.number()),
  members: v.nullable(v.number()),
});

/** Organisations (组织). */
export const orgActions = {
  'org.tree': defineAction({
    kind: 'query',
    summary: '一个组织和它下属的整棵组织树',
    access: seen,
    input: v.strictObject({ orgId: id, near }),
    output: v.object({ orgId: id, above: v.array(v.object({ id, name: v.string() })), nodes: v.array(treeNode) }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'org.search': defineAction({
    kind: 'query',
    summary: '在一个组织和它下属的组织里，按名称、拼音、首字母找，可连同上级的名称',
    access: seen,
    input: v.strictObject({ orgId: id, q: optionalText(30, '名称'), cursor: v.optional(cursor) }),
    output: page(v.object({ ...orgBelow.entries, archived: v.boolean() })),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'org.page': defineAction({
    kind: 'query',
    summary: '一个组织：是什么、上级、下级；管理它的人还看得到人数与邀请码',
    access: { who: 'member', scope: 'org of the thing' },
    input: v.strictObject({ orgId: id, near }),
    output: v.object({
      org: v.object({
        ...orgBrief.entries,
        archived: v.boolean(),
        /** When it was archived itself; null where it was not, or only one above it. */
        archivedAt: v.nullable(v.number()),
        /** The org that it goes into, and when that can no longer be undone. */
        merging: v.nullable(v.object({ into: v.object({ id, name: v.string() }), until: v.number() })),
      }),
      above: v.array(orgBrief),
      below: v.array(pageRow),
      /** There are more below than are shown. */
      more: v.boolean(),
      branches: v.nullable(v.number()),
      members: v.nullable(v.number()),
      /** What people type to join; null where nobody joins, or who asks does not invite. */
      joinCode: v.nullable(v.string()),
      may: v.object({ see: v.boolean(), invite: v.boolean(), addBelow: v.boolean(), change: v.boolean() }),
    }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'org.joinCode': defineAction({
    kind: 'query',
    summary: '查看支部邀请码',
    access: invited,
    input: v.strictObject({ orgId: id }),
    output: v.object({ orgId: id, name: v.string(), joinCode: v.nullable(v.string()) }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'org.joinCodes': defineAction({
    kind: 'query',
    summary: '下属各组织的邀请码，可按自己或上级的名称、拼音、首字母查找',
    access: invited,
    input: searched,
    output: page(v.object({ ...orgBelow.entries, joinCode: v.string() })),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'org.below': defineAction({
    kind: 'query',
    summary: '一个组织和它下属的、没有归档的全部组织，可按自己或上级的名称、拼音、首字母查找',
    access: invited,
    input: searched,
    output: page(orgBelow),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  ...orgCommandActions,
  ...orgChangeActions,
};
