import type { Database } from '../schema';

/**
 * Work done once in each hour or Shanghai day. A job reaches the same state whether it runs once or ten times, on time
 * or days late: it looks at what is there and recomputes; it never adds up.
 */
export interface Job {
  /** Lower-case letters; part of the id of its record. */
  readonly name: string;
  readonly every: 'hour' | 'day';
  /** Does the work and says what came of it, in a few words without anything personal. */
  run(db: Database, now: number): Promise<string>;
}
