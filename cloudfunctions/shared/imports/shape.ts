import type { ImportItemState, ImportState, ImportVerdict } from '../../../contract/shared/imports/constants';
import type { Doc, Value } from '../../kernel/port';
import type { Remembering } from '../commands/shape';

export type Counts = Record<ImportVerdict, number>;

/** One file that somebody imports, from its first part until it is carried out or undone. */
export interface ImportDoc extends Doc, Remembering {
  /** What it is a list of, such as `orgs`. */
  kind: string;
  /** The org whose list it is. */
  orgId: string;
  memberId: string;
  fileName: string;
  /** Bytes. */
  size: number;
  at: number;
  /** Parts that are there, counted from the first. */
  received: number;
  state: ImportState;
  /** Counts how often it was planned: each decision makes another plan. */
  plan: number;
  rows: number;
  problem: string | null;
  notes: string[];
  counts: Counts;
  /** Items that are to be carried out, that are done, and that had to be left. */
  all: number;
  done: number;
  left: number;
  /** When somebody had it carried out. */
  appliedAt?: number;
  expiresAt: number;
}

/** One part of the file. `_id` is `<import>:<index>`, so sent twice it is one. */
export interface ImportPartDoc extends Doc {
  importId: string;
  index: number;
  base64: string;
  expiresAt: number;
}

/** Some rows as the kind has checked them. `_id` is `<import>:<index>`. */
export interface ImportRowsDoc extends Doc {
  importId: string;
  index: number;
  rows: readonly Value[];
  expiresAt: number;
}

/** What becomes of one row, or of one thing that the file does not have. */
export interface PlannedItem {
  /** Tells it from others in this and in later imports; may be the key of an object. */
  key: string;
  line: number;
  verdict: ImportVerdict;
  name: string;
  changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  note: string;
  choices: readonly { readonly choice: string; readonly label: string }[];
  decision: string | null;
  /** Carried out from the lowest, taken back from the highest. */
  rank: number;
  /** What is to be carried out, as the kind has it; null: nothing. */
  act: Value;
}

/** `_id` is `<import>:<plan>:<number>`. */
export interface ImportItemDoc extends Doc, PlannedItem {
  /** `<import>:<plan>` */
  plan: string;
  state: ImportItemState;
  why: string;
  expiresAt: number;
}

/** What was decided on rows of an org's lists of one kind, by their keys. */
export interface ImportDecisionsDoc extends Doc {
  kind: string;
  orgId: string;
  choices: Readonly<Record<string, string>>;
}
