import {
  feedbackKindNames,
  ticketStateNames,
  type DeskState,
  type FeedbackKind,
} from '../../../contract/domains/feedback/constants';
import type { Day } from '../../../contract/day';
import { collection, type CollectionsOf } from '../../kernel/collection';
import { yesNo } from '../../kernel/personal';
import type { Doc } from '../../kernel/port';
import type { Remembering } from '../../shared/commands/shape';

/** What was said after the first text. */
export interface TurnDoc {
  id: string;
  from: 'person' | 'office';
  text: string;
  at: number;
  /** The member of the office who answered. */
  by?: string;
}

export interface FeedbackDoc extends Doc, Remembering {
  /** Null: the sender had not joined. */
  memberId: string | null;
  /** The sender's own name among tickets (`keyFor`), the same before and after he joins; absent in tickets of before. */
  key?: string | null;
  ticket: string;
  kind: FeedbackKind;
  text: string;
  at: number;
  replyBy: Day;
  roughly?: true;
  /** The latest answer; null while one is due. */
  reply: { text: string; at: number; by: string } | null;
  /** Absent in tickets of before, until a job fills it; `rules/state.ts` says what it is. */
  state?: DeskState;
  anonymous?: boolean;
  turns?: TurnDoc[];
  /** The member of the office who has it in hand. */
  taker?: string | null;
  /** Shown folded to those who answer: it may hurt to read. Absent otherwise. It is never withheld. */
  folded?: true;
  /** When a ticket of somebody who never joined is removed. */
  keptUntil?: number;
}

const gone = '（提交者已注销，内容已删除）';

export const feedbackCollections = {
  feedback: collection<FeedbackDoc>({
    purpose: '投诉建议与答复',
    personal: '本人提交的内容，仅本人与管理员可见；没有加入的人只记一个认得出本人的代号',
    subjects: [
      {
        who: '提交者',
        at: { in: 'field', path: 'memberId' },
        exported: {
          as: '投诉建议',
          columns: {
            受理编号: 'ticket',
            类别: ['kind', feedbackKindNames],
            内容: 'text',
            提交时间: ['at', 'time'],
            承诺答复: 'replyBy',
            答复: 'reply.text',
            答复时间: ['reply.at', 'time'],
            往来: 'turns.*.text',
            往来时间: ['turns.*.at', 'time'],
            状态: ['state', ticketStateNames],
            匿名: ['anonymous', yesNo],
          },
          internal: [
            'memberId',
            'key',
            'roughly',
            'reply.by',
            'turns.*.id',
            'turns.*.from',
            'turns.*.by',
            'taker',
            'keptUntil',
            'folded',
            'commands',
          ],
        },
        erased: {
          how: 'replaced',
          values: { text: gone, 'reply.text': gone, turns: [], key: null },
          says: '保留受理编号与时间，以免件数变化；去掉编号、内容与答复',
        },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
      {
        who: '答复者',
        at: { in: 'field', path: 'reply.by' },
        exported: {
          as: '我答复的投诉建议',
          columns: { 受理编号: 'ticket', 答复: 'reply.text', 答复时间: ['reply.at', 'time'] },
          internal: [
            'memberId',
            'key',
            'kind',
            'text',
            'at',
            'replyBy',
            'roughly',
            'state',
            'anonymous',
            'turns',
            'taker',
            'keptUntil',
            'folded',
            'commands',
          ],
        },
        erased: { how: 'replaced', values: {}, says: '答复属于组织，保留，去掉答复者的编号' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
      {
        who: '办理者',
        at: { in: 'field', path: 'taker' },
        exported: { not: '只有谁在办理；答复过的列在“我答复的投诉建议”' },
        erased: { how: 'replaced', values: {}, says: '去掉办理者的编号' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
      {
        who: '往来中的答复者',
        at: { in: 'text', paths: ['turns'] },
        exported: { not: '列在“我答复的投诉建议”' },
        erased: { how: 'stays', why: '答复属于组织；只有内部编号' },
        merged: { how: 'stays', why: '只有内部编号' },
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
        name: 'key_at',
        keys: [
          ['key', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'state_replyBy',
        keys: [
          ['state', 1],
          ['replyBy', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'state_at',
        keys: [
          ['state', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      { name: 'ticket', keys: [['ticket', 1]] },
      {
        name: 'taker',
        keys: [
          ['taker', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'at',
        keys: [
          ['at', -1],
          ['_id', 1],
        ],
      },
      { name: 'keptUntil', keys: [['keptUntil', 1]] },
    ],
    // Only tickets of those who never joined have the field.
    retention: { field: 'keptUntil', days: 0 },
  }),
};

export type FeedbackDatabase = CollectionsOf<typeof feedbackCollections>;
