import type { BookRef } from '@contract/shared/book';
import { page } from './declare';

/** 书目. */
export const book = {
  bookDetail: page<{ id: string }>('packages/book/detail', { after: ['today'] }),
  bookSearch: page<{ q?: string }, BookRef>('packages/book/search'),
  bookAdd: page<{ title?: string }, BookRef>('packages/book/add'),
  bookCorrect: page<{ id: string }>('packages/organise/book/correct', {
    needs: {
      permission: 'book:catalogue',
      title: '更正书目信息',
      instead: '发现书目有误，可以在“投诉建议”里告诉我们。',
    },
    formerly: ['packages/book/correct'],
  }),
};
