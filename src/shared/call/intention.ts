import { newCommandId } from './command-id';

/** One thing that somebody means to happen: it has one id, however often it must be sent. */
export interface Intention {
  /** A sending begins; gives the id to send under. */
  begin: (input: string) => string;
  /** It has happened. The next sending is another one. */
  done: () => void;
  /** Nothing came of this sending. What became of an earlier one whose reply was lost, that does not tell. */
  refused: () => void;
}

/**
 * An intention that lives as long as the page, for commands that change nothing when they come twice under two ids: the
 * same input has the same id until it is done, another input is another intention.
 */
export function passingIntention(): Intention {
  let known: { input: string; id: string } | null = null;
  return {
    begin: (input) => {
      if (known?.input !== input) known = { input, id: newCommandId() };
      return known.id;
    },
    done: () => {
      known = null;
    },
    refused: () => undefined,
  };
}
