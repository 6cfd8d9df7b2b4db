import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { commandId, cursor, day, id, page, textOf } from '../../shared/values';
import { deskStates, feedbackKinds, ticketStates } from './constants';
import { feedbackField, followField, replyField } from './fields';

const kind = v.picklist(feedbackKinds);

/** What was said after the first text, in order. */
const turn = v.object({
  id,
  from: v.picklist(['person', 'office']),
  text: v.string(),
  at: v.number(),
});

const feedback = v.object({
  id,
  /** Ticket number shown to the person, such as 20261123-4F7K. */
  ticket: v.string(),
  kind,
  text: v.string(),
  at: v.number(),
  /** The working day by which the latest that was said is answered. */
  replyBy: day,
  /** True where that day was counted without the holidays of a year whose are not known yet. */
  roughly: v.optional(v.boolean()),
  /** The latest answer; null while one is due. */
  reply: v.nullable(v.object({ text: v.string(), at: v.number() })),
  state: v.picklist(ticketStates),
  anonymous: v.boolean(),
  turns: v.array(turn),
  /** To the office: it may hurt to read and is shown folded. Nothing that was sent is ever withheld. */
  folded: v.optional(v.literal(true)),
});
export type Feedback = v.InferOutput<typeof feedback>;
export type FeedbackTurn = Feedback['turns'][number];

/** The same as the office sees it. */
const ticket = v.object({
  ...feedback.entries,
  /** Past its day and not answered. */
  overdue: v.boolean(),
  /** Who has it in hand: the viewer himself, somebody else of the office, nobody. */
  taken: v.picklist(['me', 'other', 'nobody']),
  /** Until when the viewer can take his answer back; null where he cannot. */
  undoUntil: v.nullable(v.number()),
});
export type OfficeTicket = v.InferOutput<typeof ticket>;

/** Everybody whom WeChat knows, also who is disabled: a complaint may be about just that. */
const anybody = { who: 'visitor', scope: 'self', disabled: 'allowed' } as const;
const office = { who: 'permitted', permission: 'feedback:answer', scope: 'root' } as const;
const seenByOffice = ['feedback.', 'me.waiting'] as const;

/** Complaints and suggestions (投诉建议), one tap from every tab. */
export const feedbackActions = {
  'feedback.submit': defineAction({
    kind: 'command',
    summary: '提交投诉建议；没有加入的、已停用的人也可以',
    access: anybody,
    input: v.strictObject({
      commandId,
      kind,
      text: textOf(feedbackField),
      /** The office sees no name. */
      anonymous: v.optional(v.boolean()),
    }),
    output: v.object({ feedback }),
    errors: [],
    stale: seenByOffice,
    limit: { max: 10, windowSec: 3600, counted: 'exact' },
    audited: false,
  }),
  'feedback.mine': defineAction({
    kind: 'query',
    summary: '我提交的投诉建议与答复',
    access: anybody,
    input: v.strictObject({ cursor: v.optional(cursor) }),
    output: page(feedback),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'feedback.get': defineAction({
    kind: 'query',
    summary: '我提交的一条投诉建议',
    access: anybody,
    input: v.strictObject({ id }),
    output: v.object({ feedback }),
    errors: ['TICKET_GONE'],
    limit: limits.read,
    audited: false,
  }),
  'feedback.follow': defineAction({
    kind: 'command',
    summary: '在自己的一条投诉建议下接着说；答复过的重新待答复',
    access: anybody,
    input: v.strictObject({ commandId, id, text: textOf(followField) }),
    output: v.object({ feedback }),
    errors: ['TICKET_GONE', 'TICKET_FULL'],
    stale: seenByOffice,
    limit: { max: 20, windowSec: 3600, counted: 'exact' },
    audited: false,
  }),
  'feedback.close': defineAction({
    kind: 'command',
    summary: '把自己的一条投诉建议办结',
    access: anybody,
    input: v.strictObject({ commandId, id }),
    output: v.object({ feedback }),
    errors: ['TICKET_GONE'],
    stale: seenByOffice,
    limit: limits.write,
    audited: false,
  }),
  'feedback.inbox': defineAction({
    kind: 'query',
    summary: '收到的投诉建议（管理员）',
    access: office,
    input: v.strictObject({
      cursor: v.optional(cursor),
      /** Absent: what is to be answered, the most pressing first; the others newest first. */
      state: v.optional(v.picklist(deskStates)),
      kind: v.optional(kind),
      /** Only those past their day; of what is to be answered. */
      overdue: v.optional(v.boolean()),
    }),
    output: page(ticket),
    errors: [],
    served: 'admin',
    limit: limits.read,
    audited: true,
  }),
  'feedback.find': defineAction({
    kind: 'query',
    summary: '按受理编号查找投诉建议（管理员）',
    access: office,
    input: v.strictObject({
      ticket: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^\d{8}-?[2-9A-Z]{4}$/, '编号像 20261123-4F7K')),
    }),
    output: v.object({ items: v.array(ticket) }),
    errors: [],
    served: 'admin',
    limit: limits.read,
    audited: true,
  }),
  'feedback.ticket': defineAction({
    kind: 'query',
    summary: '一条投诉建议（管理员）；没有匿名的，看得到提交者姓名',
    access: office,
    input: v.strictObject({ id }),
    /** `by`: the sender's name; null where he wished none, has not joined, or is gone. */
    output: v.object({ feedback: ticket, by: v.nullable(v.string()) }),
    errors: [],
    served: 'admin',
    limit: limits.read,
    audited: true,
  }),
  'feedback.take': defineAction({
    kind: 'command',
    summary: '接手一条投诉建议，或放回（管理员）',
    access: office,
    input: v.strictObject({ commandId, id, take: v.boolean() }),
    output: v.object({ feedback: ticket }),
    errors: [],
    stale: seenByOffice,
    served: 'admin',
    limit: limits.write,
    audited: true,
  }),
  'feedback.reply': defineAction({
    kind: 'command',
    summary: '答复投诉建议（管理员）',
    access: office,
    input: v.strictObject({ commandId, id, text: textOf(replyField) }),
    output: v.object({ feedback: ticket }),
    errors: [],
    stale: [...seenByOffice, 'home.', 'notice.'],
    served: 'admin',
    limit: limits.write,
    audited: true,
  }),
  'feedback.unreply': defineAction({
    kind: 'command',
    summary: '撤回刚发出的答复，十分钟内、对方还没有接着说时（管理员）',
    access: office,
    input: v.strictObject({ commandId, id }),
    output: v.object({ feedback: ticket }),
    errors: ['REPLY_STANDS'],
    stale: [...seenByOffice, 'home.', 'notice.'],
    behind: ['REPLY_STANDS'],
    served: 'admin',
    limit: limits.write,
    audited: true,
  }),
};
