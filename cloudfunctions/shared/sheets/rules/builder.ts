import { SheetFault } from './fault';
import { printable } from './printable';
import type { Cell, Fault, Table } from './table';

/** Most rows of one file. */
export const MAX_ROWS = 5000;
/** Most named columns. With the rows it bounds what is kept, however far apart a sheet's cells are. */
const MAX_COLUMNS = 100;

/** What lies in the cells of one line, by column from 0; an empty cell need not be there. */
export type LineCells = ReadonlyMap<number, Cell>;

/** A block of merged cells; lines from 1, columns from 0, both ends included. */
export interface Block {
  name: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/**
 * Makes a table of lines that come one by one. Only cells below a named column are kept; a cell beside them makes its
 * row wrong, since it shows that the row's cells are not where they seem to be.
 */
export class TableBuilder {
  private readonly table: Omit<Table, 'header'> = { rows: [], problems: [], notes: [] };
  /** Names of the named columns by where in the file they are. */
  private readonly named = new Map<number, string>();

  /** @param stray says what is wrong with a line that has this cell beside the named columns */
  constructor(private readonly stray: (line: number, column: number, named: number) => Fault) {}

  /** Lines come in their order; line 1 is the header. Throws SheetFault beyond the bounds. */
  add(line: number, cells: LineCells): void {
    if (line === 1) return this.setHeader(cells);
    const filled = [...cells].filter(([, cell]) => cell !== '');
    if (filled.length === 0) return;
    if (this.table.rows.length === MAX_ROWS) {
      throw new SheetFault(`内容超过 ${MAX_ROWS} 行，一次最多导入 ${MAX_ROWS} 行。请拆成几个文件分别导入。`);
    }
    this.table.rows.push({ line, cells: [...this.named.keys()].map((place) => cells.get(place) ?? '') });
    const beside = filled.find(([column]) => !this.named.has(column));
    if (beside) this.wrong(line, '', this.stray(line, beside[0], this.named.size));
  }

  note(text: string): void {
    this.table.notes.push(printable(text));
  }

  wrong(line: number, column: string, fault: Fault): void {
    this.table.problems.push({ line, column, ...fault });
  }

  /** Names of the columns that lie between two places, both included. */
  namesBetween(left: number, right: number): string[] {
    return [...this.named].flatMap(([place, name]) => (place >= left && place <= right ? [name] : []));
  }

  /**
   * Merged cells of one column all hold what the first one shows. Those of several columns cannot say which column
   * their text belongs to, and those of the header cannot name one.
   */
  merge({ name, top, bottom, left, right }: Block): void {
    const columns = [...this.named.keys()].flatMap((place, index) => (place >= left && place <= right ? [index] : []));
    if (top === 1 && columns.length > 0) {
      throw new SheetFault(
        `表头 ${name} 是合并的单元格。第一行须是列名：若这是表格的标题，请删去这一行；否则取消合并，每一格写一个列名。`,
      );
    }
    const rows = this.table.rows.filter(({ line }) => line >= top && line <= bottom);
    // A line without anything is none of the table.
    const first = rows.find(({ line }) => line === top);
    for (const row of rows) {
      for (const column of columns) {
        const own = row.cells[column];
        const shown = first?.cells[column] ?? '';
        if (left !== right) row.cells[column] = { what: `${name} 跨列合并了单元格`, fix: '取消合并，每一格分别填写' };
        else if (own === '') row.cells[column] = shown;
        else if (own !== shown) {
          row.cells[column] = { what: `合并的单元格 ${name} 里还藏着别的内容`, fix: '取消合并，每一格分别填写' };
        }
      }
    }
  }

  /** The table; `name` is the file's. Throws SheetFault when it has no header or nothing below it. */
  build(name: string): Table {
    if (this.named.size === 0) {
      throw new SheetFault(`没有读到表头：${name}。第一行须是列名，例如 “书名,作者,出版社,ISBN”。`);
    }
    if (this.table.rows.length === 0) throw new SheetFault(`只有表头，没有内容：${name}`);
    return { header: [...this.named.values()], ...this.table };
  }

  private setHeader(cells: LineCells): void {
    for (const [column, cell] of cells) {
      if (cell === '') continue;
      if (this.named.size === MAX_COLUMNS) {
        throw new SheetFault(`表头超过 ${MAX_COLUMNS} 列。请只保留需要导入的列。`);
      }
      this.named.set(column, typeof cell === 'object' ? `（${cell.what}）` : nameOf(String(cell)));
    }
  }
}

/** A column's name without what cannot be seen of it, short enough to be told. */
const nameOf = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 40);
