import { feedbackKindNames, type FeedbackKind } from '../../../contract/domains/feedback/constants';
import type { Day } from '../../../contract/day';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';

export interface FeedbackDoc extends Doc {
  memberId: string;
  ticket: string;
  kind: FeedbackKind;
  text: string;
  at: number;
  replyBy: Day;
  reply: { text: string; at: number; by: string } | null;
  /** Shown folded to those who answer: it may hurt to read. Absent otherwise. It is never withheld. */
  folded?: true;
}

export const feedbackCollections = {
  feedback: collection<FeedbackDoc>({
    purpose: '投诉建议与回复',
    personal: '本人提交的内容，仅本人与管理员可见',
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
          },
          internal: ['memberId', 'folded'],
        },
        erased: {
          how: 'replaced',
          values: { text: '（提交者已注销，内容已删除）', 'reply.text': '（提交者已注销，内容已删除）' },
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
          internal: ['memberId', 'kind', 'text', 'at', 'replyBy', 'folded'],
        },
        erased: { how: 'replaced', values: {}, says: '答复属于组织，保留，去掉答复者的编号' },
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
        name: 'at',
        keys: [
          ['at', -1],
          ['_id', 1],
        ],
      },
    ],
    retention: null,
  }),
};

export type FeedbackDatabase = CollectionsOf<typeof feedbackCollections>;
