import type { FormField } from '../../../contract/domains/event/actions';
import type { EventKind } from '../../../contract/constants';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';

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
  }),
};

export type EventDatabase = CollectionsOf<typeof eventCollections>;
