import type { OrgKind } from '../../../contract/roles';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';

export interface OrgDoc extends Doc {
  name: string;
  kind: OrgKind;
  parentId: string | null;
  /** Ids from the root to this org, itself included. */
  path: string[];
  /** What people type to join. `closed-<id>` where nobody joins: a unique index counts missing as null, once only. */
  joinCode: string;
}

export const orgCollections = {
  orgs: collection<OrgDoc>({
    purpose: '组织树：团市委、区县、高校、支部',
    personal: null,
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
    ],
    retention: null,
  }),
};

export type OrgDatabase = CollectionsOf<typeof orgCollections>;
