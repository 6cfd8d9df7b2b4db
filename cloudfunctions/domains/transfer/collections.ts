import {
  transferStateNames,
  type TransferKind,
  type TransferState,
} from '../../../contract/domains/transfer/constants';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Grant } from '../../kernel/grants';
import type { Doc } from '../../kernel/port';
import type { Remembering } from '../../shared/commands/shape';

/** A role that ended; an alias, since only aliases are plain values. */
export type EndedRole = Pick<Grant, keyof Grant>;

/** What one step of a movement changes of where a person belongs, and what the movement is afterwards. */
export interface Leg {
  remove: string | null;
  add: string | null;
  then: 'done' | 'open';
}

/** One person's movement between orgs. */
export interface TransferDoc extends Doc, Remembering {
  memberId: string;
  kind: TransferKind;
  /** `prepared`: part of a graduation that has not begun; `undoing`: being taken back. */
  state: TransferState | 'prepared' | 'undoing';
  /** Where he comes from; null where it is an org more. */
  fromId: string | null;
  fromPath: string[];
  fromName: string | null;
  /** Where he goes to; null where it is nowhere yet. */
  toId: string | null;
  toPath: string[];
  toName: string | null;
  reason: string;
  /** The member who asked for it, proposed it or did it. */
  by: string;
  proposed: boolean;
  graduationId: string | null;
  at: number;
  /** When it lapses unanswered; null while it waits for nobody. */
  until: number | null;
  closedAt: number | null;
  answer: { by: string; text: string } | null;
  /** What is being carried out, or was last. */
  leg: Leg | null;
  /** Counts what was carried out, so that each is done once. */
  round: number;
  /** He belonged to the destination before. */
  wasThere: boolean;
  /** His roles on the org he left, which ended with it; they come back with an undo. */
  roles: EndedRole[];
  /** When the person said that the destination of his graduation is right, or chose another. */
  settledAt: number | null;
  /** Until when 我的 shows it. */
  shownUntil: number;
}

/** A graduation (毕业转出): one command for many movements. */
export interface GraduationDoc extends Doc, Remembering {
  orgId: string;
  orgPath: string[];
  orgName: string;
  by: string;
  at: number;
  people: number;
  state: 'preparing' | 'running' | 'done' | 'undoing' | 'undone';
}

export const transferCollections = {
  transfers: collection<TransferDoc>({
    purpose: '转入转出：申请、答复、离开与毕业去向',
    personal: '本人从哪个组织到哪个组织、一句话说明与答复；本人、转出与转入组织的书记可见',
    subjects: [
      {
        who: '本人',
        at: { in: 'field', path: 'memberId' },
        exported: {
          as: '转接',
          columns: {
            从: 'fromName',
            到: 'toName',
            说明: 'reason',
            答复: 'answer.text',
            进展: ['state', { ...transferStateNames, prepared: '准备中', undoing: '撤销中' }],
            提出时间: ['at', 'time'],
            办结时间: ['closedAt', 'time'],
          },
          internal: [
            ...([
              'memberId',
              'kind',
              'fromId',
              'fromPath',
              'toId',
              'toPath',
              'by',
              'proposed',
              'graduationId',
            ] as const),
            ...(['until', 'answer.by', 'leg', 'round', 'wasThere', 'roles', 'settledAt', 'shownUntil'] as const),
            'commands',
          ],
        },
        erased: { how: 'removed', says: '删除' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
      {
        who: '提出者',
        at: { in: 'field', path: 'by' },
        exported: { not: '自己提出的在“转接”里；替别人提出的属于那个人' },
        erased: { how: 'replaced', values: {}, says: '转接属于被转的人，保留，去掉提出者的编号' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
      {
        who: '答复者',
        at: { in: 'field', path: 'answer.by' },
        exported: { not: '答复属于被转的人' },
        erased: { how: 'replaced', values: {}, says: '转接属于被转的人，保留，去掉答复者的编号' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'member_at',
        keys: [
          ['memberId', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'to_state',
        keys: [
          ['toPath', 1],
          ['state', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'from_at',
        keys: [
          ['fromPath', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'state_until',
        keys: [
          ['state', 1],
          ['until', 1],
        ],
      },
      { name: 'fromId', keys: [['fromId', 1]] },
      { name: 'toId', keys: [['toId', 1]] },
      {
        name: 'graduation',
        keys: [
          ['graduationId', 1],
          ['state', 1],
          ['_id', 1],
        ],
      },
      { name: 'closedAt', keys: [['closedAt', 1]] },
    ],
    retention: { field: 'closedAt', days: 180 },
    copies: {
      orgs: [
        { id: 'fromId', path: 'fromPath', name: 'fromName' },
        { id: 'toId', path: 'toPath', name: 'toName' },
      ],
    },
  }),

  graduations: collection<GraduationDoc>({
    purpose: '毕业转出：哪个组织、多少人、办到哪里',
    personal: '经办人（仅编号）',
    subjects: [
      {
        who: '经办人',
        at: { in: 'field', path: 'by' },
        exported: {
          as: '我办的毕业转出',
          columns: { 组织: 'orgName', 人数: 'people', 时间: ['at', 'time'] },
          internal: ['orgId', 'orgPath', 'by', 'state', 'commands'],
        },
        erased: { how: 'replaced', values: {}, says: '属于组织，保留，去掉经办人的编号' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'by_at',
        keys: [
          ['by', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      { name: 'orgId', keys: [['orgId', 1]] },
      { name: 'at', keys: [['at', 1]] },
    ],
    retention: { field: 'at', days: 180 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),
};

export type TransferDatabase = CollectionsOf<typeof transferCollections>;
