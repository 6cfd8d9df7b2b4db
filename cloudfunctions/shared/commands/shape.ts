/** What a document embeds that changes by commands, each of which may arrive twice. */
export interface Remembering {
  /** Ids of its last commands; absent before the first. */
  commands?: string[];
}

/** The same where writers tell which version they saw, so that no change is lost unseen. */
export interface Versioned extends Remembering {
  /** Counts the changes; absent before the first. */
  version?: number;
}

/** A command as the contract has it. */
export interface Command {
  commandId: string;
}
