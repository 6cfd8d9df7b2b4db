import { shelfStatusNames, type ShelfStatus } from '../../../contract/domains/shelf/constants';
import type { BookRef } from '../../../contract/shared/book';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';

/** `_id` is `<memberId>:<bookId>`. */
export interface ShelfDoc extends Doc {
  memberId: string;
  book: BookRef;
  /** Null: taken off the shelf; the document stays, so that an earlier command, sent again, changes nothing. */
  status: ShelfStatus | null;
  /** When it came to this status. */
  since: number;
  /** What its last moves replaced, the latest move last: what an undo of that move brings back. */
  replaced?: { by: string; status: ShelfStatus | null; since: number }[];
  /** Last commands that changed it. */
  commands: string[];
  /** Counts changes by its reader; absent before the first. */
  version?: number;
}

/** What the member is reading now, made from the shelf's facts. `_id` is the member's. */
export interface DeskDoc extends Doc {
  /** The book in hand first. */
  books: BookRef[];
  /** Says which facts it was made from; another one after each of them (docs/adr/0023). */
  version: string;
}

export const shelfCollections = {
  desks: collection<DeskDoc>({
    purpose: '案头：在读的书，由书架得出',
    personal: '本人在读的书，仅本人可见',
    subjects: [
      {
        who: '本人',
        at: { in: 'id' },
        exported: { not: '与书架里在读的书相同' },
        erased: { how: 'removed', says: '删除' },
        merged: { how: 'remade', says: '由合并后的书架重新得出' },
      },
    ],
    indexes: [{ name: 'book', keys: [['books.id', 1]] }],
    retention: null,
  }),

  shelf: collection<ShelfDoc>({
    purpose: '个人书架：想读、在读、读完',
    personal: '本人的读书状态，仅本人可见；每本书留最近 5 次移动前的状态供撤销',
    subjects: [
      {
        who: '本人',
        at: { in: 'id prefix', field: 'memberId' },
        exported: {
          as: '书架',
          columns: {
            书名: 'book.title',
            作者: 'book.author',
            状态: ['status', { ...shelfStatusNames, null: '已移出' }],
            自: ['since', 'time'],
          },
          internal: ['memberId', 'replaced', 'commands', 'version'],
        },
        erased: { how: 'removed', says: '删除' },
        merged: {
          how: 'moved',
          clash: {
            newer: { by: 'since', fields: ['status', 'since', 'book', 'replaced'] },
            append: ['commands'],
            highest: ['version'],
          },
          says: '两边的书合在一起；同一本书以较近的状态为准',
        },
      },
    ],
    indexes: [
      {
        name: 'member_status_since',
        keys: [
          ['memberId', 1],
          ['status', 1],
          ['since', -1],
          ['_id', 1],
        ],
      },
      { name: 'book', keys: [['book.id', 1]] },
    ],
    retention: null,
  }),
};

export type ShelfDatabase = CollectionsOf<typeof shelfCollections>;
