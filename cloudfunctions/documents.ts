import type { EventKind, FeedbackKind, ShelfStatus, Tone } from '../contract/constants';
import type { Day } from '../contract/day';
import type { FormField } from '../contract/actions/event';
import type { OrgKind, Role } from '../contract/roles';
import type { Doc } from './kernel/port';

/*
 * The shape of every document. Collections are declared in `schema.ts`.
 */

/** What is copied of a book into documents that show it. */
export interface BookCopy {
  id: string;
  title: string;
  author: string;
  publisher: string | null;
  isbn: string | null;
  tone: Tone;
}

export interface OrgDoc extends Doc {
  name: string;
  kind: OrgKind;
  parentId: string | null;
  /** Ids from the root to this org, itself included. */
  path: string[];
  /** What people type to join. `closed-<id>` where nobody joins: a unique index counts missing as null, once only. */
  joinCode: string;
}

export interface MemberDoc extends Doc {
  /** The only place an openid is stored; never leaves the kernel. */
  openid: string;
  name: string;
  orgIds: string[];
  /** Every org the member sees things of: the union of the paths of `orgIds`. */
  scope: string[];
  grants: { role: Role; orgId: string }[];
  disabled: boolean;
  /** What is being read now, the book in hand first; written by the shelf domain only, from the shelf's facts. */
  desk: BookCopy[];
  /** Counts the changes of `desk`, so that of two at once the one with older facts gives way. Absent before the first. */
  deskVersion?: number;
  /** What the member has seen of changes of events, by event id; absent before the first. See docs/adr/0014. */
  told?: Record<string, ToldDoc>;
  /** Tickets that were answered since, by feedback id. */
  answered?: Record<string, string>;
  joinedAt: number;
}

/** What a member was last told of one event. */
export interface ToldDoc {
  /** Which sign-up it was; another one begins anew. */
  signedUpAt: number;
  /** Code of time and place. */
  plan: string;
  cancelled: boolean;
  seated: boolean;
  /** Forgotten after it. */
  endsAt: number;
}

export interface BookDoc extends Doc {
  title: string;
  author: string;
  publisher: string | null;
  isbn: string | null;
  tone: Tone;
  /** Single characters and pairs of title and author, the ISBN, and which book it is: what search matches. */
  terms: string[];
  /** What search sorts by. Absent in a document of before, until the nightly job has filled it in. */
  sortTitle?: string;
  /** `all` for the catalogue, else the one member who added it for himself. */
  audience: string;
  addedAt: number;
  /**
   * `entered` by a secretary; `trusted` from an imported list, which corrects what was entered. Absent in a member's own
   * and in documents of before.
   */
  state?: 'entered' | 'trusted';
  /** Who entered it, and for which org (its path): those who answer for that org may correct it. */
  entry?: { memberId: string; orgPath: string[] };
  /** Counts corrections; absent before the first. */
  version?: number;
  /** Last commands that corrected it. */
  commands?: string[];
  /** `stale` from a correction until the copies in other documents are renewed. */
  copies?: 'stale' | 'fresh';
}

/** `_id` is `<memberId>:<bookId>`. */
export interface ShelfDoc extends Doc {
  memberId: string;
  book: BookCopy;
  /** Null: taken off the shelf; the document stays, so that a late twin of an earlier command changes nothing. */
  status: ShelfStatus | null;
  /** When it came to this status. */
  since: number;
  /** What its last moves replaced, the latest move last: what an undo of that move brings back. */
  replaced?: { by: string; status: ShelfStatus | null; since: number }[];
  /** Last commands that changed it. */
  commands: string[];
  /** Counts changes by its reader; absent before the first. */
  version?: number;
}

/** `_id` is `<memberId>:<day>`. */
export interface CheckInDoc extends Doc {
  memberId: string;
  day: Day;
  /** By book id. A day without a line left stays as a document, for `commands`. */
  lines: Record<string, CheckInLineDoc>;
  /** Last commands on this day, put down or taken back: a late twin of any of them changes nothing. */
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

export interface RecommendationDoc extends Doc {
  orgId: string;
  orgPath: string[];
  orgName: string;
  memberId: string;
  recommenderName: string;
  book: BookCopy;
  reason: string;
  questions: string[];
  pointer: string;
  /** Visible from this instant on; no timer is needed for a scheduled one. */
  publishAt: number;
  withdrawn: boolean;
  version: number;
  createdAt: number;
  commands: string[];
}

export interface EventDoc extends Doc {
  orgId: string;
  orgPath: string[];
  orgName: string;
  memberId: string;
  title: string;
  kind: EventKind;
  place: string;
  about: string;
  startsAt: number;
  endsAt: number;
  deadline: number;
  capacity: number;
  form: FormField[];
  cancelled: boolean;
  version: number;
  /**
   * Everybody who signed up, in order of arrival: the first `capacity` have seats, the rest wait. One document is the
   * whole truth, so seats cannot be oversold or lost and promotion needs no step of its own (docs/adr/0005).
   */
  queue: QueueEntry[];
  /** Length of `queue`, since a condition cannot measure an array. */
  queued: number;
  /**
   * Keys (as in `QueueEntry.c`) of commands that shall do nothing any more: sign-ups that were cancelled, what cancelled
   * them, and sign-ups of people who were in already.
   */
  gone: string[];
  /** Last commands of organisers. */
  commands: string[];
  createdAt: number;
}

/** One sign-up. Short names, because there may be two thousand in a document. */
export interface QueueEntry {
  /** Member. */
  m: string;
  /** Key of the command, derived from member and command id: nobody can use another's. */
  c: string;
  at: number;
  /** Answers to the form. */
  a: { fieldId: string; value: string }[];
  /** Code of time and place as they were then, and whether it was a place on the waitlist: what the person was told. */
  p?: string;
  w?: true;
}

export interface FeedbackDoc extends Doc {
  memberId: string;
  ticket: string;
  kind: FeedbackKind;
  text: string;
  at: number;
  replyBy: Day;
  reply: { text: string; at: number; by: string } | null;
}

/** Exact rate limits. `_id` is `<action>:<who>:<window>`. */
export interface LimitDoc extends Doc {
  count: number;
  expiresAt: number;
}

/** Append-only, hash-chained. `_id` is the sequence number in 12 digits. */
export interface AuditDoc extends Doc {
  at: number;
  actor: string;
  action: string;
  outcome: string;
  /** Ids of what was touched; never texts, names, phones or openids. */
  target: string;
  requestId: string;
  previous: string;
  hash: string;
}

/** Refused calls of one caller in one hour, until the timer writes their number into the audit. `_id` is `<who>:<hour>`. */
export interface DenialsDoc extends Doc {
  actor: string;
  count: number;
  /** By domain and then by act, as in `event.roster`. */
  of: Record<string, Record<string, number>>;
  endsAt: number;
}

/** Timer jobs done. `_id` is `<job>:<day or hour>`. */
export interface JobDoc extends Doc {
  at: number;
  result: string;
  expiresAt: number;
}

export interface Documents {
  orgs: OrgDoc;
  members: MemberDoc;
  books: BookDoc;
  shelf: ShelfDoc;
  checkins: CheckInDoc;
  recommendations: RecommendationDoc;
  events: EventDoc;
  feedback: FeedbackDoc;
  limits: LimitDoc;
  audit: AuditDoc;
  denials: DenialsDoc;
  jobs: JobDoc;
}
export type CollectionName = keyof Documents;
