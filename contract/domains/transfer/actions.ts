import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { commandId, cursor, id, nothing, page, textOf } from '../../shared/values';
import { DESTINATIONS_MAX, GRADUATE_MAX, transferKinds, transferStates } from './constants';
import { transferAnswerField, transferFindField, transferReasonField } from './fields';

/** All that is shown of an org to somebody who does not belong to it: its name and those of the two above it. */
const place = v.object({ id, name: v.string(), above: v.nullable(v.string()) });
export type Place = v.InferOutput<typeof place>;

const transfer = v.object({
  id,
  kind: v.picklist(transferKinds),
  state: v.picklist(transferStates),
  /** Null where it is one's own. */
  person: v.nullable(v.object({ id, name: v.string() })),
  from: v.nullable(place),
  to: v.nullable(place),
  reason: v.string(),
  answer: v.nullable(v.string()),
  /** A secretary proposed it. */
  proposed: v.boolean(),
  /** Of a graduation: whether the person has said that the destination is right. */
  settled: v.boolean(),
  at: v.number(),
  /** When it lapses unanswered; null where it waits for nobody. */
  until: v.nullable(v.number()),
  closedAt: v.nullable(v.number()),
  /** Until when whoever asks now may take back what was done last; null where he may not. */
  undoUntil: v.nullable(v.number()),
});
export type Transfer = v.InferOutput<typeof transfer>;

const one = v.object({ transfer });
const named = v.strictObject({ commandId, id });
const reason = textOf(transferReasonField);
const groups = v.pipe(
  v.array(
    v.strictObject({
      /** Null: 暂无. */
      toId: v.nullable(id),
      memberIds: v.pipe(v.array(id), v.minLength(1, '请选择要转出的人')),
    }),
  ),
  v.minLength(1, '请选择要转出的人'),
  v.maxLength(DESTINATIONS_MAX, `一次最多 ${DESTINATIONS_MAX} 个去处`),
  v.check(
    (all) => all.reduce((sum, { memberIds }) => sum + memberIds.length, 0) <= GRADUATE_MAX,
    `一次最多转出 ${GRADUATE_MAX} 人，请分几次`,
  ),
);

const graduation = v.object({
  id,
  org: v.object({ id, name: v.string() }),
  at: v.number(),
  people: v.number(),
  /** How many of them have been moved by now. */
  moved: v.number(),
  state: v.picklist(['running', 'done', 'undoing', 'undone']),
  undoUntil: v.nullable(v.number()),
});
export type Graduation = v.InferOutput<typeof graduation>;

const permitted = { who: 'permitted', permission: 'transfer:accept' } as const;
const stale = ['transfer.', 'me.'] as const;
/** Somebody comes to an org, or goes back. */
const staleOfOrg = [...stale, 'member.', 'org.'] as const;
/** He sees other things afterwards. */
const moved = 'all';

