import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { id } from '../../shared/values';
import { changeInputs, commanded, orgBrief } from './shapes';

const above = { who: 'permitted', permission: 'org:manage', scope: 'above' } as const;
const onOrg = { who: 'permitted', permission: 'org:manage', scope: 'org in input' } as const;
const inviting = { who: 'permitted', permission: 'org:invite', scope: 'org in input' } as const;

/** The org after the change, what can be undone by its id, and until when. */
const changed = v.object({ org: orgBrief, change: v.object({ id, undoUntil: v.number() }) });

/** Names and places of orgs are in nearly everything that an organiser is shown, so that all of it is asked for anew. */
const common = { kind: 'command', output: changed, stale: 'all', limit: limits.write, audited: true } as const;

/** What tells whoever changes the tree that somebody else has. */
const gone = ['ORG_TARGET_GONE'] as const;

/** Changes of the tree. Each is done at once for rights, and within minutes for what copies orgs. */
export const orgCommandActions = {
  'org.create': defineAction({
    ...common,
    summary: '新建下级组织；编号可以不填',
    access: onOrg,
    input: commanded(changeInputs.create),
    errors: ['ORG_CODE_TAKEN', 'ORG_TOO_DEEP'],
  }),
  'org.rename': defineAction({
    ...common,
    summary: '给组织更名，编号不变',
    access: above,
    input: commanded(changeInputs.rename),
    errors: [],
  }),
  'org.move': defineAction({
    ...common,
    summary: '把组织连同下级移到另一个组织之下',
    access: above,
    input: commanded(changeInputs.move),
    errors: ['ORG_BELOW_ITSELF', 'ORG_IS_ROOT', 'ORG_TOO_DEEP', ...gone],
    behind: gone,
  }),
  'org.merge': defineAction({
    ...common,
    summary: '把组织并入另一个组织：人、职责、活动、下级都过去；一天内可以撤销',
    access: above,
    input: commanded(changeInputs.merge),
    errors: ['ORG_BELOW_ITSELF', 'ORG_IS_ROOT', ...gone],
    behind: gone,
  }),
  'org.split': defineAction({
    ...common,
    summary: '拆分：新建一个同级组织，分给它选定的下级和成员',
    access: above,
    input: commanded(changeInputs.split),
    errors: ['ORG_CODE_TAKEN', 'ORG_IS_ROOT'],
  }),
  'org.archive': defineAction({
    ...common,
    summary: '归档组织和它的下级：只能查看，不再有人加入',
    access: above,
    // Sent again it finds the org archived by itself.
    archived: 'allowed',
    input: commanded(changeInputs.archive),
    errors: ['ORG_IS_ROOT'],
  }),
  'org.restore': defineAction({
    ...common,
    summary: '恢复归档的组织',
    access: above,
    archived: 'allowed',
    input: commanded(changeInputs.restore),
    errors: ['ORG_IS_ROOT'],
  }),
  'org.undo': defineAction({
    ...common,
    summary: '一天内撤销对组织的改动',
    access: above,
    archived: 'allowed',
    input: commanded({ orgId: id, changeId: id }),
    errors: ['ORG_UNDO_LATE', 'ORG_BELOW_ITSELF', 'ORG_IS_ROOT', 'ORG_TOO_DEEP', ...gone],
    behind: ['ORG_UNDO_LATE', ...gone],
  }),
  'org.renewCode': defineAction({
    ...common,
    summary: '换一个新的邀请码，旧的作废；没有的开一个',
    access: inviting,
    input: commanded({ orgId: id }),
    output: v.object({ org: v.object({ id }), joinCode: v.nullable(v.string()) }),
    errors: [],
  }),
  'org.closeCode': defineAction({
    ...common,
    summary: '停用邀请码，不再有人凭它加入',
    access: inviting,
    archived: 'allowed',
    input: commanded({ orgId: id }),
    output: v.object({ org: v.object({ id }), joinCode: v.nullable(v.string()) }),
    errors: [],
  }),
};
