import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { config } from '../../config';
import { commandId, id, text, whole } from '../../shared/values';
import { FILE_MAX_BYTES, PASTED_MAX, rosterQuestions } from './constants';

/**
 * A roster as those see it who run the org: how many of its names have come, how many have not. Which ones is told to
 * nobody (R1).
 */
const roster = v.object({
  id,
  orgName: v.string(),
  matched: v.number(),
  unmatched: v.number(),
  question: v.picklist(rosterQuestions),
  /** Whether there are names of several people, so that the question is asked and stays. */
  asks: v.boolean(),
  /** Whether who is on it comes in without approval. */
  direct: v.boolean(),
  at: v.number(),
  /** Erased then. */
  until: v.number(),
  /** Cleared before that; it can be brought back until then. Null where it was not. */
  clearedUntil: v.nullable(v.number()),
});
export type Roster = v.InferOutput<typeof roster>;

/** A list as it is pasted, or as a file of one call. */
const list = v.variant('from', [
  v.strictObject({
    from: v.literal('text'),
    text: v.pipe(v.string(), v.maxLength(PASTED_MAX, '一次最多贴 4 万字，请分几次导入')),
  }),
  v.strictObject({
    from: v.literal('file'),
    fileName: text(120, '文件名'),
    base64: v.pipe(
      v.string(),
      v.maxLength(Math.ceil(FILE_MAX_BYTES / 3) * 4, '文件太大，请只留姓名一列'),
      v.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, '文件内容有误'),
    ),
  }),
]);
export type RosterList = v.InferOutput<typeof list>;

/** What a list would add; no names, which whoever has the list knows. */
const comparison = v.object({
  added: v.number(),
  /** On the roster, or in the org, already. */
  there: v.number(),
  /** Twice in the list. */
  doubled: v.number(),
  wrong: v.number(),
  /** The first lines that could not be read, and why. */
  faults: v.array(v.object({ line: v.number(), what: v.string() })),
  notes: v.array(v.string()),
});
export type RosterComparison = v.InferOutput<typeof comparison>;

const inInput = { who: 'permitted', permission: 'org:invite', scope: 'org in input' } as const;
const days = whole(1, config.roster.maxDays, '保留天数');
const one = v.object({ roster: v.nullable(roster) });
const stale = ['roster.', 'invitation.requests'] as const;

/** Names that an org expects (名单). */
export const rosterActions = {
  'roster.get': defineAction({
    kind: 'query',
    summary: '名单上对上了多少人，还有多少名字没有对上',
    access: inInput,
    input: v.strictObject({ orgId: id }),
    output: one,
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'roster.preview': defineAction({
    kind: 'query',
    summary: '核对一份名单会增加几个名字，不保存任何内容',
    access: inInput,
    /** `question`: of a roster that is not there yet. */
    input: v.strictObject({ orgId: id, list, question: v.picklist(rosterQuestions) }),
    output: comparison,
    errors: ['ROSTER_UNREADABLE'],
    served: 'admin',
    limit: limits.add,
    audited: false,
  }),
  'roster.import': defineAction({
    kind: 'command',
    summary: '导入名单；姓名只留下不能还原的编号',
    access: inInput,
    /** Of a roster that is there already, question, direct and days stay as they are. */
    input: v.strictObject({
      commandId,
      orgId: id,
      list,
      question: v.picklist(rosterQuestions),
      direct: v.boolean(),
      days,
    }),
    output: one,
    errors: ['ROSTER_UNREADABLE', 'ROSTER_EMPTY', 'ROSTER_FULL'],
    stale,
    served: 'admin',
    limit: limits.publish,
    audited: true,
  }),
  'roster.revise': defineAction({
    kind: 'command',
    summary: '改名单的保留天数、名单上的人是否直接加入',
    access: inInput,
    input: v.strictObject({ commandId, orgId: id, direct: v.boolean(), days }),
    output: one,
    errors: ['ROSTER_TERM_OVER', 'ROSTER_GONE'],
    stale,
    behind: ['ROSTER_GONE'],
    limit: limits.write,
    audited: true,
  }),
  'roster.setCleared': defineAction({
    kind: 'command',
    summary: '清除名单，或在一小时内收回',
    access: inInput,
    input: v.strictObject({ commandId, orgId: id, cleared: v.boolean() }),
    output: one,
    errors: ['ROSTER_GONE'],
    stale,
    behind: ['ROSTER_GONE'],
    limit: limits.write,
    audited: true,
  }),
};
