import { eventKindNames, type EventKind } from '../../../contract/domains/event/constants';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';
import type { Held } from '../../shared/moderation/shape';
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
  /**
   * That it, or a change of it, waits for a verdict or was turned down; absent where all of it may be seen. One that nobody
   * may see yet is `cancelled`, so that it is in no list and nobody signs up; here is whether it was meant to be.
   */
  held?: Held & { cancelled: boolean };
}

export const eventCollections = {
  events: collection<EventDoc>({
    purpose: '活动、报名次序与报名表的回答',
    personal: '报名者的内部编号、报名时间与报名表的回答，仅活动组织者可见',
    subjects: [
      {
        who: '报名者',
        at: { in: 'list', list: 'queue', key: 'm', count: 'queued', changed: 'unsettledAt' },
        exported: {
          as: '活动报名',
          rows: 'queue',
          columns: {
            活动: 'title',
            主办: 'orgName',
            地点: 'place',
            开始: ['startsAt', 'time'],
            报名时间: ['queue.*.at', 'time'],
            回答: 'queue.*.a.*.value',
          },
          internal: ['queue.*.m', 'queue.*.c', 'queue.*.p', 'queue.*.w'],
        },
        erased: {
          how: 'withdrawn',
          until: 'deadline',
          values: { a: [] },
          says: '截止前的：取消报名，由候补递补；截止后的：保留一个名额和时间，去掉编号与回答',
        },
        merged: { how: 'reassigned', says: '归到保留的人；两边都报了的，留较早的一个名额' },
      },
      {
        who: '发布者',
        at: { in: 'field', path: 'memberId' },
        exported: {
          as: '我发布的活动',
          columns: {
            活动: 'title',
            类别: ['kind', eventKindNames],
            主办: 'orgName',
            地点: 'place',
            介绍: 'about',
            开始: ['startsAt', 'time'],
            结束: ['endsAt', 'time'],
            报名截止: ['deadline', 'time'],
            名额: 'capacity',
            报名人数: 'queued',
            报名表: 'form.*.label',
            已取消: 'cancelled',
            发布时间: ['createdAt', 'time'],
          },
          internal: [
            'orgId',
            'orgPath',
            'memberId',
            'formCode',
            'queue',
            'voided',
            'unsettledAt',
            'version',
            'commands',
            'held',
          ],
        },
        erased: { how: 'replaced', values: {}, says: '活动属于组织，保留，去掉发布者的编号' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
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
        name: 'org_endsAt',
        keys: [
          ['orgId', 1],
          ['endsAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'path_endsAt',
        keys: [
          ['orgPath', 1],
          ['endsAt', 1],
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
      { name: 'unsettledAt', keys: [['unsettledAt', 1]] },
    ],
    retention: { field: 'endsAt', days: 400 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),
};

export type EventDatabase = CollectionsOf<typeof eventCollections>;
