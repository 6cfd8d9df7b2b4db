import { OperatorError } from '../lib/say';
import type { Table, TableRow } from './table';

/** One column that an import understands: its proper name first, then other names that people use for it. */
export interface Column {
  names: readonly [string, ...string[]];
  required: boolean;
}

/** Reads a row's cell by the column's key; empty text where the file has no such column. */
export type CellReader<K extends string> = (row: TableRow, key: K) => string;

/** Names differ in case, width and spaces only by accident. */
const normal = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[\s*_：:]/g, '')
    .toLowerCase();

/**
 * Finds the columns by their names in the header, in any order; columns that are not known are ignored.
 * Throws OperatorError when a required one is missing or one appears twice.
 */
export function columnsOf<K extends string>(table: Table, columns: Record<K, Column>): CellReader<K> {
  const header = table.header.map(normal);
  const places = {} as Record<K, number>;
  for (const key of Object.keys(columns) as K[]) {
    const { names, required } = columns[key];
    const wanted = names.map(normal);
    const found = header.flatMap((name, index) => (wanted.includes(name) ? [index] : []));
    if (found.length > 1) throw new OperatorError(`表头里 “${names[0]}” 出现了 ${found.length} 次，请只留一列。`);
    if (found.length === 0 && required) {
      const seen = table.header.filter(Boolean).join('、');
      throw new OperatorError(`表头缺少 “${names[0]}” 列。现有的列：${seen}。第一行须是列名。`);
    }
    places[key] = found[0] ?? -1;
  }
  return (row, key) => row.cells[places[key]] ?? '';
}
