import type { Tone } from '../../../contract/domains/book/constants';
import type { Day } from '../../../contract/day';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';

/** `_id` is `<memberId>:<day>`. */
export interface CheckInDoc extends Doc {
  memberId: string;
  day: Day;
  /** By book id. A day without a line left stays as a document, for `commands`. */
  lines: Record<string, CheckInLineDoc>;
  /** Last commands on this day, put down or taken back: any of them, sent again later, changes nothing. */
  commands: string[];
  /** Lines that were removed, by book id, with the command that did it, until an undo can no longer be meant. */
  removed?: Record<string, { by: string; line: CheckInLineDoc }>;
  /** Until when `removed` is kept, epoch milliseconds. */
  removedUntil?: number;
}

export interface CheckInLineDoc {
  title: string;
  author: string;
  tone: Tone;
  /** What the reader typed, if anything. */
  pages?: number | null;
  minutes?: number | null;
  note?: string | null;
  /** When it was put down, or words were last written. */
  at: number;
  /**
   * What the line stands on: the taps that told of it, and `*` once something was typed. An undo erases a line that
   * stands on its tap alone. Absent on lines from before undo was a command; those are never erased by one.
   */
  by?: string[];
}

export const checkinCollections = {
  checkins: collection<CheckInDoc>({
    purpose: '阅读打卡：每人每天一条，可不填',
    personal: '本人的阅读记录与心得，仅本人可见；移除的一笔留 7 天供撤销',
    subjects: [
      {
        who: '本人',
        at: { in: 'id prefix', field: 'memberId' },
        exported: {
          as: '阅读打卡',
          rows: 'lines',
          columns: {
            日期: 'day',
            书名: 'lines.*.title',
            作者: 'lines.*.author',
            页数: 'lines.*.pages',
            分钟: 'lines.*.minutes',
            心得: 'lines.*.note',
            记录时间: ['lines.*.at', 'time'],
          },
          internal: ['memberId', 'commands', 'removed', 'removedUntil', 'lines.*.tone', 'lines.*.by'],
        },
        erased: { how: 'removed', says: '删除' },
        merged: {
          how: 'moved',
          clash: {
            union: ['lines', 'removed'],
            texts: ['note'],
            append: ['commands'],
            highest: ['removedUntil'],
          },
          says: '两边的日期合在一起；同一天同一本书合成一笔，心得都留着',
        },
      },
    ],
    indexes: [{ name: 'removedUntil', keys: [['removedUntil', 1]] }],
    retention: null,
  }),
};

export type CheckInDatabase = CollectionsOf<typeof checkinCollections>;
