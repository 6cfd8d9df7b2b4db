/** What was read from a file, whatever its kind. */
export interface Table {
  header: string[];
  rows: TableRow[];
}

export interface TableRow {
  /** As the spreadsheet program shows it: the header is line 1. */
  line: number;
  cells: string[];
}

/** One wrong cell or row, in the words of the person who will mend it. */
export interface Problem {
  /** 行号 */
  line: number;
  /** 列; empty for the whole row. */
  column: string;
  /** 问题 */
  what: string;
  /** 怎么改 */
  fix: string;
}

/** Either every row was right, or nothing is used. */
export type Checked<T> = { ok: true; rows: T[] } | { ok: false; problems: Problem[] };

/** Most rows of one file. */
export const MAX_ROWS = 5000;

/** Cells of a row as trimmed text; blank rows are dropped but still counted. */
export function tableOf(lines: readonly (readonly string[])[]): Table | undefined {
  const [header, ...rest] = lines;
  if (!header) return undefined;
  const rows = rest
    .map((cells, index) => ({ line: index + 2, cells: cells.map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  return { header: header.map((cell) => cell.trim()), rows };
}
