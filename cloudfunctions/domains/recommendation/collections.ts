import type { BookRef } from '../../../contract/shared/book';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';

export interface RecommendationDoc extends Doc {
  orgId: string;
  orgPath: string[];
  orgName: string;
  memberId: string;
  recommenderName: string;
  book: BookRef;
  reason: string;
  questions: string[];
  pointer: string;
  /** Visible from this instant on; no timer is needed for a scheduled one. */
  publishAt: number;
  withdrawn: boolean;
  version: number;
  createdAt: number;
  commands: string[];
}

export const recommendationCollections = {
  recommendations: collection<RecommendationDoc>({
    purpose: '书记荐书',
    personal: '荐书人姓名与职务所在组织（公开）',
    indexes: [
      {
        name: 'org_publishAt',
        keys: [
          ['orgId', 1],
          ['withdrawn', 1],
          ['publishAt', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'member_createdAt',
        keys: [
          ['memberId', 1],
          ['createdAt', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'book_publishAt',
        keys: [
          ['book.id', 1],
          ['publishAt', -1],
        ],
      },
    ],
    retention: null,
  }),
};

export type RecommendationDatabase = CollectionsOf<typeof recommendationCollections>;
