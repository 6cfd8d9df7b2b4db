import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { TAP_MAX_AGE_MS } from '../../constants';
import { tones } from '../book/constants';
import { bookFields } from '../book/fields';
import { noteField } from './fields';
import { bookRef } from '../../shared/book';
import { commandId, cursor, day, id, month, page, textOf, whole } from '../../shared/values';

/** One book read on one day. Only the reader ever sees it. */
const line = v.object({
  book: v.pick(bookRef, ['id', 'title', 'author', 'tone']),
  pages: v.nullable(v.number()),
  minutes: v.nullable(v.number()),
  note: v.nullable(v.string()),
  at: v.number(),
});
export const checkIn = v.object({ day, lines: v.array(line) });
export type CheckIn = v.InferOutput<typeof checkIn>;
export type CheckInLine = CheckIn['lines'][number];

/** What the reader wrote about a book (心得) on one day. */
const bookNote = v.object({ day, note: v.string() });
export type BookNote = v.InferOutput<typeof bookNote>;

const bookInHand = v.strictObject({
  title: textOf(bookFields.title),
  author: textOf(bookFields.author),
  tone: v.picklist(tones),
});

/** What a clock may show, however wrong; a handler judges it. */
const epochMs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));

/** Reading check-in (阅读打卡): one voluntary, private record per member and Shanghai day, a line for each book. */
export const checkinActions = {
  'checkin.submit': defineAction({
    kind: 'command',
    summary: '记一笔阅读，或补记某一天',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({
      commandId,
      bookId: id,
      /** As the reader's own phone shows it; only he ever sees the record, as with his note. Absent: the catalogue's. */
      book: v.optional(bookInHand),
      /**
       * A tap from the outbox says at what `moment` of the server's clock it was, as far as the phone knows that clock,
       * and what that `clock` would then show now. Where the two show that the phone's clock changed meanwhile, it is
       * refused with CLOCK_CHANGED; the phone asks for the time, settles the moment and leaves `clock` out
       * (docs/adr/0012). A `tap` only says how long ago it was, by a clock that has not changed.
       */
      when: v.variant('kind', [
        v.strictObject({ kind: v.literal('moment'), at: epochMs, clock: v.optional(v.pipe(v.number(), v.integer())) }),
        v.strictObject({ kind: v.literal('tap'), elapsedMs: whole(0, TAP_MAX_AGE_MS, '等待时间') }),
        v.strictObject({ kind: v.literal('day'), day }),
      ]),
      /** Absent leaves what is there; null clears it. */
      pages: v.optional(v.nullable(whole(1, 2000, '页数'))),
      minutes: v.optional(v.nullable(whole(1, 1440, '分钟数'))),
      note: v.optional(v.nullable(textOf(noteField))),
    }),
    output: v.object({ checkIn }),
    errors: ['DAY_OUT_OF_RANGE', 'CLOCK_CHANGED', 'BOOK_NOT_FOUND'],
    stale: ['checkin.', 'home.'],
    behind: ['BOOK_NOT_FOUND'],
    limit: limits.write,
    audited: false,
  }),
  'checkin.remove': defineAction({
    kind: 'command',
    summary: '撤销某天某本书的记录',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, day, bookId: id }),
    output: v.object({ checkIn }),
    errors: [],
    stale: ['checkin.', 'home.'],
    limit: limits.write,
    audited: false,
  }),
  /**
   * Takes back exactly what one earlier command did, whatever the day's age. A line that stands on another tap or on
   * words as well, or was put down anew, stays as it is; `undone` is false then.
   */
  'checkin.undo': defineAction({
    kind: 'command',
    summary: '撤销刚才的一笔：记下的收回，移除的恢复原样',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, of: commandId, what: v.picklist(['tap', 'removal']), day, bookId: id }),
    output: v.object({ checkIn, undone: v.boolean() }),
    errors: [],
    stale: ['checkin.', 'home.'],
    limit: limits.write,
    audited: false,
  }),
  'checkin.month': defineAction({
    kind: 'query',
    summary: '某个月的阅读记录',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ month }),
    output: v.object({ month, today: day, days: v.array(checkIn) }),
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'seen',
  }),
  'checkin.ofBook': defineAction({
    kind: 'query',
    summary: '我写在一本书上的心得，最近的在前',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ bookId: id, cursor: v.optional(cursor) }),
    output: page(bookNote),
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'seen',
  }),
};
