import { OperatorError } from '../lib/say';
import type { Cell, Table, TableRow } from './table';

/** One column that an import understands: its proper name first, then other names that people use for it. */
export interface Column {
  names: readonly [string, ...string[]];
  required: boolean;
}

export interface Columns<K extends string> {
  /** Reads a row's cell by the column's key; empty text where the file has no such column. */
  cell: (row: TableRow, key: K) => Cell;
  /** Names of the columns that nothing is read from. */
  unused: string[];
}

/** Remarks in brackets behind a name that do not change which column it is. */
const remark = /\((必填|选填|可选|可空|可不填|可留空|没有可不填|文本|文本格式|全称|(10或)?13位|10位)\)$/;

/** Names differ in case, width, spaces, characters that cannot be seen, and remarks only by accident. */
const normal = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}*_：:"'-]/gu, '')
    .toLowerCase()
    .replace(remark, '');

/**
 * Finds the columns by their names in the header, in any order. Throws OperatorError when a required one is missing or
 * one appears twice.
 */
export function columnsOf<K extends string>(table: Table, columns: Record<K, Column>): Columns<K> {
  const header = table.header.map(normal);
  const places = {} as Record<K, number>;
  for (const key of Object.keys(columns) as K[]) {
    const { names, required } = columns[key];
    const wanted = names.map(normal);
    const found = header.flatMap((name, index) => (wanted.includes(name) ? [index] : []));
    if (found.length > 1) throw new OperatorError(`表头里 “${names[0]}” 出现了 ${found.length} 次，请只留一列。`);
    if (found.length === 0 && required) {
      throw new OperatorError(`表头缺少 “${names[0]}” 列。现有的列：${table.header.join('、')}。第一行须是列名。`);
    }
    places[key] = found[0] ?? -1;
  }
  const used = new Set<number>(Object.values(places));
  return {
    cell: (row, key) => row.cells[places[key]] ?? '',
    unused: table.header.filter((_name, index) => !used.has(index)),
  };
}