/** Leaving, transfer (转接) and graduation (毕业转出). */
export const transferActions = {
  'transfer.mine': defineAction({
    kind: 'query',
    summary: '我的转接：等答复的和近来办好的',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ cursor: v.optional(cursor) }),
    output: page(transfer),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'transfer.find': defineAction({
    kind: 'query',
    summary: '按名称、拼音、首字母或编号找要去的组织，只显示名称和上级',
    access: { who: 'member', scope: 'public' },
    input: v.strictObject({ q: textOf(transferFindField) }),
    output: v.object({ items: v.array(place) }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'transfer.ask': defineAction({
    kind: 'command',
    summary: '申请转到另一个组织，或再加入一个组织',
    access: { who: 'member', scope: 'self' },
    /** Without `fromId` it is an org more. */
    input: v.strictObject({ commandId, fromId: v.nullable(id), toId: id, reason }),
    output: one,
    errors: ['TRANSFER_OPEN', 'TRANSFER_THERE', 'TRANSFER_NOT_THERE', 'TRANSFER_TARGET'],
    behind: ['TRANSFER_OPEN', 'TRANSFER_THERE', 'TRANSFER_NOT_THERE'],
    stale,
    limit: limits.add,
    audited: true,
  }),
  'transfer.withdraw': defineAction({
    kind: 'command',
    summary: '撤回我的转接，或撤销撤回',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, id, withdrawn: v.boolean() }),
    output: one,
    errors: ['TRANSFER_GONE', 'TRANSFER_CLOSED', 'TRANSFER_LATE', 'TRANSFER_EXPIRED'],
    behind: ['TRANSFER_GONE', 'TRANSFER_CLOSED', 'TRANSFER_LATE', 'TRANSFER_EXPIRED'],
    stale,
    limit: limits.write,
    audited: true,
  }),
  'transfer.seen': defineAction({
    kind: 'command',
    summary: '知道了：这份转接的结果不再显示在“我的”里',
    access: { who: 'member', scope: 'self' },
    input: named,
    output: one,
    errors: ['TRANSFER_GONE'],
    behind: ['TRANSFER_GONE'],
    stale,
    limit: limits.write,
    audited: false,
  }),
  'transfer.leave': defineAction({
    kind: 'command',
    summary: '离开一个组织',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, orgId: id }),
    output: one,
    errors: ['TRANSFER_NOT_THERE'],
    behind: ['TRANSFER_NOT_THERE'],
    stale: moved,
    limit: limits.add,
    audited: true,
  }),
  'transfer.rejoin': defineAction({
    kind: 'command',
    summary: '撤销离开，一天之内',
    access: { who: 'member', scope: 'self' },
    input: named,
    output: one,
    errors: ['TRANSFER_GONE', 'TRANSFER_CLOSED', 'TRANSFER_LATE', 'TRANSFER_TARGET'],
    behind: ['TRANSFER_GONE', 'TRANSFER_CLOSED', 'TRANSFER_LATE'],
    stale: moved,
    limit: limits.add,
    audited: true,
  }),
  'transfer.settle': defineAction({
    kind: 'command',
    summary: '确认或更改毕业去向',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, id, toId: v.nullable(id) }),
    output: one,
    errors: ['TRANSFER_GONE', 'TRANSFER_CLOSED', 'TRANSFER_TARGET', 'TRANSFER_THERE'],
    behind: ['TRANSFER_GONE', 'TRANSFER_CLOSED', 'TRANSFER_THERE'],
    stale,
    limit: limits.add,
    audited: true,
  }),
  'transfer.list': defineAction({
    kind: 'query',
    summary: '一个组织和下属组织的转入转出',
    access: { ...permitted, scope: 'org in input' },
    input: v.strictObject({ orgId: id, which: v.picklist(['waiting', 'out', 'done']), cursor: v.optional(cursor) }),
    output: page(transfer),
    errors: [],
    limit: limits.read,
    audited: true,
  }),
  'transfer.answer': defineAction({
    kind: 'command',
    summary: '同意转入，或不同意并说明原因',
    access: { ...permitted, scope: 'org of the thing' },
    input: v.pipe(
      v.strictObject({ commandId, id, accept: v.boolean(), text: textOf(transferAnswerField) }),
      v.forward(
        v.check(({ accept, text }) => accept || text !== '', '不同意时，请说一句原因'),
        ['text'],
      ),
    ),
    output: one,
    errors: ['TRANSFER_CLOSED', 'TRANSFER_EXPIRED', 'TRANSFER_DISABLED', 'TRANSFER_NOT_THERE'],
    behind: ['TRANSFER_CLOSED', 'TRANSFER_EXPIRED', 'TRANSFER_NOT_THERE'],
    stale: staleOfOrg,
    limit: limits.write,
    audited: true,
  }),
  'transfer.undo': defineAction({
    kind: 'command',
    summary: '撤销刚才的答复或建议，一天之内',
    access: { ...permitted, scope: 'org of the thing' },
    input: named,
    output: one,
    errors: ['TRANSFER_CLOSED', 'TRANSFER_LATE', 'TRANSFER_MOVED', 'TRANSFER_TARGET'],
    behind: ['TRANSFER_CLOSED', 'TRANSFER_LATE', 'TRANSFER_MOVED'],
    stale: staleOfOrg,
    limit: limits.write,
    audited: true,
  }),
  'transfer.propose': defineAction({
    kind: 'command',
    summary: '建议一位成员转到另一个组织',
    access: { ...permitted, scope: 'org in input' },
    input: v.strictObject({ commandId, orgId: id, memberId: id, toId: id, reason }),
    output: one,
    errors: [
      ...(['TRANSFER_OPEN', 'TRANSFER_THERE', 'TRANSFER_NOT_THERE', 'TRANSFER_TARGET', 'TRANSFER_DISABLED'] as const),
      'TRANSFER_ROLE',
    ],
    behind: ['TRANSFER_OPEN', 'TRANSFER_THERE', 'TRANSFER_NOT_THERE'],
    stale,
    limit: limits.add,
    audited: true,
  }),
  'transfer.preview': defineAction({
    kind: 'query',
    summary: '毕业转出预览：多少人、去哪里',
    access: { ...permitted, scope: 'org in input' },
    input: v.strictObject({ orgId: id, groups: v.optional(groups, []) }),
    output: v.object({
      people: v.number(),
      /** They have left meanwhile, cannot be moved now, or have a role here that is not the viewer's to end. */
      leftOut: v.number(),
      /** Have a role on this org, which ends with it. */
      roles: v.number(),
      groups: v.array(
        v.object({
          to: v.nullable(place),
          people: v.number(),
          /** `joins`: at once; `asks`: the other side is asked; `leaves`: 暂无. */
          how: v.picklist(['joins', 'asks', 'leaves']),
        }),
      ),
    }),
    errors: ['TRANSFER_TARGET'],
    limit: limits.read,
    audited: false,
  }),
  'transfer.graduate': defineAction({
    kind: 'command',
    summary: '毕业转出',
    access: { ...permitted, scope: 'org in input' },
    input: v.strictObject({ commandId, orgId: id, groups }),
    output: v.object({ graduation }),
    errors: ['TRANSFER_TARGET', 'TRANSFER_NOBODY'],
    stale: moved,
    limit: limits.publish,
    served: 'admin',
    audited: true,
  }),
  'transfer.graduation': defineAction({
    kind: 'query',
    summary: '我最近办的一次毕业转出，办到哪里了',
    access: { who: 'member', scope: 'self' },
    input: nothing,
    output: v.object({ graduation: v.nullable(graduation) }),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'transfer.ungraduate': defineAction({
    kind: 'command',
    summary: '撤销我办的毕业转出，一天之内',
    access: { who: 'member', scope: 'self' },
    input: named,
    output: v.object({ graduation }),
    errors: ['TRANSFER_GONE', 'TRANSFER_LATE', 'TRANSFER_CLOSED', 'TRANSFER_TARGET'],
    behind: ['TRANSFER_GONE', 'TRANSFER_LATE', 'TRANSFER_CLOSED'],
    stale: moved,
    limit: limits.publish,
    served: 'admin',
    audited: true,
  }),
};
