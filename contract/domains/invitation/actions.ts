import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { commandId, cursor, id, instant, joinCode, nothing, page, textOf } from '../../shared/values';
import { nameField } from '../me/fields';
import { invitationStates, joinRefusals, outsideRoles, requestStates } from './constants';
import { answerField } from '../roster/fields';
import { batchActions } from './batchActions';
import { noteField, sentenceField } from './fields';
import { days, inInput, ofThing, places } from './shared';

const invitation = v.object({
  id,
  orgId: id,
  orgName: v.string(),
  code: v.string(),
  state: v.picklist(invitationStates),
  createdAt: v.number(),
  expiresAt: v.number(),
  limit: v.number(),
  used: v.number(),
  approval: v.boolean(),
  /** What somebody from outside becomes by it, and until when; null where one joins the org. */
  role: v.nullable(v.picklist(outsideRoles)),
  roleUntil: v.nullable(v.number()),
  note: v.string(),
});
export type Invitation = v.InferOutput<typeof invitation>;

/** A request as its writer sees it. */
const ownRequest = v.object({
  id,
  orgName: v.string(),
  state: v.picklist(requestStates),
  at: v.number(),
  until: v.number(),
  sentence: v.string(),
  /** Approved, and the person has not come in yet. */
  mayEnter: v.boolean(),
});
export type OwnRequest = v.InferOutput<typeof ownRequest>;

/** All of a person's, latest first; of a command as they are after it. */
const ownRequests = v.object({ items: v.array(ownRequest) });

/** A request as those see it who decide. */
const request = v.object({
  id,
  orgId: id,
  orgName: v.string(),
  name: v.string(),
  state: v.picklist(requestStates),
  at: v.number(),
  until: v.number(),
  sentence: v.string(),
  /** The decision can still be taken back. */
  mayUndo: v.boolean(),
  /** Of one that waits: whether the name is on the roster; null where there is none. */
  listed: v.nullable(v.boolean()),
});
export type JoinRequest = v.InferOutput<typeof request>;

