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
