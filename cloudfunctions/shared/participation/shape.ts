import type { FormField } from '../../../contract/shared/participation';
import type { Doc } from '../../kernel/port';

/**
 * What a document embeds whose seats people sign up for. The document is the whole truth about them, so that seats
 * cannot be oversold or lost and promotion needs no step of its own (docs/adr/0005, 0024).
 */
export interface Participation {
  /** Seats. */
  capacity: number;
  /** Until when people may sign up, and from when on nobody leaves any more; epoch milliseconds. */
  deadline: number;
  startsAt: number;
  /** Called off: nobody may sign up. */
  cancelled: boolean;
  /** What signing up asks; stays as it is once somebody may have answered it. */
  form: FormField[];
  /** Code of `form` (`formCode`); absent in documents from before there was one. */
  formCode?: string;
  /** Everybody who signed up, in order of arrival: the first `capacity` have seats, the rest wait. */
  queue: QueueEntry[];
  /** Length of `queue`, since a condition cannot measure an array. */
  queued: number;
  /**
   * Keys (as in `QueueEntry.c`) of commands that shall do nothing any more: sign-ups that were cancelled, what cancelled
   * them, and sign-ups of people who were in already. Absent where there are none.
   */
  voided?: string[];
  /** When queue or plan last changed, until what is shown of them elsewhere was compared with them; else absent. */
  unsettledAt?: number;
}

/** An answer to one question of the form. */
export type Answer = QueueEntry['a'][number];

/** One sign-up. */
export interface SignUp {
  memberId: string;
  /** Of the command, derived from member and command id: nobody can use another's. */
  key: string;
  /** When, epoch milliseconds. */
  at: number;
  answers: Answer[];
}

/**
 * The same as it is stored: `m`ember, key of the `c`ommand, `a`nswers. The names are short because
 * there may be two thousand in a document, each with its names; outside the store they are spelled out
 * (`rules/entries.ts`).
 */
export interface QueueEntry {
  m: string;
  c: string;
  at: number;
  a: { fieldId: string; value: string }[];
  /** In sign-ups of versions before there were cards: the code of the plan that was told then, and whether he waited. */
  p?: string;
  w?: true;
}

/** A document that people may take part in. */
export type Open = Doc & Participation;

/**
 * A document as one member sees it: instead of everybody in the queue, where in it he is, from 0, or -1 where he has not
 * signed up. What is read of it does not grow with the people in it.
 */
export type SeenBy<T> = Omit<T, 'queue' | 'voided'> &
  Omit<Participation, 'queue' | 'voided'> & { readonly position: number };

/** The same for who is about to act: with his own sign-up, and whether this command of his shall do nothing any more. */
export type PlaceIn<T> = SeenBy<T> & { readonly signUp?: SignUp | undefined; readonly isVoid: boolean };
