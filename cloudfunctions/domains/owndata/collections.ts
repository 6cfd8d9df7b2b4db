import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';

/** How much is stored of a member, by part. `_id` is his. */
export interface CountsDoc extends Doc {
  counts: Record<string, number>;
  at: number;
  expiresAt: number;
}

/** That somebody was erased: `_id` says who to whoever has his old id, and nothing to anybody else. */
export interface ErasureDoc extends Doc {
  at: number;
}

/** What the timer removed because its time was over. `_id` is the period of the job; numbers only. */
export interface RemovalsDoc extends Doc {
  at: number;
  removed: Record<string, number>;
}

/**
 * A date on which a member's record is erased. `_id` is `<memberId>:<why>`: he asked, and may take it back until then; or
 * it was kept by somebody's consent that ends, such as a guardian's, and then goes whatever happens.
 */
export interface EraseDateDoc extends Doc {
  why: 'asked' | 'consent';
  at: number;
}

export const owndataCollections = {
  erasedates: collection<EraseDateDoc>({
    purpose: '删除日期：本人申请注销的，或监护人同意到期的，到这一天删除本人的记录',
    personal: '本人的记录哪天删除，仅本人可见',
    subjects: [
      {
        who: '本人',
        at: { in: 'id prefix' },
        exported: {
          as: '删除日期',
          columns: { 原因: ['why', { asked: '本人申请注销', consent: '同意到期' }], 日期: ['at', 'time'] },
          internal: [],
        },
        erased: { how: 'removed', says: '删除' },
        merged: { how: 'moved', clash: { lowest: ['at'] }, says: '取较早的日期' },
      },
    ],
    indexes: [{ name: 'at', keys: [['at', 1]] }],
    // The job that erases removes it; this is for one whose member is gone already.
    retention: { field: 'at', days: 40 },
  }),

  datacounts: collection<CountsDoc>({
    purpose: '“我的数据”里各项的条数，由其他集合数出',
    personal: '本人各项数据的条数，仅本人可见',
    subjects: [
      {
        who: '本人',
        at: { in: 'id' },
        exported: { not: '只是条数，由导出的内容数得出' },
        erased: { how: 'removed', says: '删除' },
        merged: { how: 'remade', says: '重新清点' },
      },
    ],
    indexes: [{ name: 'expiresAt', keys: [['expiresAt', 1]] }],
    retention: { field: 'expiresAt', days: 0 },
  }),

  erasures: collection<ErasureDoc>({
    purpose: '注销记录：只有不能还原的校验值与日期，用来在恢复备份后重新删除',
    personal: null,
    subjects: { none: '只有不能还原的校验值与日期' },
    indexes: [],
    retention: null,
  }),

  removals: collection<RemovalsDoc>({
    purpose: '到期删除的报告：哪个集合删了几条（仅数字）',
    personal: null,
    subjects: { none: '只有集合名与条数' },
    indexes: [{ name: 'at', keys: [['at', 1]] }],
    retention: { field: 'at', days: 400 },
  }),
};

export type OwnDataDatabase = CollectionsOf<typeof owndataCollections>;
