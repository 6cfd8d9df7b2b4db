import type { Tone } from '../../../contract/domains/book/constants';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';

export interface BookDoc extends Doc {
  title: string;
  author: string;
  publisher: string | null;
  isbn: string | null;
  tone: Tone;
  /** Single characters and pairs of title and author, the ISBN, and which book it is: what search matches. */
  terms: string[];
  /** What search sorts by. Absent in a document of before, until the nightly job has filled it in. */
  sortTitle?: string;
  /** `all` for the catalogue, else the one member who added it for himself. */
  audience: string;
  addedAt: number;
  /**
   * `entered` by a secretary; `trusted` from an imported list, which corrects what was entered. Absent in a member's own
   * and in documents of before.
   */
  state?: 'entered' | 'trusted';
  /**
   * Who entered it, and for which org: those who answer for that org may correct it. `orgId` is absent in a document of
   * before, until the nightly job has filled it in.
   */
  entry?: { memberId: string; orgId?: string; orgPath: string[] };
  /** Counts corrections; absent before the first. */
  version?: number;
  /** Last commands that corrected it. */
  commands?: string[];
  /** `stale` from a correction until the copies in other documents are renewed. */
  copies?: 'stale' | 'fresh';
}

export const bookCollections = {
  books: collection<BookDoc>({
    purpose: '书目：书名、作者、出版社、ISBN',
    personal: '录入者的内部编号（便于更正与追责），不公开',
    subjects: [
      {
        who: '为自己添加的人',
        at: { in: 'field', path: 'audience' },
        exported: {
          as: '自己添加的书',
          columns: {
            书名: 'title',
            作者: 'author',
            出版社: 'publisher',
            ISBN: 'isbn',
            添加时间: ['addedAt', 'time'],
          },
          internal: ['tone', 'terms', 'sortTitle', 'audience', 'state', 'entry', 'version', 'commands', 'copies'],
        },
        erased: { how: 'removed', says: '删除，别人本来就看不到' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
      {
        who: '录入者',
        at: { in: 'field', path: 'entry.memberId' },
        exported: {
          as: '录入的书目',
          columns: { 书名: 'title', 作者: 'author', 录入时间: ['addedAt', 'time'] },
          internal: [
            'publisher',
            'isbn',
            'tone',
            'terms',
            'sortTitle',
            'audience',
            'state',
            'entry',
            'version',
            'commands',
            'copies',
          ],
        },
        erased: { how: 'replaced', values: {}, says: '保留书目，去掉录入者的编号' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'terms_sortTitle',
        keys: [
          ['terms', 1],
          ['sortTitle', 1],
          ['_id', 1],
        ],
      },
      { name: 'copies', keys: [['copies', 1]] },
      { name: 'entry_org', keys: [['entry.orgId', 1]] },
    ],
    retention: null,
    copies: { orgs: [{ id: 'entry.orgId', path: 'entry.orgPath' }] },
  }),
};

export type BookDatabase = CollectionsOf<typeof bookCollections>;
