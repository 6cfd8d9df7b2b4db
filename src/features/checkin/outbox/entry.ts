import type { Day } from '@contract/day';
import type { CheckInLine } from '@contract/domains/checkin/actions';
import type { ServerClock } from '@/shared/call/clock';

/** What a check-in may say beside the book. Absent leaves what is there; null clears it. */
export interface Details {
  pages?: number | null;
  minutes?: number | null;
  note?: string | null;
}

interface Common {
  /** The command's id, the same at every sending. */
  id: string;
  /** Whose it is: one phone may serve several personas of the local cloud. */
  who: string;
  book: CheckInLine['book'];
  /** The Shanghai day as far as it is known; the server's answer for a tap decides. */
  day: Day;
  /** Sendings begun. From the first on the server may know of it, whatever we heard. */
  sendings: number;
  /** Sendings that met a fault of the server. */
  faults: number;
}

export interface Submit extends Common {
  kind: 'submit';
  /** The phone's clock at the tap, or null for a chosen day. */
  tappedAt: number | null;
  /** What was known of the server's clock at the tap. */
  clock?: ServerClock;
  /** The moment of the tap by the server's clock, once a reply has settled it; it never changes again. */
  at?: number;
  details: Details;
}

export interface Remove extends Common {
  kind: 'remove';
  /** The tap it takes back, while that tap's day is not confirmed. */
  of: string | null;
}

/** Takes back exactly what one earlier command did. */
export interface Undo extends Common {
  kind: 'undo';
  what: 'tap' | 'removal';
  /** That command's id. */
  of: string;
  /** The line as it was before a removal, to be shown until the server has answered; null for a tap. */
  line: CheckInLine | null;
}

export type Entry = Submit | Remove | Undo;

/** Whether the moment of a tap still depends on a clock that may have been set. */
export const isUnsettled = (entry: Entry): entry is Submit & { tappedAt: number } =>
  entry.kind === 'submit' && entry.tappedAt !== null && entry.at === undefined;
