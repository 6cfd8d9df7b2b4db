import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc, Value } from '../../kernel/port';

/** One piece of work for the timer, waiting, under way or over. `_id` is `<kind>:<key>`, so queued twice it is one. */
export interface JobDoc extends Doc {
  kind: string;
  /** What tells it from others of its kind; of a periodic job its period. */
  key: string;
  state: 'due' | 'done' | 'failed';
  /** Where the next step begins; null before the first. */
  cursor: Value;
  /** Runs since the last step that was stored, the one under way included. */
  attempts: number;
  /** Who is at it now; null while nobody is. */
  lease: string | null;
  /** When it may be taken; while somebody is at it, when his lease lapses. */
  dueAt: number;
  /** When it was queued. */
  at: number;
  /** What came of it, in a few words without anything personal. Empty until then. */
  result: string;
  expiresAt: number;
}

export const workCollections = {
  jobs: collection<JobDoc>({
    purpose: '后台任务：待办、进行到哪里、结果',
    personal: null,
    subjects: [
      {
        who: '被处理的人',
        at: { in: 'text', paths: ['_id', 'key', 'cursor'] },
        exported: { not: '系统的任务记录，没有本人的内容' },
        erased: { how: 'stays', why: '只有内部编号，40 天后即删' },
        merged: { how: 'stays', why: '40 天后即删' },
      },
    ],
    indexes: [
      {
        name: 'state_dueAt',
        keys: [
          ['state', 1],
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 0 },
  }),
};

export type WorkDatabase = CollectionsOf<typeof workCollections>;
