/** Why a cell cannot be taken as it is, in the words of the person who will mend it. */
export interface Fault {
  /** 问题 */
  what: string;
  /** 怎么改 */
  fix: string;
}

/**
 * What one cell holds: trimmed text, empty where there is none; a whole number that the file stores as a number, so
 * that zeros in front of it may be lost; or something that cannot be read with certainty.
 */
export type Cell = string | number | Fault;

/** What was read from a file, whatever its kind. */
export interface Table {
  /** Names of the columns that have one. */
  header: string[];
  rows: TableRow[];
  /** What is wrong with rows whatever their columns mean. */
  problems: Problem[];
  /** What the reader did that its user may not expect, such as which sheet it read. */
  notes: string[];
}

export interface TableRow {
  /** As the spreadsheet program shows it: the header is line 1. */
  line: number;
  /** One for each name of the header. */
  cells: Cell[];
}

/** One wrong cell or row. */
export interface Problem extends Fault {
  /** 行号 */
  line: number;
  /** 列; empty for the whole row. */
  column: string;
}

/** Either every row was right, or nothing is used. */
export type Checked<T> = { ok: true; rows: T[]; unused: string[] } | { ok: false; problems: Problem[] };

/** What to do about a value that the spreadsheet program may have changed. */
export const SET_AS_TEXT = '把整列设为 “文本” 后重新填写';
