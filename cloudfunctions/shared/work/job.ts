import type { Files } from '../../kernel/files';
import type { Others } from '../../kernel/others';
import type { Doc, Value } from '../../kernel/port';
import type { CallWechat } from '../../kernel/wechat';
import type { Every } from './rules/periods';

/** Where a step stands. */
export interface At<Cursor> {
  /** Of one-off work what it was queued with; of a periodic job its period. */
  readonly key: string;
  /** What the step before gave; `undefined` for the first. */
  readonly cursor: Cursor | undefined;
  /** The server's clock at the start of the step, epoch milliseconds. */
  readonly now: number;
  /** All other domains, for the functions of their `public.ts`. */
  readonly others: Others;
  /** WeChat's open interfaces, where this run brings a token; else undefined. */
  readonly callWechat?: CallWechat | undefined;
  readonly files: Files;
}

/** Where the next step begins, or that there is none and what came of it: a few words without anything personal. */
export type Outcome<Cursor> = { cursor: Cursor } | { done: string };

/**
 * What follows a batch that was read in the order of ids: while batches are full, a cursor from the id of the last one;
 * else that it is over, and what came of it.
 */
export function afterBatch<Cursor>(
  batch: readonly Doc[],
  size: number,
  cursorAfter: (lastId: string) => Cursor,
  done: string,
): Outcome<Cursor> {
  const last = batch[size - 1];
  return last === undefined ? { done } : { cursor: cursorAfter(last._id) };
}

/**
 * Work in small steps. A step is a handful of round trips; its cursor is stored before the next begins, so that a run
 * that was killed goes on where it was. A step may be done twice, also by two at once: it looks at what is there and
 * brings it to where it should be; it never adds up.
 */
export interface JobOf<Own, Cursor extends Value> {
  /** Lower-case letters, one for each job. */
  readonly kind: string;
  /** Done once in each Shanghai day, hour or minute; absent: only when it is queued. */
  readonly every?: Every;
  step(db: Own, at: At<Cursor>): Promise<Outcome<Cursor>>;
}

/** A job whose cursor is its own business; `Own` are the collections of its domain. */
export type Job<Own = unknown> = JobOf<Own, Value>;

/** Declares a job; its cursor is any plain value, a text unless said otherwise. */
export const defineJob = <Own, Cursor extends Value = string>(job: JobOf<Own, Cursor>): Job<Own> => job;
