import * as v from 'valibot';
import { defineAction, limits } from '../action';
import { ISBN_TEXT_MAX } from '../isbn';
import { bookRef, shelfStatus } from '../shared/book';
import { commandId, cursor, id, optionalText, page, text } from '../shared/values';
import { recommendationCard } from './recommendation';

/** Catalogue (书目). */
export const bookActions = {
  'book.search': defineAction({
    kind: 'query',
    summary: '按书名、作者或 ISBN 找书',
    access: { who: 'member' },
    input: v.strictObject({ q: text(40, '关键词'), cursor: v.optional(cursor) }),
    output: page(bookRef),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'book.get': defineAction({
    kind: 'query',
    summary: '一本书：书目信息、在不在我的书架、谁推荐过',
    access: { who: 'member' },
    input: v.strictObject({ bookId: id }),
    output: v.object({
      book: bookRef,
      status: v.nullable(shelfStatus),
      recommendations: v.array(recommendationCard),
    }),
    errors: ['BOOK_NOT_FOUND'],
    limit: limits.read,
    audited: false,
    offline: 'seen',
  }),
  'book.preview': defineAction({
    kind: 'query',
    summary: '打开转发的书目时，加入前看到的：书名、作者',
    access: { who: 'visitor' },
    input: v.strictObject({ bookId: id }),
    output: v.pick(bookRef, ['title', 'author', 'tone']),
    errors: ['BOOK_NOT_FOUND'],
    limit: limits.preview,
    audited: false,
  }),
  'book.add': defineAction({
    kind: 'command',
    summary: '添加书目里没有的书',
    access: { who: 'member' },
    input: v.strictObject({
      commandId,
      title: text(80, '书名'),
      author: text(60, '作者'),
      publisher: v.optional(optionalText(60, '出版社')),
      isbn: v.optional(optionalText(ISBN_TEXT_MAX, 'ISBN')),
    }),
    output: v.object({ book: bookRef }),
    errors: ['ISBN_INVALID'],
    limit: limits.add,
    audited: false,
  }),
};
