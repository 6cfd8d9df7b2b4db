import { mergeEndings, type MergeEnding, type MergeState } from '../../../contract/domains/member/constants';
import { roleNames, type Role } from '../../../contract/roles';
import { collection, type CollectionsOf } from '../../kernel/collection';
import { ERASED } from '../../kernel/personal';
import type { Doc } from '../../kernel/port';
import type { Remembering } from '../../shared/commands/shape';

/** Two records that are said to be one person’s, from the asking to the end. Times are epoch milliseconds. */
export interface MergeDoc extends Doc, Remembering {
  /** The record that goes; empty while only a code is out. */
  fromId: string;
  /** The record that stays. */
  toId: string;
  /** Who began it: the record that stays, or somebody who runs their orgs. */
  byId: string;
  /** All of these in this order, then who agreed above; for whom it is on the list, also once the first became the second. */
  people: string[];
  way: 'both' | 'proposed';
  state: MergeState;
  /** Whether the holder of the record that goes said on it that he agrees. */
  fromAgreed: boolean;
  /** What is typed on the other phone; `closed-<id>` where nothing is. */
  code: string;
  reason: string;
  at: number;
  /** When it lapses, begins or is looked at again. */
  dueAt: number;
  /** Whether the record that goes was closed and the work queued. */
  begun: boolean;
  /** The org whose managers are asked in place of a silent holder, and its path; absent until they are. */
  orgId?: string;
  orgPath?: string[];
  /** Who of them answered. */
  aboveId?: string;
  /** The work was given up and is tried again every hour; absent while it goes on as it should. */
  stalled?: true;
  /** Roles of the record that goes which somebody entitled has to give anew. */
  rolesLeft: Role[];
  ending: MergeEnding | null;
  expiresAt: number;
}

const columns = {
  原因: 'reason',
  状态: 'state',
  未带来的职责: ['rolesLeft', roleNames],
  结果: ['ending', mergeEndings],
  提出时间: ['at', 'time'],
} as const;
const internal = [
  'fromId',
  'toId',
  'byId',
  'people',
  'way',
  'fromAgreed',
  'code',
  'dueAt',
  'begun',
  'stalled',
  'orgId',
  'orgPath',
  'aboveId',
  'commands',
  'expiresAt',
] as const;

export const memberCollections = {
  merges: collection<MergeDoc>({
    purpose: '同一个人的两个账号合并：谁提出、谁同意、进行到哪里',
    personal: '仅账号编号与提出时写的情况；本人、提出人可见，结束 90 天后删除',
    subjects: [
      {
        who: '保留的账号',
        at: { in: 'field', path: 'toId' },
        exported: { as: '账号合并', columns, internal },
        erased: { how: 'removed', says: '删除' },
        merged: { how: 'reassigned', says: '归到保留的账号' },
      },
      {
        who: '并入的账号',
        at: { in: 'field', path: 'fromId' },
        exported: { as: '账号合并（并入别的账号）', columns, internal },
        erased: { how: 'removed', says: '删除' },
        merged: { how: 'reassigned', says: '归到保留的账号' },
      },
      {
        who: '提出的人',
        at: { in: 'field', path: 'byId' },
        exported: { not: '是别人的账号合并，不是提出人的资料' },
        erased: { how: 'replaced', values: { byId: ERASED }, says: '去掉提出人' },
        merged: { how: 'reassigned', says: '归到保留的账号' },
      },
      {
        who: '同意的上级',
        at: { in: 'field', path: 'aboveId' },
        exported: { not: '是别人的账号合并，不是上级的资料' },
        erased: { how: 'replaced', values: { aboveId: ERASED }, says: '去掉同意的人' },
        merged: { how: 'reassigned', says: '归到保留的账号' },
      },
      {
        who: '有关的人',
        at: { in: 'text', paths: ['people'] },
        exported: { not: '与上面各项相同' },
        erased: { how: 'stays', why: '只有内部编号，结束 90 天后删除' },
        merged: { how: 'stays', why: '只有内部编号，结束 90 天后删除' },
      },
    ],
    indexes: [
      { name: 'code', unique: true, keys: [['code', 1]] },
      {
        name: 'people_at',
        keys: [
          ['people', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      { name: 'toId', keys: [['toId', 1]] },
      { name: 'fromId', keys: [['fromId', 1]] },
      { name: 'byId', keys: [['byId', 1]] },
      { name: 'aboveId', keys: [['aboveId', 1]] },
      { name: 'orgId', keys: [['orgId', 1]] },
      {
        name: 'orgPath_state',
        keys: [
          ['orgPath', 1],
          ['state', 1],
        ],
      },
      {
        name: 'state_dueAt',
        keys: [
          ['state', 1],
          ['dueAt', 1],
        ],
      },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 0 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath' }] },
  }),
};

export type MemberDatabase = CollectionsOf<typeof memberCollections>;
