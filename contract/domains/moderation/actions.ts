import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { commandId, cursor, id, page, textOf } from '../../shared/values';
import {
  BULK_MAX,
  caseStates,
  causes,
  decisionReasons,
  holdReasons,
  moderatedKinds,
  queues,
  reportReasons,
} from './constants';
import { appealField, wordsField } from './fields';

const ofThing = { who: 'permitted', permission: 'moderation:decide', scope: 'org of the thing' } as const;

const part = v.object({ label: v.string(), text: v.string() });

const decision = v.object({
  verdict: v.picklist(['visible', 'rejected']),
  reason: v.nullable(v.picklist(decisionReasons)),
  words: v.string(),
  at: v.number(),
  /** Nobody's: WeChat's content check turned it down. */
  byMachine: v.boolean(),
  /** On the author's appeal. */
  onAppeal: v.boolean(),
});

/** A case in a list of the queue; nobody who decides reads the author's name. */
const caseCard = v.object({
  id,
  kind: v.picklist(moderatedKinds),
  cause: v.picklist(causes),
  state: v.picklist(caseStates),
  queue: v.picklist(queues),
  orgName: v.string(),
  title: v.string(),
  excerpt: v.string(),
  at: v.number(),
  why: v.picklist(holdReasons),
  /** What readers said of it; how many they were, nobody reads. */
  reported: v.array(v.picklist(reportReasons)),
  claim: v.picklist(['free', 'mine', 'other']),
  /** When the claim lapses; null where there is none. */
  claimUntil: v.nullable(v.number()),
});
export type CaseCard = v.InferOutput<typeof caseCard>;

const caseDetail = v.object({
  ...caseCard.entries,
  orgId: id,
  /** The thing as its page is opened with; the moderator may have no right to see it there. */
  thing: id,
  /** What is judged; empty once it was erased. */
  parts: v.array(part),
  /** Of an edit: what stands now. */
  before: v.array(part),
  /** Words of the local list that were found. */
  found: v.array(v.string()),
  /** Of a picture, sound or video: the file. */
  file: v.nullable(id),
  appeal: v.nullable(v.object({ text: v.string(), at: v.number() })),
  /** Decisions on it so far, the latest last; and how many others of this author were turned down is nobody's business. */
  decisions: v.array(decision),
  /** Why the viewer cannot decide about it; null where he can once he has claimed it. */
  hindered: v.nullable(v.picklist(['own', 'samePerson', 'closed'])),
  mayUndo: v.boolean(),
});
export type CaseDetail = v.InferOutput<typeof caseDetail>;
const one = v.object({ case: caseDetail });

/** A case as its author sees it. */
const ownCase = v.object({
  id,
  kind: v.picklist(moderatedKinds),
  cause: v.picklist(causes),
  state: v.picklist(caseStates),
  thing: id,
  title: v.string(),
  at: v.number(),
  parts: v.array(part),
  /** A person has it before him, or will; else it is checked again in the author's next calls as well. */
  byPerson: v.boolean(),
  decision: v.nullable(v.omit(decision, ['onAppeal'])),
  appeal: v.nullable(v.object({ text: v.string(), at: v.number(), answered: v.boolean() })),
  /** Until when he may appeal; null where he cannot (any more). */
  mayAppealUntil: v.nullable(v.number()),
  /** When the sealed text is erased; null where it is not to be. */
  erasedAt: v.nullable(v.number()),
});
export type OwnCase = v.InferOutput<typeof ownCase>;
const ownOne = v.object({ case: ownCase });

const verdict = {
  verdict: v.picklist(['visible', 'rejected']),
  /** Needed to turn it down; `other` needs words. */
  reason: v.nullable(v.picklist(decisionReasons)),
  words: textOf(wordsField),
};

/** What a decision may change for who decides. */
const stale = ['moderation.', 'me.', 'home.', 'recommendation.', 'event.', 'invitation.', 'book.get'] as const;

