import { dutyKinds, dutyTable, type DutyKind, type RightsState } from '../../../contract/domains/duty/constants';
import type { Role } from '../../../contract/roles';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';
import type { Versioned } from '../../shared/commands/shape';

/** One person in one duty of an org, for one term; a successor is another document. Times are epoch milliseconds. */
export interface DutyDoc extends Doc, Versioned {
  orgId: string;
  orgPath: string[];
  /** Name of the group (领导小组, 支部委员会); a group is there as long as it has duties. */
  group: string;
  kind: DutyKind;
  /** Its own title; empty where the kind's name is the title. */
  title: string;
  /** Null for somebody who does not use the system. */
  memberId: string | null;
  /** As it stands on the board. */
  name: string;
  /** The first instant of the term and the first after it; `NO_END` where none is set. */
  from: number;
  until: number;
  /** The duty that this person stands in for (代理); null for one's own. */
  of: string | null;
  /** Among those of one kind in one group. */
  order: number;
  /** What the role of the duty came to; `given`: it stands in the member's grants for the same term. */
  rights: RightsState;
  /** The command by which roles are still to be made to say so, and the role that ends by it. */
  pending?: { commandId: string; ends: Role | null };
  createdAt: number;
  /** By what it ended before its time, since the person left the org, and what its term was; absent otherwise. */
  left?: { by: string; from: number; until: number };
  /** When it was taken off as a mistake; absent where it stands. */
  removedAt?: number;
}

const kindNames = Object.fromEntries(dutyKinds.map((kind) => [kind, dutyTable[kind].name]));

export const dutyCollections = {
  duties: collection<DutyDoc>({
    purpose: '领导小组、班子、支部委员会等的职务与任期，历任保留',
    personal: '任职人姓名、职务、起止日期；本组织及下级的成员可见',
    subjects: [
      {
        who: '任职人',
        at: { in: 'field', path: 'memberId' },
        exported: {
          as: '担任的职务',
          columns: {
            组织: 'orgId',
            小组: 'group',
            职务: ['kind', kindNames],
            职务名称: 'title',
            姓名: 'name',
            任期起: ['from', 'time'],
            任期止: ['until', 'time'],
            记于: ['createdAt', 'time'],
            已删去: ['removedAt', 'time'],
          },
          internal: ['orgPath', 'memberId', 'of', 'order', 'rights', 'pending', 'left', 'version', 'commands'],
        },
        erased: {
          how: 'replaced',
          values: { name: '已注销的成员' },
          says: '任期属于组织的记录，保留职务与起止日期，去掉姓名与编号',
        },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'org_until',
        keys: [
          ['orgId', 1],
          ['removedAt', 1],
          ['until', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'member_until',
        keys: [
          ['memberId', 1],
          ['until', -1],
          ['_id', 1],
        ],
      },
      { name: 'removedAt', keys: [['removedAt', 1]] },
    ],
    // What was taken off as a mistake is kept as long as somebody may bring it back.
    retention: { field: 'removedAt', days: 30 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath' }] },
  }),
};

export type DutyDatabase = CollectionsOf<typeof dutyCollections>;
