import type { BookRef } from '../../../contract/shared/book';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';
import { publicationIndexes } from '../../shared/publication/indexes';
import type { Publication } from '../../shared/publication/shape';

export interface RecommendationDoc extends Doc, Publication {
  recommenderName: string;
  book: BookRef;
  reason: string;
  questions: string[];
  pointer: string;
}

export const recommendationCollections = {
  recommendations: collection<RecommendationDoc>({
    purpose: '书记荐书',
    personal: '荐书人姓名与职务所在组织（公开）',
    indexes: [
      ...publicationIndexes,
      {
        name: 'book_publishAt',
        keys: [
          ['book.id', 1],
          ['publishAt', -1],
        ],
      },
    ],
    retention: null,
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),
};

export type RecommendationDatabase = CollectionsOf<typeof recommendationCollections>;