/** Invitations (邀请) and requests to join (加入申请). */
export const invitationActions = {
  ...batchActions,
  'invitation.preview': defineAction({
    kind: 'query',
    summary: '邀请来自哪个组织',
    access: { who: 'visitor', scope: 'public' },
    input: v.strictObject({ code: joinCode }),
    output: v.object({
      orgName: v.string(),
      approval: v.boolean(),
      role: v.nullable(v.picklist(outsideRoles)),
      /** The caller belongs there already. */
      inside: v.boolean(),
    }),
    errors: joinRefusals,
    limit: { max: 20, windowSec: 3600, counted: 'exact' },
    audited: false,
  }),
  'invitation.accept': defineAction({
    kind: 'command',
    summary: '凭邀请加入组织',
    access: { who: 'visitor', scope: 'self' },
    input: v.strictObject({
      commandId,
      code: joinCode,
      /** A member has one already. */
      name: v.optional(textOf(nameField)),
      /** Only "14 or older" is asked, never a birthday; a member has said so. */
      fourteenOrOlder: v.optional(v.literal(true, '未满 14 周岁请由学校团组织统一办理')),
      /** To the question that was asked; empty: he does not know, and joins as without a roster. Absent: not asked yet. */
      answer: v.optional(textOf(answerField)),
    }),
    output: v.object({ outcome: v.picklist(['joined', 'already', 'waiting']), orgName: v.string() }),
    /** JOIN_NAMESAKE has the question as the message of the field `answer`; nothing was done yet. */
    errors: [...joinRefusals, 'JOIN_DECLINED', 'JOIN_NAMESAKE'],
    stale: 'all',
    limit: limits.join,
    audited: true,
  }),
  'invitation.mine': defineAction({
    kind: 'query',
    summary: '我的加入申请',
    access: { who: 'visitor', scope: 'self' },
    input: nothing,
    output: ownRequests,
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'invitation.withdraw': defineAction({
    kind: 'command',
    summary: '撤回加入申请',
    access: { who: 'visitor', scope: 'self' },
    input: v.strictObject({ commandId, id }),
    output: ownRequests,
    errors: [],
    stale: ['invitation.', 'me.'],
    limit: limits.write,
    audited: true,
  }),
  'invitation.enter': defineAction({
    kind: 'command',
    summary: '申请通过后进入',
    access: { who: 'visitor', scope: 'self' },
    input: v.strictObject({ commandId, id }),
    output: ownRequests,
    errors: ['JOIN_ORG_CLOSED'],
    stale: 'all',
    limit: limits.write,
    audited: true,
  }),
  'invitation.create': defineAction({
    kind: 'command',
    summary: '发出邀请',
    access: inInput,
    input: v.strictObject({
      commandId,
      orgId: id,
      days,
      limit: places,
      approval: v.boolean(),
      note: textOf(noteField),
      /** For somebody from outside, who becomes this until then and belongs to no org by it. */
      outside: v.optional(v.strictObject({ role: v.picklist(outsideRoles), until: instant })),
    }),
    output: v.object({ invitation }),
    errors: ['ROLE_NOT_HERE', 'ROLE_NOT_YOURS', 'ROLE_TERM_INVALID', 'ROLE_TO_SELF'],
    stale: ['invitation.', 'moderation.', 'me.waiting'],
    limit: limits.publish,
    audited: true,
  }),
  'invitation.list': defineAction({
    kind: 'query',
    summary: '一个组织发出的邀请',
    access: inInput,
    input: v.strictObject({ orgId: id, cursor: v.optional(cursor) }),
    output: page(invitation),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'invitation.picture': defineAction({
    kind: 'query',
    summary: '邀请的小程序码',
    access: ofThing,
    input: v.strictObject({ id }),
    output: v.object({ contentType: v.string(), base64: v.string() }),
    errors: ['CODE_PICTURE_UNAVAILABLE'],
    limit: limits.publish,
    audited: false,
  }),
  'invitation.setRevoked': defineAction({
    kind: 'command',
    summary: '停用邀请或恢复',
    access: ofThing,
    input: v.strictObject({ commandId, id, revoked: v.boolean() }),
    output: v.object({ invitation }),
    errors: [],
    stale: ['invitation.'],
    limit: limits.write,
    audited: true,
  }),
  'invitation.renew': defineAction({
    kind: 'command',
    summary: '延长邀请，改人数上限',
    access: ofThing,
    input: v.strictObject({ commandId, id, days, limit: places }),
    output: v.object({ invitation }),
    errors: [],
    stale: ['invitation.'],
    limit: limits.write,
    audited: true,
  }),
  'invitation.requests': defineAction({
    kind: 'query',
    summary: '一个组织和下属组织收到的加入申请',
    access: inInput,
    input: v.strictObject({ orgId: id, which: v.picklist(['waiting', 'decided']), cursor: v.optional(cursor) }),
    output: page(request),
    errors: [],
    limit: limits.read,
    audited: true,
  }),
  'invitation.decide': defineAction({
    kind: 'command',
    summary: '同意或不同意加入申请',
    access: ofThing,
    input: v.strictObject({
      commandId,
      id,
      verdict: v.picklist(['approved', 'declined']),
      sentence: textOf(sentenceField),
    }),
    output: v.object({ request }),
    errors: ['INVITATION_FULL', 'JOIN_ORG_CLOSED'],
    stale: ['invitation.', 'me.', 'member.', 'roster.get', 'moderation.'],
    limit: limits.write,
    audited: true,
  }),
  'invitation.undecide': defineAction({
    kind: 'command',
    summary: '收回对加入申请的决定',
    access: ofThing,
    input: v.strictObject({ commandId, id }),
    output: v.object({ request }),
    errors: [],
    stale: ['invitation.', 'me.', 'member.', 'roster.get'],
    limit: limits.write,
    audited: true,
  }),
};
