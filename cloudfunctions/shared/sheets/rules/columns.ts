import { SheetFault } from './fault';
import type { Cell, Fault, Table, TableRow } from './table';

/** One column that an import understands: its proper name first, then other names that people use for it. */
export interface Column {
  names: readonly [string, ...string[]];
  required: boolean;
}

export interface Columns<K extends string> {
  /** Reads a row's cell by the column's key; empty text where the file has no such column. */
  cell: (row: TableRow, key: K) => Cell;
  /** Why a row is no content: it is the header again, as on each printed page, or a second line of it. */
  heading: (row: TableRow) => Fault | undefined;
  /** Names of the columns that nothing is read from. */
  unused: string[];
}

/** Remarks in brackets behind a name that do not change which column it is. */
const remarks = '必填|选填|可选|可空|可不填|可留空|没有可不填|文本|文本格式|全称|(10或)?13位|10位';
const remark = new RegExp(`\\((${remarks})\\)$`);
/** The same on a line of its own below the names. */
const remarkAlone = new RegExp(`^(${remarks})?$`);
const bracketed = /^\(.*\)$/;

/** Longer than any name of a column with its remarks. */
const NAME_MAX = 200;

/** Names differ in case, width, spaces, characters that cannot be seen, and remarks only by accident. */
const normal = (name: string) =>
  name
    .slice(0, NAME_MAX)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}*_：:"'-]/gu, '')
    .toLowerCase()
    .replace(remark, '');

/**
 * Finds the columns by their names in the header, in any order. Throws SheetFault when a required one is missing or
 * one appears twice.
 */
export function columnsOf<K extends string>(table: Table, columns: Record<K, Column>): Columns<K> {
  const header = table.header.map(normal);
  const places = {} as Record<K, number>;
  for (const key of Object.keys(columns) as K[]) {
    const { names, required } = columns[key];
    const wanted = names.map(normal);
    const found = header.flatMap((name, index) => (wanted.includes(name) ? [index] : []));
    if (found.length > 1) throw new SheetFault(`表头里 “${names[0]}” 出现了 ${found.length} 次，请只留一列。`);
    if (found.length === 0 && required) {
      throw new SheetFault(
        `表头缺少 “${names[0]}” 列。现有的列：${table.header.join('、')}。第一行须是列名，上面若有标题或说明，请删去那几行。`,
      );
    }
    places[key] = found[0] ?? -1;
  }
  const used = new Set<number>(Object.values(places));
  const cell: Columns<K>['cell'] = (row, key) => row.cells[places[key]] ?? '';
  const isName = (key: K, row: TableRow) => {
    const given = cell(row, key);
    if (typeof given === 'object') return false;
    const text = normal(String(given));
    // Brackets of any words below the names explain them; further down they may be a title.
    const explains = remarkAlone.test(text) || (row === table.rows[0] && bracketed.test(text));
    return explains || columns[key].names.some((name) => normal(name) === text);
  };
  return {
    cell,
    heading(row) {
      const filled = (Object.keys(columns) as K[]).filter((key) => cell(row, key) !== '');
      if (filled.length === 0 || !filled.every((key) => isName(key, row))) return undefined;
      return { what: '像是列名或填写说明，不是内容', fix: '删去这一行' };
    },
    unused: table.header.filter((_name, index) => !used.has(index)),
  };
}
