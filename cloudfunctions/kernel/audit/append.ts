import { randomId } from '../ids';
import type { AuditDatabase } from './collections';
import type { AuditFact, Head } from './rules/chain';
import { link } from './rules/chain';

/** Writes one fact down; resolves when it is in the database. One round trip. */
export type Appender = (fact: AuditFact) => Promise<void>;

interface Chain {
  readonly name: string;
  readonly last: Head | undefined;
}

/**
 * Appends to chains that nobody else writes: each instance of a function begins its own, and another where one is in the
 * middle of an entry. So nobody waits for anybody, and the last entry is known without being read (docs/adr/0025). A
 * chain whose entry may not have arrived is left as it is; the next entry begins another.
 */
export function createAppender(db: AuditDatabase): Appender {
  const idle: Chain[] = [];
  return async function append(fact) {
    const { name, last } = idle.pop() ?? { name: randomId('c'), last: undefined };
    const entry = link(name, last, fact);
    if (!(await db.audit.add(entry))) throw new Error('an entry of this number is there, yet nobody else writes here');
    idle.push({ name, last: { _id: entry._id, hash: entry.hash } });
  };
}

/**
 * Writes a fact under its own request id, as a chain of one entry, unless it is there already; false then. For what is
 * told by a job that may run twice. One round trip.
 */
export const appendOnce = (db: AuditDatabase, fact: AuditFact): Promise<boolean> =>
  db.audit.add(link(fact.requestId, undefined, fact));
