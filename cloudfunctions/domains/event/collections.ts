import type { EventKind } from '../../../contract/domains/event/constants';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';
import type { Participation } from '../../shared/participation/shape';

export interface EventDoc extends Doc, Participation {
  orgId: string;
  orgPath: string[];
  orgName: string;
  memberId: string;
  title: string;
  kind: EventKind;
  place: string;
  about: string;
  endsAt: number;
  version: number;
  /** Last commands of organisers. */
  commands: string[];
  createdAt: number;
}

export const eventCollections = {
  events: collection<EventDoc>({
    purpose: '活动、报名次序与报名表的回答',
    personal: '报名者的内部编号、报名时间与报名表的回答，仅活动组织者可见',
    indexes: [
      {
        name: 'org_startsAt',
        keys: [
          ['orgId', 1],
          ['startsAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'path_begins',
        keys: [
          ['orgPath', 1],
          ['startsAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'queue_begins',
        keys: [
          ['queue.m', 1],
          ['startsAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'queue_endsAt',
        keys: [
          ['queue.m', 1],
          ['endsAt', 1],
          ['_id', 1],
        ],
      },
      { name: 'endsAt', keys: [['endsAt', 1]] },
    ],
    retention: { field: 'endsAt', days: 400 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),
};

export type EventDatabase = CollectionsOf<typeof eventCollections>;
