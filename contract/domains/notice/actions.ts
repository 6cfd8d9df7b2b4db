import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { config } from '../../config';
import { notice } from '../../shared/notices';
import { messageTemplates, noticeKinds } from '../../shared/notices/constants';
import { commandId, cursor, id, instant, nothing, page, whole } from '../../shared/values';

const hour = whole(0, 23, '钟点');
/** Hours of the day in Shanghai without messages, over midnight where the end is smaller; null: none are. */
const quiet = v.nullable(v.strictObject({ from: hour, to: hour }));
const perWeek = whole(1, config.messages.perWeek, '每周条数');
const template = v.picklist(messageTemplates);

const settings = v.object({
  /** By kind: whether WeChat messages are sent of it. */
  on: v.record(v.picklist(noticeKinds), v.boolean()),
  perWeek: v.number(),
  quiet: v.nullable(v.object({ from: v.number(), to: v.number() })),
  /** The templates that this deployment has, with what `requestSubscribeMessage` asks for, and the consents left. */
  templates: v.array(v.object({ template, id: v.string(), left: v.number() })),
  /** Whether the timer may send messages: null where it has not run yet. Without it only those sent at once go out. */
  timer: v.nullable(v.boolean()),
});
export type MessageSettings = v.InferOutput<typeof settings>;

/** Notices (通知) of what concerns oneself, and the WeChat messages that tell of them. */
export const noticeActions = {
  'notice.inbox': defineAction({
    kind: 'query',
    summary: '我的通知',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ cursor: v.optional(cursor) }),
    output: page(notice),
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'seen',
  }),
  'notice.unread': defineAction({
    kind: 'query',
    summary: '未读通知的条数，最多数到九十九',
    access: { who: 'member', scope: 'self' },
    input: nothing,
    output: v.object({ count: v.number() }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'notice.read': defineAction({
    kind: 'command',
    summary: '把一条通知记为已读',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, id }),
    output: v.object({ notice }),
    errors: ['NOTICE_GONE'],
    stale: ['notice.'],
    behind: ['NOTICE_GONE'],
    limit: limits.write,
    audited: false,
  }),
  'notice.readAll': defineAction({
    kind: 'command',
    summary: '把到某一刻为止的通知全部记为已读',
    access: { who: 'member', scope: 'self' },
    /** Up to the latest that the person has seen: what came meanwhile stays unread. */
    input: v.strictObject({ commandId, upTo: instant }),
    output: v.object({ count: v.number() }),
    errors: [],
    stale: ['notice.'],
    limit: limits.write,
    audited: false,
  }),
  'notice.settings': defineAction({
    kind: 'query',
    summary: '微信消息的设置与剩余的同意次数',
    access: { who: 'member', scope: 'self' },
    input: nothing,
    output: settings,
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'notice.set': defineAction({
    kind: 'command',
    summary: '改微信消息的设置',
    access: { who: 'member', scope: 'self' },
    /** Only what is to change. */
    input: v.strictObject({
      commandId,
      kind: v.optional(v.strictObject({ kind: v.picklist(noticeKinds), on: v.boolean() })),
      perWeek: v.optional(perWeek),
      quiet: v.optional(quiet),
    }),
    output: settings,
    errors: [],
    stale: ['notice.settings'],
    limit: limits.write,
    audited: false,
  }),
  'notice.consent': defineAction({
    kind: 'command',
    summary: '记下在微信里同意的次数，一次一条',
    access: { who: 'member', scope: 'self' },
    /** The templates that the person has just agreed to in WeChat's own question, which asks for three at most. */
    input: v.strictObject({ commandId, accepted: v.pipe(v.array(template), v.minLength(1), v.maxLength(3)) }),
    output: settings,
    errors: [],
    stale: ['notice.settings'],
    limit: limits.write,
    audited: false,
  }),
};
