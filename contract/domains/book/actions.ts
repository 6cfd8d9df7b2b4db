import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { bookFields } from './fields';
import { searchField } from '../../fields';
import { bookRef, shelfStatus } from '../../shared/book';
import { commandId, cursor, id, page, textOf } from '../../shared/values';
import { recommendationCard } from '../recommendation/actions';

/** Facts of a book as they are typed. */
const facts = {
  title: textOf(bookFields.title),
  author: textOf(bookFields.author),
  publisher: v.optional(textOf(bookFields.publisher)),
  isbn: v.optional(textOf(bookFields.isbn)),
};

/** Catalogue (书目). */
export const bookActions = {
  'book.search': defineAction({
    kind: 'query',
    summary: '按书名、作者或 ISBN 找书',
    access: { who: 'member', scope: 'public' },
    input: v.strictObject({ q: textOf(searchField), cursor: v.optional(cursor) }),
    output: page(bookRef),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'book.get': defineAction({
    kind: 'query',
    summary: '一本书：书目信息、在不在我的书架、谁推荐过',
    access: { who: 'member', scope: 'public' },
    input: v.strictObject({ bookId: id }),
    output: v.object({
      book: bookRef,
      status: v.nullable(shelfStatus),
      version: v.number(),
      mayCorrect: v.boolean(),
      /** Added by the reader for himself: nobody else finds it. */
      own: v.boolean(),
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
    access: { who: 'visitor', scope: 'public' },
    input: v.strictObject({ bookId: id }),
    output: v.pick(bookRef, ['title', 'author', 'tone']),
    errors: ['BOOK_NOT_FOUND'],
    limit: limits.preview,
    audited: false,
  }),
  'book.correct': defineAction({
    kind: 'command',
    summary: '更正书目信息：录入的组织及其上级，团市委管理员',
    access: { who: 'permitted', permission: 'book:catalogue', scope: 'org of the thing' },
    /** `version` is the one the writer saw; a newer one is a CONFLICT, so no correction is lost unseen. */
    input: v.strictObject({ commandId, bookId: id, version: v.number(), ...facts }),
    output: v.object({ book: bookRef, version: v.number() }),
    errors: ['BOOK_NOT_FOUND', 'BOOK_EXISTS', 'ISBN_INVALID'],
    stale: ['book.', 'home.', 'recommendation.', 'shelf.'],
    behind: ['BOOK_NOT_FOUND'],
    limit: limits.publish,
    audited: true,
  }),
  'book.add': defineAction({
    kind: 'command',
    summary: '添加书目里没有的书',
    access: { who: 'member', scope: 'public' },
    input: v.strictObject({ commandId, ...facts }),
    output: v.object({ book: bookRef }),
    errors: ['ISBN_INVALID'],
    stale: ['book.search'],
    limit: limits.add,
    audited: 'requested',
  }),
};
