import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { cursor, id, page } from '../../shared/values';
import { orgChangeKinds } from './constants';
import { changeInputs } from './shapes';

const { orgId, toId } = changeInputs.move;
const { name, orgIds, memberIds } = changeInputs.split;

/** A change that somebody thinks of; what it does not need is left out. */
const planned = v.strictObject({
  kind: v.picklist(orgChangeKinds.filter((kind) => kind !== 'create')),
  orgId,
  toId: v.optional(toId),
  name: v.optional(name),
  orgIds: v.optional(orgIds),
  memberIds: v.optional(memberIds),
});

/** A change that was made. */
const made = v.object({
  id,
  kind: v.picklist(orgChangeKinds),
  org: v.object({ id, name: v.string() }),
  /** What it was: 由“…”更名, 移到“…”之下. */
  words: v.string(),
  at: v.number(),
  /** Who made it; null where that person is no longer there. */
  by: v.nullable(v.string()),
  undoneAt: v.nullable(v.number()),
  /** Until when it can be undone by who asks; null where it cannot. */
  undoUntil: v.nullable(v.number()),
  /** How far what follows from it has come: orgs looked after of those known so far; null where that is over. */
  progress: v.nullable(v.object({ done: v.number(), all: v.number() })),
});

export const orgChangeActions = {
  'org.preview': defineAction({
    kind: 'query',
    summary: '改动之前看看会带动什么',
    access: { who: 'permitted', permission: 'org:manage', scope: 'above' },
    input: planned,
    output: v.object({
      /** `3 个支部、412 人、57 场活动随之移动。` */
      words: v.string(),
      /** What else is good to know before, a sentence each. */
      notes: v.array(v.string()),
      counts: v.array(v.object({ name: v.string(), count: v.number() })),
    }),
    errors: ['ORG_BELOW_ITSELF', 'ORG_IS_ROOT', 'ORG_TARGET_GONE', 'ORG_TOO_DEEP'],
    limit: limits.read,
    audited: false,
  }),
  'org.changes': defineAction({
    kind: 'query',
    summary: '一个组织和它的下级近来的改动，进行到哪里，能否撤销',
    access: { who: 'permitted', permission: 'org:manage', scope: 'org in input' },
    input: v.strictObject({ orgId: id, cursor: v.optional(cursor) }),
    output: page(made),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
};
