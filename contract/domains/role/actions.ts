import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { nameField } from '../me/fields';
import { permissions, type Permission } from '../../permissions';
import { orgKinds, roles } from '../../roles';
import { commandId, cursor, id, instant, nothing, page, textOf } from '../../shared/values';
import { claimField, foldClaim, isClaim } from './fields';
import { grantOf, handoverPreview, person, sight, term } from './views';

const role = v.picklist(roles, '请选择职责');
/** The day on which it ends; null: without an end. */
const until = v.nullable(instant);
const grantIn = { memberId: id, id };
const permission = v.picklist(Object.keys(permissions) as [Permission, ...Permission[]]);
const changed = v.object({ term });
/** `waits`: a second person has to agree to some of it. */
const handover = v.object({ handover: v.object({ id, undoUntil: v.number(), waits: v.boolean() }) });

/** Refusals of whatever gives a role. */
const givingErrors = [
  'ROLE_NOT_HERE',
  'ROLE_NOT_YOURS',
  'ROLE_TERM_INVALID',
  'ROLE_HELD',
  'ROLE_TO_SELF',
  'ROLE_OF_NOBODY',
] as const;

/** Roles (职责): who holds what, since when and until when, and what that lets people do. */
export const roleActions = {
  'role.ofOrg': defineAction({
    kind: 'query',
    summary: '一个组织里谁担任什么职责，上级中谁管到这里',
    access: { who: 'permitted', permission: 'role:see', scope: 'org in input' },
    input: v.strictObject({ orgId: id }),
    output: v.object({
      org: v.object({ id, name: v.string(), kind: v.picklist(orgKinds), isRoot: v.boolean() }),
      here: v.array(grantOf),
      /** Held above, reaching down to here. */
      above: v.array(grantOf),
      /** What the viewer may give here, and until when at most; null: without an end. */
      grantable: v.array(v.object({ role, latest: v.nullable(v.number()) })),
    }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'role.history': defineAction({
    kind: 'query',
    summary: '一个组织的职责变动，新的在前',
    access: { who: 'permitted', permission: 'role:see', scope: 'org in input' },
    input: v.strictObject({ orgId: id, cursor: v.optional(cursor) }),
    output: page(term),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'role.ofMember': defineAction({
    kind: 'query',
    summary: '此人在一个组织及其下级能看什么、做什么',
    access: { who: 'permitted', permission: 'role:see', scope: 'org in input' },
    input: v.strictObject({ orgId: id, memberId: id }),
    output: v.object({ member: person, disabled: v.boolean(), sights: v.array(sight) }),
    errors: [],
    limit: limits.read,
    audited: true,
  }),
  'role.whoCan': defineAction({
    kind: 'query',
    summary: '在一个组织，谁有某项权限',
    access: { who: 'permitted', permission: 'role:see', scope: 'org in input' },
    input: v.strictObject({ orgId: id, permission }),
    output: v.object({ here: v.array(grantOf), above: v.array(grantOf) }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'role.mine': defineAction({
    kind: 'query',
    summary: '我的职责与任期、我请人代理的、由此能看什么做什么',
    access: { who: 'member', scope: 'self' },
    input: nothing,
    output: v.object({
      mine: v.array(grantOf),
      /** Held by others in my place. */
      delegated: v.array(grantOf),
      sights: v.array(sight),
    }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'role.findPerson': defineAction({
    kind: 'query',
    summary: '按姓名全文找一位代理人或继任者，限自己任职的组织和下属组织',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({
      /** The viewer's own role that the other is to have, as `role.mine` has it. */
      id,
      name: textOf(nameField),
    }),
    output: v.object({ items: v.array(v.object({ id, name: v.string(), orgs: v.array(v.string()) })) }),
    errors: ['ROLE_NOT_YOURS'],
    limit: limits.publish,
    audited: true,
  }),
  'role.waiting': defineAction({
    kind: 'query',
    summary: '待第二人同意的市级职责',
    access: { who: 'permitted', permission: 'role:grant', scope: 'root' },
    input: v.strictObject({ cursor: v.optional(cursor) }),
    output: page(term),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'role.grant': defineAction({
    kind: 'command',
    summary: '授予一项职责，可定任期；市级职责按配置须第二人同意',
    access: { who: 'permitted', permission: 'role:grant', scope: 'org in input' },
    input: v.strictObject({
      commandId,
      orgId: id,
      memberId: v.pipe(v.string('请选择人选'), id),
      role,
      /** Null: from now on. */
      from: v.nullable(instant),
      until,
    }),
    output: changed,
    errors: givingErrors,
    stale: ['role.', 'me.', 'member.', 'org.', 'duty.'],
    limit: limits.write,
    audited: true,
  }),
  'role.extend': defineAction({
    kind: 'command',
    summary: '改一项职责的任期',
    access: { who: 'permitted', permission: 'role:grant', scope: 'org of the thing' },
    input: v.strictObject({ commandId, ...grantIn, until }),
    output: changed,
    errors: ['ROLE_NOT_YOURS', 'ROLE_TERM_INVALID', 'ROLE_TO_SELF', 'LAST_CITY_ADMIN'],
    stale: ['role.', 'me.', 'member.', 'org.', 'duty.'],
    limit: limits.write,
    audited: true,
  }),
  'role.end': defineAction({
    kind: 'command',
    summary: '收回一项职责，下一次调用起生效',
    access: { who: 'permitted', permission: 'role:grant', scope: 'org of the thing' },
    input: v.strictObject({ commandId, ...grantIn }),
    output: changed,
    errors: ['ROLE_NOT_YOURS', 'LAST_CITY_ADMIN'],
    stale: ['role.', 'me.', 'member.', 'org.', 'duty.'],
    limit: limits.write,
    audited: true,
  }),
  'role.layDown': defineAction({
    kind: 'command',
    summary: '卸任自己的一项职责，或结束请人代理',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, ...grantIn }),
    output: changed,
    errors: ['ROLE_NOT_YOURS', 'LAST_CITY_ADMIN'],
    stale: 'all',
    limit: limits.write,
    audited: true,
  }),
  'role.delegate': defineAction({
    kind: 'command',
    summary: '外出时请人代理自己的一项职责，最长 92 天',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({
      commandId,
      /** The role that is delegated, as `role.mine` has it. */
      id,
      memberId: v.pipe(v.string('请选择代理人'), id),
      from: instant,
      until: instant,
    }),
    output: changed,
    errors: givingErrors,
    stale: ['role.', 'me.', 'member.', 'duty.'],
    limit: limits.write,
    audited: true,
  }),
  'role.decide': defineAction({
    kind: 'command',
    summary: '同意或不同意一项市级职责的授予',
    access: { who: 'permitted', permission: 'role:grant', scope: 'root' },
    input: v.strictObject({ commandId, id, agree: v.boolean() }),
    output: changed,
    errors: ['ROLE_NOT_YOURS', 'ROLE_DECIDED', 'ROLE_OF_NOBODY', 'ROLE_HELD', 'LAST_CITY_ADMIN'],
    stale: ['role.', 'me.', 'member.', 'org.', 'duty.'],
    behind: ['ROLE_DECIDED'],
    limit: limits.write,
    audited: true,
  }),
  'role.handoverPreview': defineAction({
    kind: 'query',
    summary: '交接前看到的：移交哪些职责、还有什么没办完',
    access: { who: 'permitted', permission: 'role:see', scope: 'org in input' },
    input: v.strictObject({ orgId: id, memberId: id }),
    output: handoverPreview,
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'role.handOver': defineAction({
    kind: 'command',
    summary: '交接：一人在一个组织的全部职责，从某日起由继任者接任',
    // One’s own or those that one gives; who has handed over his last role is a member like others when he sends it again.
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({
      commandId,
      orgId: id,
      /** Who hands over. */
      memberId: id,
      /** Who takes over. */
      toId: v.pipe(v.string('请选择继任者'), id),
      /** Null: now. */
      at: v.nullable(instant),
      until,
    }),
    output: handover,
    errors: [...givingErrors, 'LAST_CITY_ADMIN'],
    stale: 'all',
    limit: limits.write,
    audited: true,
  }),
  'role.undoHandOver': defineAction({
    kind: 'command',
    summary: '撤回自己一天之内办的交接',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, id }),
    output: v.object({ id }),
    errors: ['ROLE_NOT_YOURS', 'HANDOVER_OVER', 'LAST_CITY_ADMIN'],
    stale: 'all',
    behind: ['HANDOVER_OVER'],
    limit: limits.write,
    audited: true,
  }),
  'role.claim': defineAction({
    kind: 'command',
    summary: '用部署时打印的一次性认领码，成为第一位管理员',
    access: { who: 'visitor', scope: 'self' },
    input: v.strictObject({
      commandId,
      code: v.pipe(textOf(claimField), v.check(isClaim, '认领码是 17 个字母和数字'), v.transform(foldClaim)),
      /** For who has not joined yet. */
      name: v.optional(textOf(nameField)),
    }),
    output: v.object({ done: v.literal(true) }),
    errors: ['CLAIM_WRONG'],
    stale: 'all',
    limit: { max: 5, windowSec: 3600, counted: 'exact' },
    audited: true,
  }),
};
