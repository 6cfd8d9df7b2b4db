import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { commandId, cursor, day, id, page, textOf } from '../../shared/values';
import { dutyKinds, rightsStates } from './constants';
import { groupField, personField, titleField } from './fields';

/** A person in a duty (职务), for a term. Days are of Shanghai, both included. */
const duty = v.object({
  id,
  group: v.string(),
  kind: v.picklist(dutyKinds),
  /** What the duty is called here: its own title, or the kind's name. */
  title: v.string(),
  name: v.string(),
  from: day,
  /** Null: without an end. */
  until: v.nullable(day),
  /** The duty that this person stands in for (代理); null for one's own. */
  standsInFor: v.nullable(id),
  /** Among those of its kind in its group. */
  order: v.number(),
});
export type Duty = v.InferOutput<typeof duty>;

/** The same for those who may edit it. */
const managedDuty = v.object({
  ...duty.entries,
  orgId: id,
  /** As it was typed; empty where the kind's name is the title. */
  ownTitle: v.string(),
  /** Null for somebody who is only named. */
  memberId: v.nullable(id),
  rights: v.picklist(rightsStates),
  version: v.number(),
});
export type ManagedDuty = v.InferOutput<typeof managedDuty>;

const boardDuty = v.object({
  ...duty.entries,
  /** Who stands in for him now or soon. */
  standIns: v.array(duty),
});

const board = v.object({
  orgId: id,
  /** In order; a group has at least one duty. */
  groups: v.array(v.object({ name: v.string(), duties: v.array(boardDuty) })),
  mayManage: v.boolean(),
});
export type Board = v.InferOutput<typeof board>;
export type BoardDuty = v.InferOutput<typeof boardDuty>;

const person = v.strictObject({
  /** A member; null for somebody who is only named. */
  memberId: v.nullable(id),
  /** Of a member it is his own name, whatever is said here. */
  name: textOf(personField),
});
const term = {
  person,
  from: day,
  until: v.nullable(day),
  /** Whether the duty's role is to be given with it, as far as that is the writer's to give. */
  rights: v.optional(v.boolean(), false),
};
const what = { group: textOf(groupField), kind: v.picklist(dutyKinds), title: textOf(titleField) };

const isInOrder = (from: string, until: string | null): boolean => until === null || until >= from;
const END_FIRST = '结束日期早于开始日期';
const UNNAMED = '请写职务名称';

const one = v.object({ duty: managedDuty });
const stale = ['duty.', 'role.', 'member.'] as const;

/** 领导小组 and duties of an org: who holds which, from when until when. */
export const dutyActions = {
  'duty.board': defineAction({
    kind: 'query',
    summary: '一个组织的领导小组与职务：现任',
    access: { who: 'member', scope: 'org of the thing' },
    input: v.strictObject({ orgId: id }),
    output: board,
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'duty.history': defineAction({
    kind: 'query',
    summary: '一个组织的历任职务，近的在前',
    access: { who: 'member', scope: 'org of the thing' },
    input: v.strictObject({ orgId: id, cursor: v.optional(cursor) }),
    output: page(duty),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'duty.get': defineAction({
    kind: 'query',
    summary: '一项职务，供编辑',
    access: { who: 'permitted', permission: 'duty:manage', scope: 'org of the thing' },
    input: v.strictObject({ id }),
    output: one,
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'duty.add': defineAction({
    kind: 'command',
    summary: '添加一项职务',
    access: { who: 'permitted', permission: 'duty:manage', scope: 'org in input' },
    input: v.pipe(
      v.strictObject({ commandId, orgId: id, ...what, ...term }),
      v.forward(
        v.check(({ from, until }) => isInOrder(from, until), END_FIRST),
        ['until'],
      ),
      v.forward(
        v.check(({ kind, title }) => kind !== 'other' || title !== '', UNNAMED),
        ['title'],
      ),
    ),
    output: one,
    errors: ['DUTY_PERSON_UNKNOWN'],
    stale,
    limit: limits.write,
    audited: true,
  }),
  'duty.standIn': defineAction({
    kind: 'command',
    summary: '为一项职务指定代理人',
    access: { who: 'permitted', permission: 'duty:manage', scope: 'org of the thing' },
    input: v.pipe(
      v.strictObject({ commandId, id, ...term }),
      v.forward(
        v.check(({ from, until }) => isInOrder(from, until), END_FIRST),
        ['until'],
      ),
    ),
    output: one,
    errors: ['DUTY_PERSON_UNKNOWN'],
    stale,
    limit: limits.write,
    audited: true,
  }),
  'duty.revise': defineAction({
    kind: 'command',
    summary: '修改一项职务或它的任期',
    access: { who: 'permitted', permission: 'duty:manage', scope: 'org of the thing' },
    input: v.pipe(
      v.strictObject({ commandId, id, version: v.number(), ...what, ...term }),
      v.forward(
        v.check(({ from, until }) => isInOrder(from, until), END_FIRST),
        ['until'],
      ),
      v.forward(
        v.check(({ kind, title }) => kind !== 'other' || title !== '', UNNAMED),
        ['title'],
      ),
    ),
    output: one,
    errors: ['DUTY_PERSON_UNKNOWN', 'DUTY_PERSON_FIXED', 'DUTY_RIGHTS_NOT_YOURS'],
    stale,
    limit: limits.write,
    audited: true,
  }),
  'duty.setRemoved': defineAction({
    kind: 'command',
    summary: '删去写错的一项职务，或恢复',
    access: { who: 'permitted', permission: 'duty:manage', scope: 'org of the thing' },
    /** An undo names the version that its act made: what somebody did since is left alone, with a CONFLICT. */
    input: v.strictObject({ commandId, id, removed: v.boolean(), version: v.optional(v.number()) }),
    output: one,
    errors: ['DUTY_RIGHTS_NOT_YOURS'],
    stale,
    limit: limits.write,
    audited: true,
  }),
  'duty.place': defineAction({
    kind: 'command',
    summary: '改变同一职务中各人的先后',
    access: { who: 'permitted', permission: 'duty:manage', scope: 'org of the thing' },
    /** A number between those of the two that it is to stand between. */
    input: v.strictObject({ commandId, id, order: v.pipe(v.number(), v.finite()) }),
    output: one,
    errors: [],
    stale: ['duty.'],
    limit: limits.write,
    audited: true,
  }),
};
