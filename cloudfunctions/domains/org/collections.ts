import type { OrgChangeKind } from '../../../contract/domains/org/constants';
import type { OrgKind } from '../../../contract/roles';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';
import type { Remembering } from '../../shared/commands/shape';

/** What was done to an org last: with it an undo knows whether anybody has changed it since, and what was before. */
export interface LastChange {
  id: string;
  kind: OrgChangeKind | 'undo';
  at: number;
  /** The name before a renaming. */
  name?: string;
  /** The org that it lay below before a move; the one that a split was taken from. */
  otherId?: string;
  /** When it had been archived, before it was restored. */
  archivedAt?: number;
}

export interface OrgDoc extends Doc, Remembering {
  name: string;
  /** The name as it is sorted and found (`shared/search`); absent in documents of earlier versions until a job fills it. */
  nameSort?: string;
  nameKeys?: string[];
  kind: OrgKind;
  /** Where it stands. */
  parentId: string | null;
  /** Ids from the root to this org, itself included: a copy of what the parents say (`kernel/orgTree.ts`). */
  path: string[];
  /** What people type to join. `closed-<id>` where nobody joins: a unique index counts missing as null, once only. */
  joinCode: string;
  /** The org that this one was merged into. Until `handOverAt` it lies below that one with all it has (docs/adr/0034). */
  mergedInto?: string;
  /** When what it has goes to the other; absent once that has begun: its `path` is empty then, and nobody joins. */
  handOverAt?: number;
  /** When it was archived: it is there to be read, and so is all below it. */
  archivedAt?: number;
  /** It, or one above it, was archived: a copy, as `path` is. Absent where it is at work. */
  away?: true;
  change?: LastChange;
  /** Of an org that came of a split: what it still takes from the other. */
  takes?: { from: string; orgIds: string[]; memberIds: string[] };
  /** Branches and members below it, itself included, as an hourly job has counted them. */
  figures?: { branches: number; members: number };
}

/** One change of the tree, for whoever may undo it or looks back. `_id` is the id of the change in the org. */
export interface OrgChangeDoc extends Doc {
  kind: OrgChangeKind;
  orgId: string;
  orgPath: string[];
  orgName: string;
  /** The name before a renaming. */
  nameBefore?: string;
  /** The org that it lay below before a move; the one that a split was taken from. */
  fromId?: string;
  /** The org that it went below or into. */
  toId?: string;
  /** The member who made it; absent where an import by an operator did. */
  memberId?: string;
  at: number;
  /** When it was taken back, and the id of that change. */
  undone?: { at: number; id: string };
}

export const orgCollections = {
  orgs: collection<OrgDoc>({
    purpose: '组织树：团市委、区县、高校、支部',
    personal: '拆分组织时要分出的成员的内部编号，几分钟内做完即删',
    subjects: [
      {
        who: '分到新组织的人',
        at: { in: 'text', paths: ['takes.memberIds'] },
        exported: { not: '只是任务的中间数据，几分钟内即删' },
        erased: { how: 'stays', why: '只有内部编号，几分钟内即删' },
        merged: { how: 'stays', why: '几分钟内即删' },
      },
    ],
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
        name: 'nameKeys',
        keys: [
          ['nameKeys', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'merged',
        keys: [
          ['mergedInto', 1],
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

  orgchanges: collection<OrgChangeDoc>({
    purpose: '组织的改动：做了什么、能否撤销',
    personal: '作出改动的人的内部编号',
    subjects: [
      {
        who: '作出改动的人',
        at: { in: 'field', path: 'memberId' },
        exported: {
          as: '对组织的改动',
          columns: { 组织: 'orgName', 原名: 'nameBefore', 时间: ['at', 'time'], 撤销时间: ['undone.at', 'time'] },
          internal: ['kind', 'orgId', 'orgPath', 'fromId', 'toId', 'memberId', 'undone.id'],
        },
        erased: { how: 'replaced', values: {}, says: '改动属于组织，保留，去掉其编号' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'path_at',
        keys: [
          ['orgPath', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      { name: 'org', keys: [['orgId', 1]] },
      { name: 'member', keys: [['memberId', 1]] },
      { name: 'at', keys: [['at', 1]] },
    ],
    retention: { field: 'at', days: 400 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),
};

export type OrgDatabase = CollectionsOf<typeof orgCollections>;
