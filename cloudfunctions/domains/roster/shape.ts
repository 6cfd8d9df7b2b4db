import type { RosterQuestion } from '../../../contract/domains/roster/constants';
import type { Doc } from '../../kernel/port';
import type { Remembering } from '../../shared/commands/shape';

/** That an org expects people, and how long it remembers whom. */
export interface RosterDoc extends Doc, Remembering {
  orgId: string;
  orgPath: string[];
  orgName: string;
  question: RosterQuestion;
  /** Whether who is on it comes in without approval. */
  direct: boolean;
  by: string;
  at: number;
  until: number;
  clearedAt: number | null;
  /** Removed then: `until`, or an hour after it was cleared. */
  expiresAt: number;
}

/**
 * One name of a roster, sealed (`kernel/seal.ts`). One that several people have is several documents with the seals of
 * their answers, and one without (`asks`) by which the question is found.
 */
export interface RosterNameDoc extends Doc {
  orgId: string;
  k: string;
  /** The answer; empty where the name is enough. */
  a: string;
  /** What is asked, of the one that stands for several people. */
  asks: RosterQuestion | null;
  /** The key of the person who was matched (`VisitorContext.keyFor`), which is not his id; of one that asks it counts for nothing. */
  by: string | null;
  /** As the roster has it, so that a match is one round trip. */
  direct: boolean;
  cleared: boolean;
  expiresAt: number;
}
