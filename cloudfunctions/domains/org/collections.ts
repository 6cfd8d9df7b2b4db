import type { OrgKind } from '../../../contract/roles';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';

export interface OrgDoc extends Doc {
  name: string;
  kind: OrgKind;
  /** Where it stands. */
  parentId: string | null;
  /** Ids from the root to this org, itself included: a copy of what the parents say (`kernel/orgTree.ts`). */
  path: string[];
  /** What people type to join. `closed-<id>` where nobody joins: a unique index counts missing as null, once only. */
  joinCode: string;
  /** The org that this one was merged into; it stands no more, and its `path` is empty. */
  mergedInto?: string;
}

export const orgCollections = {
  orgs: collection<OrgDoc>({
    purpose: '组织树：团市委、区县、高校、支部',
    personal: null,
    subjects: { none: '只有组织的名称与层级' },
    indexes: [
      { name: 'joinCode', unique: true, keys: [['joinCode', 1]] },
      {
        name: 'path_name',
        keys: [
          ['path', 1],
          ['name', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'parent',
        keys: [
          ['parentId', 1],
          ['_id', 1],
        ],
      },
    ],
    retention: null,
  }),
};

export type OrgDatabase = CollectionsOf<typeof orgCollections>;
