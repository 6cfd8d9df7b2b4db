import type { FeedbackKind } from '../../../contract/domains/feedback/constants';
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
}

export const feedbackCollections = {
  feedback: collection<FeedbackDoc>({
    purpose: '投诉建议与回复',
    personal: '本人提交的内容，仅本人与管理员可见',
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
