import type { CheckInLine } from '@contract/domains/checkin/actions';
import type { Day } from '@contract/day';
import type { ServerClock } from '@/shared/call/clock';
import type { Queued } from '@/shared/outbox/queued';

/** What a check-in may say beside the book. Absent leaves what is there; null clears it. */
export interface Details {
  pages?: number | null;
  minutes?: number | null;
  note?: string | null;
}

interface Common {
  book: CheckInLine['book'];
  /** The Shanghai day as far as it is known; the server's answer for a tap decides. */
  day: Day;
}

export interface Submit extends Queued<'checkin.submit'>, Common {
  /** The phone's clock at the tap, or null for a chosen day. */
  tappedAt: number | null;
  /** What was known of the server's clock at the tap. */
  clock?: ServerClock;
  /** The moment of the tap by the server's clock, once a reply has settled it; it never changes again. */
  at?: number;
  details: Details;
}

export interface Remove extends Queued<'checkin.remove'>, Common {
  /** The tap it takes back, while that tap's day is not confirmed. */
  of: string | null;
}

/** Takes back exactly what one earlier command did. */
export interface Undo extends Queued<'checkin.undo'>, Common {
  what: 'tap' | 'removal';
  /** That command's id. */
  of: string;
  /** The line as it was before a removal, to be shown until the server has answered; null for a tap. */
  line: CheckInLine | null;
}

export type Entry = Submit | Remove | Undo;

/** Whether an entry of the queue is one of a check-in. */
export const isCheckin = (entry: Queued): entry is Entry => entry.action.startsWith('checkin.');

export const isSubmit = (entry: Entry): entry is Submit => entry.action === 'checkin.submit';

/** Whether the moment of a tap still depends on a clock that may have been set. */
export const isUnsettled = (entry: Entry): entry is Submit & { tappedAt: number } =>
  isSubmit(entry) && entry.tappedAt !== null && entry.at === undefined;
