import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { feedbackKinds } from './constants';
import { feedbackField, replyField } from './fields';
import { commandId, cursor, day, id, page, textOf } from '../../shared/values';

const feedback = v.object({
  id,
  /** Ticket number shown to the person, such as 20261123-4F7K. */
  ticket: v.string(),
  kind: v.picklist(feedbackKinds),
  text: v.string(),
  at: v.number(),
  replyBy: day,
  reply: v.nullable(v.object({ text: v.string(), at: v.number() })),
  /** To the office: it may hurt to read and is shown folded. Nothing that was sent is ever withheld. */
  folded: v.optional(v.literal(true)),
});
export type Feedback = v.InferOutput<typeof feedback>;

/** Complaints and suggestions (投诉建议), one tap from every tab. */
export const feedbackActions = {
  'feedback.submit': defineAction({
    kind: 'command',
    summary: '提交投诉或建议',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, kind: v.picklist(feedbackKinds), text: textOf(feedbackField) }),
    output: v.object({ feedback }),
    errors: [],
    stale: ['feedback.'],
    limit: { max: 10, windowSec: 3600, counted: 'exact' },
    audited: false,
  }),
  'feedback.mine': defineAction({
    kind: 'query',
    summary: '我提交的投诉建议与回复',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ cursor: v.optional(cursor) }),
    output: page(feedback),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'feedback.inbox': defineAction({
    kind: 'query',
    summary: '收到的投诉建议（管理员）',
    access: { who: 'permitted', permission: 'feedback:answer', scope: 'root' },
    input: v.strictObject({ cursor: v.optional(cursor) }),
    output: page(feedback),
    errors: [],
    served: 'admin',
    limit: limits.read,
    audited: true,
  }),
  'feedback.reply': defineAction({
    kind: 'command',
    summary: '回复投诉建议（管理员）',
    access: { who: 'permitted', permission: 'feedback:answer', scope: 'root' },
    input: v.strictObject({ commandId, id, text: textOf(replyField) }),
    output: v.object({ feedback }),
    errors: [],
    stale: ['feedback.', 'home.'],
    served: 'admin',
    limit: limits.write,
    audited: true,
  }),
};
