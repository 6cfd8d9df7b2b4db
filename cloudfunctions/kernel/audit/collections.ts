import type { AuditKind } from '../../../contract/domains/audit/constants';
import { collection, type CollectionsOf } from '../collection';
import type { Doc } from '../port';

/** Append-only and hash-chained. `_id` is `<chain>:<number in 12 digits>`, in the one chain of earlier versions the number alone. */
export interface AuditDoc extends Doc {
  at: number;
  /** Shanghai day of `at`, by which a night is sealed; absent in the one chain of earlier versions. */
  day?: string;
  actor: string;
  action: string;
  outcome: string;
  /** Ids of what was touched; never texts, names, phones or openids. */
  target: string;
  /** What it is, for whoever looks for one kind; absent in entries of earlier versions, like the two below. */
  kind?: AuditKind;
  /** The orgs concerned and all above them, as they stood then; it is not mended when an org moves. */
  orgs?: string[];
  /** The actor and the ids of `target`, by which an entry is found: it says nothing that these do not. */
  about?: string[];
  requestId: string;
  previous: string;
  hash: string;
}

/** Seals up to some hundred entries of one day, in the order of their ids. `_id` is the number of the seal in 12 digits. */
export interface SealDoc extends Doc {
  /** The day of the entries; null for the one chain of earlier versions. */
  day: string | null;
  /** When it was written, epoch milliseconds. */
  at: number;
  /** Entries under this seal. */
  count: number;
  /** The last entry of each chain among them: `<id> <hash>`, sorted by id. */
  heads: string[];
  /** Nothing of the day is left for the next seal. */
  complete: boolean;
  previous: string;
  hash: string;
}

/** An index for pages of the newest first, after the fields that are asked for. */
const newestFirst = (name: string, ...fields: string[]) => [
  {
    name,
    keys: [...fields.map((field) => [field, 1] as const), ['at', -1] as const, ['_id', 1] as const],
  },
];

export const auditCollections = {
  audit: collection<AuditDoc>({
    purpose: '审计记录：谁在何时做了什么（仅编号）',
    personal: null,
    subjects: [
      {
        who: '操作者与被操作者',
        at: { in: 'text', paths: ['actor', 'target', 'about'] },
        exported: { not: '供审计，不供本人取用' },
        erased: { how: 'stays', why: '链式校验不容改动；只有内部编号，注销后不再指向任何人' },
        merged: { how: 'stays', why: '链式校验不容改动' },
      },
    ],
    indexes: [
      { name: 'requestId', keys: [['requestId', 1]] },
      {
        name: 'day',
        keys: [
          ['day', 1],
          ['_id', 1],
        ],
      },
      ...newestFirst('at'),
      ...newestFirst('about_at', 'about'),
      ...newestFirst('action_at', 'action'),
      ...newestFirst('kind_at', 'kind'),
      ...newestFirst('orgs_at', 'orgs'),
    ],
    retention: null,
    copies: { kept: [{ path: 'orgs', why: '记下的是当时的上级，封存后不改' }] },
  }),

  seals: collection<SealDoc>({
    purpose: '审计记录的每夜封存：各条记录链的末端（仅编号与校验值）',
    personal: null,
    subjects: { none: '只有记录链的编号与校验值' },
    indexes: [],
    retention: null,
  }),
};

export type AuditDatabase = CollectionsOf<typeof auditCollections>;
