import { page } from './declare';

/** 书记荐书. */
export const recommendation = {
  recommendation: page<{ id: string }>('packages/book/recommendation', { after: ['today'] }),
  recommendations: page<{ which?: 'visible' | 'mine' }>('packages/book/recommendations', {
    menu: {
      ...{ group: 'manage', order: 10, title: '我写的荐书' },
      with: { which: 'mine' },
      needs: 'recommendation:publish',
    },
  }),
  /** Write one; `id` to revise, `bookId` to start from a book. */
  recommend: page<{ id?: string; bookId?: string }>('packages/organise/recommendation/write', {
    needs: {
      permission: 'recommendation:publish',
      title: '写荐书',
      instead: '您想推荐的书，可以在“投诉建议”里告诉我们。',
    },
    menu: { group: 'begin', order: 10, title: '写荐书' },
    formerly: ['packages/book/recommend'],
  }),
};
