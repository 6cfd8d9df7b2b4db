import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { roles } from '../../roles';
import { commandId, id, key, nothing, textOf } from '../../shared/values';
import { mergeEndings, mergeStates, type MergeEnding } from './constants';
import { mergeReasonField } from './fields';

/** As people type it from another phone. */
const mergeCode = v.pipe(
  v.string('请填写合并码'),
  v.transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase()),
  key(/^[2-9A-HJ-NP-TW-Z]{10}$/),
);

const record = v.object({ id, name: v.string(), orgs: v.array(v.string()) });

const merge = v.object({
  id,
  state: v.picklist(mergeStates),
  /** Whether both records agreed, or somebody proposed it who runs their orgs. */
  way: v.picklist(['both', 'proposed']),
  /** What the viewer is to it: the record that goes, the one that stays, who proposed it, or who has to agree above them. */
  side: v.picklist(['from', 'to', 'by', 'above']),
  /** The record that goes and the one that stays; null where it is not known yet, or is gone. */
  from: v.nullable(record),
  to: v.nullable(record),
  reason: v.string(),
  /** What whoever agrees above judges by: who proposed it, and since when there are both records; null for others. */
  judgedBy: v.nullable(
    v.object({ by: v.nullable(v.string()), fromJoinedAt: v.nullable(v.number()), toJoinedAt: v.nullable(v.number()) }),
  ),
  /** Whether the holder of the record that goes has said on it that he agrees. */
  fromAgreed: v.boolean(),
  /** Whether somebody above has agreed in his place. */
  aboveAgreed: v.boolean(),
  /** Whether the viewer is asked to agree, and has not. */
  mayAgree: v.boolean(),
  /** On the record that stays, while it waits for the other to type it. */
  code: v.nullable(v.string()),
  /** What was begun could not be finished yet, and is tried again every hour. */
  stalled: v.boolean(),
  /** When it lapses, or, once agreed, when it begins; null when it is over. */
  dueAt: v.nullable(v.number()),
  /** Roles of the old record that do not go over by themselves. */
  rolesLeft: v.array(v.picklist(roles)),
  ending: v.nullable(v.picklist(Object.keys(mergeEndings) as MergeEnding[])),
  at: v.number(),
});
export type Merge = v.InferOutput<typeof merge>;

const made = v.object({ merge });
const aboutMerges = ['member.', 'me.waiting'];
const ofMerge = v.strictObject({ commandId, id });

/** Merging two records of one person, who has a new phone or a new WeChat. */
export const mergeActions = {
  'member.merges': defineAction({
    kind: 'query',
    summary: '与我有关的账号合并，和等我作为上级同意的',
    access: { who: 'member', scope: 'self' },
    input: nothing,
    output: v.object({ merges: v.array(merge) }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'member.mergeCode': defineAction({
    kind: 'command',
    summary: '在新账号上生成合并码，用来并入旧账号',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId }),
    output: made,
    errors: ['MERGE_OPEN'],
    stale: aboutMerges,
    limit: limits.join,
    audited: true,
  }),
  'member.mergePeek': defineAction({
    kind: 'query',
    summary: '在旧账号上填合并码，看要并到哪个账号',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ code: mergeCode }),
    output: v.object({ to: record }),
    errors: ['MERGE_CODE_UNKNOWN', 'MERGE_SAME'],
    limit: limits.join,
    audited: false,
  }),
  'member.mergeGive': defineAction({
    kind: 'command',
    summary: '在旧账号上同意并到新账号',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, code: mergeCode }),
    output: made,
    errors: ['MERGE_CODE_UNKNOWN', 'MERGE_SAME', 'MERGE_NAMES_DIFFER', 'MERGE_OPEN'],
    stale: aboutMerges,
    limit: limits.join,
    audited: true,
  }),
  'member.mergePropose': defineAction({
    kind: 'command',
    summary: '为换了微信的人提出合并，由本人确认',
    access: { who: 'permitted', permission: 'member:manage', scope: 'org of the thing' },
    input: v.strictObject({ commandId, id, intoId: id, reason: textOf(mergeReasonField) }),
    output: made,
    errors: ['MEMBER_SELF', 'MEMBER_ABOVE', 'MERGE_SAME', 'MERGE_NAMES_DIFFER', 'MERGE_DISABLED', 'MERGE_OPEN'],
    stale: aboutMerges,
    limit: limits.publish,
    audited: true,
  }),
  'member.mergeAnswer': defineAction({
    kind: 'command',
    summary: '在两个账号中的一个上说明合并是不是本人的意思',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ ...ofMerge.entries, agree: v.boolean() }),
    output: made,
    errors: ['MERGE_OVER'],
    stale: aboutMerges,
    behind: ['MERGE_OVER'],
    limit: limits.write,
    audited: true,
  }),
  'member.mergeReview': defineAction({
    kind: 'command',
    summary: '旧账号没有人答复时，上级同意或不同意一次合并',
    access: { who: 'permitted', permission: 'member:manage', scope: 'org of the thing' },
    input: v.strictObject({ ...ofMerge.entries, agree: v.boolean() }),
    output: made,
    errors: ['MERGE_OVER', 'MEMBER_SELF'],
    stale: aboutMerges,
    behind: ['MERGE_OVER'],
    limit: limits.publish,
    audited: true,
  }),
  'member.mergeStop': defineAction({
    kind: 'command',
    summary: '撤回一次合并，或对它提出异议',
    access: { who: 'member', scope: 'self' },
    input: ofMerge,
    output: made,
    errors: ['MERGE_OVER'],
    stale: aboutMerges,
    behind: ['MERGE_OVER'],
    limit: limits.write,
    audited: true,
  }),
};
