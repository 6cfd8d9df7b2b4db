import type { CollectionDeclaration } from '../../kernel/collection';

/** The indexes that the lists of published documents need. */
export const publicationIndexes: CollectionDeclaration['indexes'] = [
  {
    name: 'org_publishAt',
    keys: [
      ['orgId', 1],
      ['withdrawn', 1],
      ['publishAt', -1],
      ['_id', 1],
    ],
  },
  {
    name: 'member_createdAt',
    keys: [
      ['memberId', 1],
      ['createdAt', -1],
      ['_id', 1],
    ],
  },
];
