import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { roles } from '../../roles';
import { commandId, cursor, day, id, instant, optionalText, page, textOf } from '../../shared/values';
import { memberSorts } from './constants';
import { disableReasonField } from './fields';
import { mergeActions } from './mergeActions';

const org = v.object({ id, name: v.string() });

/** Why and until when (epoch milliseconds, null: until restored) somebody is disabled now; null for most. */
const disabled = v.nullable(v.object({ reason: v.nullable(v.string()), until: v.nullable(v.number()) }));

const memberRow = v.object({
  id,
  /** As the viewer may see it: 林望舒, or 林* where names are hidden from him. */
  name: v.string(),
  orgs: v.array(org),
  /** Roles beyond `member` that count now, each once. */
  roles: v.array(v.picklist(roles)),
  joinedAt: v.number(),
  disabled,
});
export type MemberRow = v.InferOutput<typeof memberRow>;

const duty = v.object({ id, title: v.string(), group: v.string(), org, from: day, until: v.nullable(day) });

/** One member: where he belongs and what he holds; nothing of what he reads. */
const memberDetail = v.object({
  id,
  name: v.string(),
  /** What he was called before, the latest last, and until when; for whoever manages him, none for others. */
  formerNames: v.array(v.object({ name: v.string(), until: v.number() })),
  /** `mayTransfer`: whether the viewer may propose that he goes from there. */
  orgs: v.array(v.object({ ...org.entries, mayTransfer: v.boolean() })),
  /** Beyond `member`, those that count now first; null where nobody said from or until when. */
  roles: v.array(
    v.object({
      role: v.picklist(roles),
      org,
      from: v.nullable(v.number()),
      until: v.nullable(v.number()),
      state: v.picklist(['now', 'coming', 'past']),
      /** In whose place it is held (代理); null for his own. */
      of: v.nullable(v.string()),
    }),
  ),
  /** On the boards of orgs (领导小组, 支部委员会), now and to come. */
  duties: v.array(v.object({ ...duty.entries, coming: v.boolean() })),
  /** Those that are over, the latest first. */
  formerDuties: v.array(duty),
  joinedAt: v.number(),
  disabled,
  /** Whether another record is just brought together with this one, and whether that is stalled; for whoever manages him. */
  merging: v.nullable(v.picklist(['going', 'stalled'])),
  /** Whether the viewer may disable or restore him. */
  mayManage: v.boolean(),
});
export type MemberDetail = v.InferOutput<typeof memberDetail>;

const standing = v.object({ id, disabled });

/** Which of an org's members, all below it included. */
const chosen = {
  orgId: id,
  /** By characters, pinyin or initials. */
  q: v.optional(optionalText(30, '姓名')),
  /** Who holds or held any role beyond `member`; who holds which one on an org is the roles' affair. */
  role: v.optional(v.picklist(['any'])),
  state: v.optional(v.picklist(['active', 'disabled'])),
  /** `none`: instead those who belong to no org; only of the committee at the top. */
  belonging: v.optional(v.picklist(['none'])),
};

/** Members (成员) as those who run their orgs see them. */
export const memberActions = {
  ...mergeActions,
  'member.list': defineAction({
    kind: 'query',
    summary: '一个组织和下属组织的成员，可查找、筛选；最上级也可看未加入组织的人',
    access: { who: 'permitted', permission: 'member:see', scope: 'org in input' },
    input: v.strictObject({ ...chosen, sort: v.optional(v.picklist(memberSorts)), cursor: v.optional(cursor) }),
    output: v.object({
      ...page(memberRow).entries,
      /** Names are hidden from the viewer here, so he can neither look for nor sort by them. */
      masked: v.boolean(),
      /** The org is the committee at the top, where those are listed as well who belong to none. */
      isTop: v.boolean(),
    }),
    errors: ['NAMES_HIDDEN'],
    limit: limits.read,
    served: 'admin',
    audited: true,
  }),
  'member.count': defineAction({
    kind: 'query',
    summary: '这样查找、筛选出多少名成员',
    access: { who: 'permitted', permission: 'member:see', scope: 'org in input' },
    input: v.strictObject(chosen),
    output: v.object({ count: v.number() }),
    errors: ['NAMES_HIDDEN'],
    limit: limits.read,
    served: 'admin',
    audited: false,
  }),
  'member.get': defineAction({
    kind: 'query',
    summary: '一名成员：所在组织、职责、职务、是否停用',
    access: { who: 'permitted', permission: 'member:see', scope: 'org of the thing' },
    input: v.strictObject({ id }),
    output: memberDetail,
    errors: [],
    limit: limits.read,
    audited: true,
  }),
  'member.disable': defineAction({
    kind: 'command',
    summary: '停用一名成员，写明原因和截止',
    access: { who: 'permitted', permission: 'member:manage', scope: 'org of the thing' },
    input: v.strictObject({
      commandId,
      id,
      reason: textOf(disableReasonField),
      /** When it ends by itself; null: when somebody restores him. */
      until: v.nullable(instant),
    }),
    output: standing,
    errors: ['MEMBER_SELF', 'MEMBER_ABOVE', 'LAST_ADMIN'],
    stale: ['member.', 'role.'],
    limit: limits.write,
    audited: true,
  }),
  'member.restore': defineAction({
    kind: 'command',
    summary: '恢复一名停用的成员',
    access: { who: 'permitted', permission: 'member:manage', scope: 'org of the thing' },
    input: v.strictObject({ commandId, id }),
    output: standing,
    errors: ['MEMBER_SELF', 'MEMBER_ABOVE'],
    stale: ['member.', 'role.'],
    limit: limits.write,
    audited: true,
  }),
};