/** Moderation (内容审核): one queue for words, pictures, sound and appeals. */
export const moderationActions = {
  'moderation.queue': defineAction({
    kind: 'query',
    summary: '一个组织和下属组织待审核的内容，先到的在前',
    access: { who: 'permitted', permission: 'moderation:decide', scope: 'org in input' },
    input: v.strictObject({ orgId: id, which: v.picklist(queues), cursor: v.optional(cursor) }),
    output: page(caseCard),
    errors: [],
    served: 'admin',
    limit: limits.read,
    audited: false,
  }),
  'moderation.case': defineAction({
    kind: 'query',
    summary: '一条待审核的内容，连同上下文与先前的决定',
    access: ofThing,
    input: v.strictObject({ id }),
    output: one,
    errors: [],
    served: 'admin',
    limit: limits.read,
    audited: true,
  }),
  'moderation.claim': defineAction({
    kind: 'command',
    summary: '认领一条，十分钟内别人不能决定',
    access: ofThing,
    archived: 'allowed',
    input: v.strictObject({ commandId, id }),
    output: one,
    errors: ['CASE_TAKEN', 'CASE_CLOSED', 'CASE_OWN', 'CASE_SAME_PERSON'],
    stale: ['moderation.'],
    behind: ['CASE_TAKEN', 'CASE_CLOSED', 'CASE_SAME_PERSON'],
    served: 'admin',
    limit: limits.write,
    audited: true,
  }),
  'moderation.release': defineAction({
    kind: 'command',
    summary: '放下认领的一条',
    access: ofThing,
    archived: 'allowed',
    input: v.strictObject({ commandId, id }),
    output: one,
    errors: [],
    stale: ['moderation.'],
    served: 'admin',
    limit: limits.write,
    audited: true,
  }),
  'moderation.decide': defineAction({
    kind: 'command',
    summary: '决定通过或不通过',
    access: ofThing,
    archived: 'allowed',
    input: v.pipe(
      v.strictObject({ commandId, id, ...verdict }),
      v.forward(
        v.check(({ verdict: to, reason }) => to === 'visible' || reason !== null, '请选一个理由'),
        ['reason'],
      ),
      v.forward(
        v.check(({ reason, words }) => reason !== 'other' || words !== '', '请写明理由'),
        ['words'],
      ),
    ),
    output: one,
    errors: ['CASE_NOT_CLAIMED', 'CASE_CLOSED', 'CASE_OWN', 'CASE_SAME_PERSON', 'CASE_OVERTAKEN'],
    stale,
    behind: ['CASE_NOT_CLAIMED', 'CASE_CLOSED', 'CASE_SAME_PERSON', 'CASE_OVERTAKEN'],
    served: 'admin',
    limit: limits.write,
    audited: true,
  }),
  'moderation.rejectSpam': defineAction({
    kind: 'command',
    summary: '把多条广告一次判为不通过，逐条告知结果',
    access: ofThing,
    archived: 'allowed',
    input: v.strictObject({
      commandId,
      ids: v.pipe(v.array(id), v.minLength(1, '请先选中要处理的'), v.maxLength(BULK_MAX, `一次最多 ${BULK_MAX} 条`)),
    }),
    output: v.object({
      results: v.array(v.object({ id, result: v.picklist(['done', 'taken', 'closed', 'own', 'samePerson', 'gone']) })),
    }),
    errors: [],
    stale,
    served: 'admin',
    limit: limits.write,
    audited: true,
  }),
  'moderation.undo': defineAction({
    kind: 'command',
    summary: '收回一天内的决定，重新待审',
    access: ofThing,
    archived: 'allowed',
    input: v.strictObject({ commandId, id }),
    output: one,
    errors: ['DECISION_FIXED'],
    stale,
    behind: ['DECISION_FIXED'],
    served: 'admin',
    limit: limits.write,
    audited: true,
  }),
  'moderation.reporters': defineAction({
    kind: 'query',
    summary: '谁举报了一条内容（仅审计员）',
    access: { who: 'permitted', permission: 'moderation:audit', scope: 'org of the thing' },
    input: v.strictObject({ id }),
    output: v.object({
      items: v.array(
        v.object({ name: v.string(), reason: v.picklist(reportReasons), words: v.string(), at: v.number() }),
      ),
    }),
    errors: [],
    served: 'admin',
    limit: limits.read,
    audited: true,
  }),
  'moderation.report': defineAction({
    kind: 'command',
    summary: '举报一条内容；谁举报的，作者和审核员都看不到',
    access: { who: 'member', scope: 'org of the thing' },
    archived: 'allowed',
    input: v.strictObject({
      commandId,
      kind: v.picklist(['recommendation', 'event']),
      thing: id,
      reason: v.picklist(reportReasons),
      words: textOf(wordsField),
    }),
    /** Said again, and by others, it is the same. */
    output: v.object({ reported: v.literal(true) }),
    errors: [],
    stale: ['moderation.', 'me.waiting'],
    limit: { max: 20, windowSec: 86_400, counted: 'exact' },
    audited: false,
  }),
  'moderation.mine': defineAction({
    kind: 'query',
    summary: '我写的内容里正在审核的、没有通过的',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ cursor: v.optional(cursor) }),
    output: page(ownCase),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'moderation.own': defineAction({
    kind: 'query',
    summary: '我写的一条内容审核到哪里',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ id }),
    output: ownOne,
    errors: ['CASE_NOT_YOURS'],
    limit: limits.read,
    audited: false,
  }),
  'moderation.appeal': defineAction({
    kind: 'command',
    summary: '对没有通过的内容申诉一次，由另一个人来看',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, id, text: textOf(appealField) }),
    output: ownOne,
    errors: ['CASE_NOT_YOURS', 'APPEAL_OVER', 'APPEAL_ONCE'],
    stale: ['moderation.', 'me.', 'recommendation.', 'event.'],
    behind: ['APPEAL_OVER', 'APPEAL_ONCE'],
    limit: limits.write,
    audited: true,
  }),
};
