import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { CAPACITY_MAX, eventKinds } from './constants';
import { eventFields } from './fields';
import {
  answeredForm,
  answers,
  leaveErrors,
  mySignup,
  rosterPerson,
  shownField,
  signUpErrors,
  signUpForm,
} from '../../shared/participation';
import { heldField } from '../../shared/moderation';
import { commandId, cursor, id, instant, page, textOf, whole } from '../../shared/values';

const plan = {
  title: textOf(eventFields.title),
  kind: v.picklist(eventKinds),
  place: textOf(eventFields.place),
  about: textOf(eventFields.about),
  startsAt: instant,
  endsAt: instant,
  deadline: instant,
  capacity: whole(1, CAPACITY_MAX, '名额'),
};
export const eventCard = v.object({
  id,
  title: v.string(),
  kind: v.picklist(eventKinds),
  place: v.string(),
  orgName: v.string(),
  startsAt: v.number(),
  endsAt: v.number(),
  deadline: v.number(),
  capacity: v.number(),
  /** Seats still free, and people waiting. */
  left: v.number(),
  waiting: v.number(),
  cancelled: v.boolean(),
  mine: mySignup,
  /** To who may edit it: that it, or a change of it, waits or was turned down. */
  ...heldField,
});
export type EventCard = v.InferOutput<typeof eventCard>;

const detail = v.object({
  ...eventCard.entries,
  orgId: id,
  about: v.string(),
  form: v.array(shownField),
  version: v.number(),
  mayManage: v.boolean(),
});
export type EventDetail = v.InferOutput<typeof detail>;
const written = v.object({ event: detail });

/** What a shared link shows before joining: what the organiser has published, and nobody's name or number. */
const preview = v.object({ title: v.string(), startsAt: v.number(), place: v.string(), orgName: v.string() });
/** Events (活动) and sign-up (报名). */
export const eventActions = {
  'event.create': defineAction({
    kind: 'command',
    summary: '发布活动',
    access: { who: 'permitted', permission: 'event:manage', scope: 'org in input' },
    input: v.strictObject({ commandId, orgId: id, ...plan, form: signUpForm }),
    output: written,
    errors: ['EVENT_TIMES_INVALID'],
    stale: ['event.', 'home.', 'moderation.', 'me.waiting'],
    limit: limits.publish,
    audited: true,
  }),
  'event.revise': defineAction({
    kind: 'command',
    summary: '修改活动；名额增加时候补自动递补',
    access: { who: 'permitted', permission: 'event:manage', scope: 'org of the thing' },
    input: v.strictObject({ commandId, id, version: v.number(), ...plan }),
    output: written,
    errors: ['EVENT_TIMES_INVALID', 'EVENT_CANCELLED'],
    stale: ['event.', 'home.', 'moderation.', 'me.waiting'],
    behind: ['EVENT_CANCELLED'],
    limit: limits.publish,
    audited: true,
  }),
  'event.setCancelled': defineAction({
    kind: 'command',
    summary: '取消活动，或恢复',
    access: { who: 'permitted', permission: 'event:manage', scope: 'org of the thing' },
    /** An undo names the version that its act made: what somebody did since is left alone, with a CONFLICT. */
    input: v.strictObject({ commandId, id, cancelled: v.boolean(), version: v.optional(v.number()) }),
    output: written,
    errors: [],
    stale: ['event.', 'home.', 'moderation.', 'me.waiting'],
    limit: limits.publish,
    audited: true,
  }),
  'event.list': defineAction({
    kind: 'query',
    summary: '活动列表：可报名的、我报名的、我管理的',
    access: { who: 'member', scope: 'own orgs' },
    input: v.strictObject({ which: v.picklist(['open', 'mine', 'managed', 'own']), cursor: v.optional(cursor) }),
    output: page(eventCard),
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'pinned',
  }),
  'event.get': defineAction({
    kind: 'query',
    summary: '一场活动',
    access: { who: 'member', scope: 'org of the thing' },
    input: v.strictObject({ id }),
    output: v.object({ event: detail }),
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'seen',
  }),
  'event.preview': defineAction({
    kind: 'query',
    summary: '打开转发的活动时，加入前看到的：名称、时间、地点、主办',
    access: { who: 'visitor', scope: 'public' },
    input: v.strictObject({ id }),
    output: preview,
    errors: [],
    limit: limits.preview,
    audited: false,
  }),
  'event.signUp': defineAction({
    kind: 'command',
    summary: '报名；满额后进入候补',
    access: { who: 'member', scope: 'org of the thing' },
    /** `form` is the one that was answered, as it was shown: the sign-up need not look for it. Absent: it is looked for. */
    input: v.strictObject({ commandId, id, answers, form: v.optional(answeredForm) }),
    output: written,
    errors: ['EVENT_CLOSED', 'EVENT_CANCELLED', 'EVENT_FULL', ...signUpErrors],
    stale: ['event.', 'home.'],
    behind: ['EVENT_CLOSED', 'EVENT_CANCELLED', 'EVENT_FULL', 'ALREADY_SIGNED_UP'],
    limit: limits.write,
    audited: false,
  }),
  'event.cancelSignup': defineAction({
    kind: 'command',
    summary: '取消报名；候补第一位自动递补',
    access: { who: 'member', scope: 'org of the thing' },
    archived: 'allowed',
    input: v.strictObject({ commandId, id }),
    output: written,
    errors: ['EVENT_CLOSED', ...leaveErrors],
    stale: ['event.', 'home.'],
    behind: ['SIGNUP_NOT_FOUND', 'EVENT_CLOSED'],
    limit: limits.write,
    audited: false,
  }),
  'event.roster': defineAction({
    kind: 'query',
    summary: '报名名单（仅组织者）',
    access: { who: 'permitted', permission: 'event:manage', scope: 'org of the thing' },
    input: v.strictObject({ id, cursor: v.optional(cursor) }),
    output: v.object({
      title: v.string(),
      form: v.array(shownField),
      total: v.number(),
      capacity: v.number(),
      ...page(rosterPerson).entries,
    }),
    errors: [],
    served: 'admin',
    limit: limits.read,
    audited: true,
  }),
};
