import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { nameField } from './fields';
import { orgKinds, roles } from '../../roles';
import { joinRefusals } from '../invitation/constants';
import { commandId, day, id, joinCode, nothing, textOf } from '../../shared/values';
import { heldField } from '../../shared/moderation';
import { waitingItem } from '../../shared/waiting';

const org = v.object({ id, name: v.string(), kind: v.picklist(orgKinds) });

const session = v.object({
  /** Server's clock, epoch milliseconds, and its Shanghai day: the phone's clock is never trusted. */
  now: v.number(),
  day,
  member: v.object({ id, name: v.string() }),
  orgs: v.array(org),
  /** Roles beyond `member`, each on one org, as they count now. */
  roles: v.array(
    v.object({
      role: v.picklist(roles),
      org,
      /** When it ends; absent where no end is set. */
      until: v.optional(v.number()),
      /** The name of the member in whose place it is held (代理). */
      inPlaceOf: v.optional(v.string()),
    }),
  ),
});
export type Session = v.InferOutput<typeof session>;

/** Where one's own name is read. */
const renamedIn = ['me.', 'home.', 'duty.', 'member.', 'role.', 'event.roster', 'moderation.'] as const;

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
  /** Not kept by a phone: other people are named in it. */
  'me.waiting': defineAction({
    kind: 'query',
    summary: '等我处理的、与我有关的事',
    access: { who: 'member', scope: 'self' },
    input: nothing,
    output: v.object({ items: v.array(waitingItem) }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'me.rename': defineAction({
    kind: 'command',
    summary: '改姓名，三十天一次；原来的名字留底',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, name: textOf(nameField) }),
    /** `held`: the new name waits; until it passes the old one stays, and so says `name`. */
    output: v.object({ name: v.string(), ...heldField }),
    errors: ['RENAMED_LATELY'],
    stale: renamedIn,
    limit: limits.write,
    audited: true,
  }),
  'me.undoRename': defineAction({
    kind: 'command',
    summary: '撤回刚才的改名',
    access: { who: 'member', scope: 'self' },
    /** `of`: the command that changed the name. */
    input: v.strictObject({ commandId, of: commandId }),
    output: v.object({ name: v.string() }),
    errors: ['RENAME_OVERTAKEN'],
    stale: renamedIn,
    behind: ['RENAME_OVERTAKEN'],
    limit: limits.write,
    audited: true,
  }),
  'me.join': defineAction({
    kind: 'command',
    summary: '用邀请码加入支部；已是成员的，多加入一个',
    access: { who: 'visitor', scope: 'self' },
    input: v.strictObject({
      commandId,
      joinCode,
      name: textOf(nameField),
      /** Only "14 or older" is asked, never a birthday. */
      fourteenOrOlder: v.literal(true, '未满 14 周岁请由学校团组织统一办理'),
    }),
    output: session,
    errors: [...joinRefusals, 'JOIN_DECLINED', 'JOIN_WAITING'],
    stale: 'all',
    limit: limits.join,
    audited: true,
  }),
};
