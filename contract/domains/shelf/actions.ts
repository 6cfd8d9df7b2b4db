import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { bookRef, shelfStatus } from '../../shared/book';
import { commandId, cursor, id, page } from '../../shared/values';

const shelfItem = v.object({ book: bookRef, status: shelfStatus, since: v.number() });
export type ShelfItem = v.InferOutput<typeof shelfItem>;

/** Shelf (书架): 想读, 在读, 读完. Only the reader ever sees it. */
export const shelfActions = {
  'shelf.overview': defineAction({
    kind: 'query',
    summary: '我的书架：在读、想读、读完',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({}),
    output: v.object({ reading: v.array(bookRef), want: page(shelfItem), finished: page(shelfItem) }),
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'pinned',
  }),
  'shelf.list': defineAction({
    kind: 'query',
    summary: '书架上某一类的下一页',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ status: shelfStatus, cursor: v.optional(cursor) }),
    output: page(shelfItem),
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'seen',
  }),
  'shelf.move': defineAction({
    kind: 'command',
    summary: '把书放到想读、在读、读完，或移出书架',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, bookId: id, to: v.nullable(shelfStatus) }),
    /** `desk` is what is being read now, the book in hand first. */
    output: v.object({ item: v.nullable(shelfItem), desk: v.array(bookRef) }),
    errors: ['BOOK_NOT_FOUND', 'DESK_FULL'],
    stale: ['shelf.', 'book.get', 'recommendation.get', 'home.'],
    behind: ['BOOK_NOT_FOUND', 'DESK_FULL'],
    limit: limits.write,
    audited: false,
  }),
  /**
   * Takes back exactly what one earlier move did: the book stands where it stood and since when (docs/adr/0012). Where
   * it was moved again meanwhile, the newer move stays and `undone` is false.
   */
  'shelf.undo': defineAction({
    kind: 'command',
    summary: '撤销刚才的移动：书回到原处，日期和次序如旧',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, of: commandId, bookId: id }),
    output: v.object({ item: v.nullable(shelfItem), desk: v.array(bookRef), undone: v.boolean() }),
    errors: ['BOOK_NOT_FOUND', 'DESK_FULL'],
    stale: ['shelf.', 'book.get', 'recommendation.get', 'home.'],
    behind: ['BOOK_NOT_FOUND', 'DESK_FULL'],
    limit: limits.write,
    audited: false,
  }),
};
