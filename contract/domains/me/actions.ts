import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { nameField } from './fields';
import { orgKinds, roles } from '../../roles';
import { commandId, day, id, joinCode, nothing, textOf } from '../../shared/values';

const org = v.object({ id, name: v.string(), kind: v.picklist(orgKinds) });

const session = v.object({
  /** Server's clock, epoch milliseconds, and its Shanghai day: the phone's clock is never trusted. */
  now: v.number(),
  day,
  member: v.object({ id, name: v.string() }),
  orgs: v.array(org),
  /** Roles beyond `member`, each on one org. */
  roles: v.array(v.object({ role: v.picklist(roles), org })),
});
export type Session = v.InferOutput<typeof session>;

/** Who I am (我). */
export const meActions = {
  'me.session': defineAction({
    kind: 'query',
    summary: '我是谁：姓名、所在组织、职责',
    access: { who: 'member', scope: 'self' },
    input: nothing,
    output: session,
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'pinned',
  }),
  'me.join': defineAction({
    kind: 'command',
    summary: '用邀请码加入支部',
    access: { who: 'visitor', scope: 'self' },
    input: v.strictObject({
      commandId,
      joinCode,
      name: textOf(nameField),
      /** Only "14 or older" is asked, never a birthday. */
      fourteenOrOlder: v.literal(true, '未满 14 周岁请由学校团组织统一办理'),
    }),
    output: session,
    errors: ['JOIN_CODE_UNKNOWN', 'ALREADY_JOINED'],
    stale: 'all',
    behind: ['ALREADY_JOINED'],
    limit: limits.join,
    audited: true,
  }),
};
