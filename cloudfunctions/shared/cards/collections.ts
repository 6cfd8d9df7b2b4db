import { collection } from '../../kernel/collection';
import type { CardDoc } from './shape';

export const cardsCollections = {
  cards: collection<CardDoc>({
    purpose: '今日上显示的内容，由各项业务得出',
    personal: '本人报名的活动、投诉建议是否有答复、看过哪些变动，仅本人可见',
    subjects: [
      {
        who: '本人',
        at: { in: 'field', path: 'to' },
        exported: { not: '与活动报名、投诉建议中的内容相同' },
        erased: { how: 'removed', says: '删除' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'to_until',
        keys: [
          ['to', 1],
          ['until', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'thing',
        keys: [
          ['thing', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'org',
        keys: [
          ['data.orgId', 1],
          ['_id', 1],
        ],
      },
      { name: 'until', keys: [['until', 1]] },
    ],
    retention: { field: 'until', days: 0 },
    // A card for an org goes with it where it is merged; a card that names one says so by its `data.orgId`.
    copies: { orgs: [{ id: 'to' }, { id: 'data.orgId', name: 'data.orgName' }] },
  }),
};
