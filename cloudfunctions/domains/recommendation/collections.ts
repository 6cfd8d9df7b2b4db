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
    subjects: [
      {
        who: '荐书人',
        at: { in: 'field', path: 'memberId' },
        exported: {
          as: '我写的荐书',
          columns: {
            组织: 'orgName',
            荐书人: 'recommenderName',
            书名: 'book.title',
            作者: 'book.author',
            荐语: 'reason',
            导读问题: 'questions',
            十分钟读什么: 'pointer',
            发布时间: ['publishAt', 'time'],
            已撤回: 'withdrawn',
            写于: ['createdAt', 'time'],
          },
          internal: ['orgId', 'orgPath', 'memberId', 'version', 'commands', 'held'],
        },
        erased: {
          how: 'replaced',
          values: { recommenderName: '已注销的成员' },
          says: '荐书属于组织，保留内容，去掉姓名与编号',
        },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
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
