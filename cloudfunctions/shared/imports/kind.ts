import type { Others } from '../../kernel/others';
import type { Value } from '../../kernel/port';
import type { Checked, Table } from '../sheets/rules/table';
import type { PlannedItem } from './shape';

/** Whose list it is, and what was decided on its rows, in this import or an earlier one. */
export interface About {
  orgId: string;
  choices: Readonly<Record<string, string>>;
}

/** Who has it done, once under the id, and when; of whose list: what has left that org's tree is not his any more. */
export interface ImportCommand {
  orgId: string;
  commandId: string;
  by: string;
  now: number;
}

/** What came of an item: done, or why it had to be left, in words for the person who imports. */
export type Came = 'done' | { left: string };

/**
 * A kind of list that is imported. `Row` is what a row was read as, a plain value. Everything may be asked for twice and
 * must come to the same: what was killed is done again.
 */
export interface ImportKind<Row = Value> {
  /** Lower-case letters; the job of the kind is `<name>import`. */
  readonly name: string;
  /** Rows by themselves and against each other. Pure. */
  check(table: Table): Checked<Row>;
  /** Rows against what is there, in an order that is always the same. A row that cannot be imported is `wrong`. */
  plan(others: Others, rows: readonly Row[], about: About): Promise<PlannedItem[]>;
  /** Carries out what the item says, where it is still as it was planned. */
  apply(others: Others, act: Value, command: ImportCommand): Promise<Came>;
  /** Takes back what was carried out, where nobody has changed it since. */
  undo(others: Others, act: Value, command: ImportCommand): Promise<Came>;
  /** What is remembered as a decision on an item once it was carried out or taken back, so that the next import knows. */
  remembered?(act: Value, way: 'apply' | 'undo'): string | undefined;
}
