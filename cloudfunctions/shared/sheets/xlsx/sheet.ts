import { SheetFault } from '../rules/fault';
import type { Block, TableBuilder } from '../rules/builder';
import type { Cell } from '../rules/table';
import type { Archive } from './archive';
import type { Shown } from './formats';
import { columnName, parseBlock, parsePlace } from './places';
import { TextOfCell } from './sharedStrings';
import { type RawCell, valueOf } from './value';
import { DamagedXml, readXml, type XmlReader } from './xml';

/** Merged blocks of one sheet. */
const MAX_BLOCKS = 10_000;

/** What the cells of a sheet refer to. */
export interface Context {
  shared: readonly string[];
  formats: readonly Shown[];
}

type Attributes = Readonly<Record<string, string>>;

/** Reads a sheet's cells into a table; never more than one row of them is held besides. */
export async function readSheet(
  archive: Archive,
  path: string,
  context: Context,
  builder: TableBuilder,
): Promise<void> {
  const reader = new SheetReader(context, builder);
  await readXml(archive.read(path), reader);
  reader.finish();
}

class SheetReader implements XmlReader {
  private readonly inline = new TextOfCell();
  private readonly blocks: Block[] = [];
  private readonly hiddenColumns: (readonly [number, number])[] = [];
  private hiddenRows = 0;
  private rowHidden = false;
  private line = 0;
  private column = -1;
  private cells = new Map<number, Cell>();
  private cell: RawCell | undefined;
  private inValue = false;

  constructor(
    private readonly context: Context,
    private readonly builder: TableBuilder,
  ) {}

  open(element: string, attributes: Attributes): void {
    if (element === 'row') this.openRow(attributes);
    else if (element === 'c') this.openCell(attributes);
    else if (element === 'v' && this.cell) {
      this.inValue = true;
      this.cell.value = '';
    } else if (element === 'f' && this.cell) this.cell.formula = true;
    else if (element === 'mergeCell') this.addBlock(attributes.ref ?? '');
    else if (element === 'col' && isHidden(attributes)) {
      this.hiddenColumns.push([Number(attributes.min) - 1, Number(attributes.max) - 1]);
    } else this.inline.open(element);
  }

  text(piece: string): void {
    if (this.inValue && this.cell) this.cell.value += piece;
    this.inline.add(piece);
  }

  close(element: string): void {
    this.inline.close(element);
    if (element === 'v') this.inValue = false;
    if (element === 'c') this.closeCell();
    if (element !== 'row') return;
    if (this.rowHidden && this.cells.size > 0) this.hiddenRows += 1;
    this.builder.add(this.line, this.cells);
  }

  /** What can be done only when all cells are there. */
  finish(): void {
    for (const block of this.blocks) this.builder.merge(block);
    const columns = this.hiddenColumns.flatMap(([left, right]) => this.builder.namesBetween(left, right));
    if (columns.length > 0) this.builder.note(`这些列在表格里是隐藏的，也一并读取：${columns.join('、')}。`);
    if (this.hiddenRows > 0) this.builder.note(`其中 ${this.hiddenRows} 行在表格里是隐藏的，也一并读取。`);
  }

  private openRow(attributes: Attributes): void {
    const next = attributes.r === undefined ? this.line + 1 : Number(attributes.r);
    if (!(next > this.line)) throw new DamagedXml('rows out of order');
    this.line = next;
    this.column = -1;
    this.cells = new Map();
    this.rowHidden = isHidden(attributes);
  }

  private openCell({ r, t = 'n', s = '0' }: Attributes): void {
    const next = r === undefined ? this.column + 1 : parsePlace(r).column;
    if (next <= this.column) throw new DamagedXml('cells out of order');
    this.column = next;
    this.cell = {
      ref: `${columnName(next)}${this.line}`,
      type: t,
      value: undefined,
      inline: undefined,
      formula: false,
      shown: this.context.formats[Number(s)] ?? 'plain',
    };
  }

  private closeCell(): void {
    if (!this.cell) return;
    this.cell.inline = this.inline.take();
    const value = valueOf(this.cell, this.context.shared);
    if (value !== '') this.cells.set(this.column, value);
    this.cell = undefined;
  }

  private addBlock(ref: string): void {
    if (this.blocks.length === MAX_BLOCKS) {
      throw new SheetFault(`合并的单元格超过 ${MAX_BLOCKS} 处。请取消合并，另存后再导入。`);
    }
    this.blocks.push(parseBlock(ref));
  }
}

const isHidden = ({ hidden }: Attributes): boolean => hidden === '1' || hidden === 'true';

/** Whether anything is written on a sheet. */
export async function hasContent(archive: Archive, path: string): Promise<boolean> {
  let found = false;
  await readXml(archive.read(path), {
    open(element) {
      if (element === 'v' || element === 't') found = true;
    },
    done: () => found,
  });
  return found;
}
