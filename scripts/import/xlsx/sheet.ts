import type { Block, TableBuilder } from '../builder';
import type { Cell } from '../table';
import type { Archive } from './archive';
import type { Shown } from './formats';
import { columnName, parseBlock, parsePlace } from './places';
import { TextOfCell } from './sharedStrings';
import { type RawCell, valueOf } from './value';
import { DamagedXml, readXml } from './xml';

/** Merged blocks of one sheet. */
const MAX_BLOCKS = 10_000;

/** What the cells of a sheet refer to. */
export interface Context {
  shared: readonly string[];
  formats: readonly Shown[];
}

/** Reads a sheet's cells into a table; never more than one row of them is held besides. */
export async function readSheet(
  archive: Archive,
  path: string,
  { shared, formats }: Context,
  builder: TableBuilder,
): Promise<void> {
  const inline = new TextOfCell();
  const blocks: Block[] = [];
  let hidden = 0;
  let line = 0;
  let column = -1;
  let cells = new Map<number, Cell>();
  let cell: RawCell | undefined;
  let inValue = false;

  const openRow = (attributes: Readonly<Record<string, string>>) => {
    const next = attributes.r === undefined ? line + 1 : Number(attributes.r);
    if (!(next > line)) throw new DamagedXml('rows out of order');
    line = next;
    column = -1;
    cells = new Map();
    if (attributes.hidden === '1' || attributes.hidden === 'true') hidden += 1;
  };
  const openCell = ({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>) => {
    const next = r === undefined ? column + 1 : parsePlace(r).column;
    if (next <= column) throw new DamagedXml('cells out of order');
    column = next;
    cell = {
      ref: `${columnName(column)}${line}`,
      type: t,
      value: undefined,
      inline: undefined,
      formula: false,
      shown: formats[Number(s)] ?? 'plain',
    };
  };

  await readXml(archive.read(path), {
    open(element, attributes) {
      if (element === 'row') openRow(attributes);
      else if (element === 'c') openCell(attributes);
      else if (element === 'v' && cell) {
        inValue = true;
        cell.value = '';
      } else if (element === 'f' && cell) cell.formula = true;
      else if (element === 'mergeCell' && blocks.length < MAX_BLOCKS) blocks.push(parseBlock(attributes.ref ?? ''));
      else inline.open(element);
    },
    text(piece) {
      if (inValue && cell) cell.value += piece;
      inline.add(piece);
    },
    close(element) {
      inline.close(element);
      if (element === 'v') inValue = false;
      if (element === 'c' && cell) {
        cell.inline = inline.take();
        const value = valueOf(cell, shared);
        if (value !== '') cells.set(column, value);
        cell = undefined;
      }
      if (element === 'row') builder.add(line, cells);
    },
  });
  for (const block of blocks) builder.merge(block);
  if (hidden > 0) builder.note(`其中 ${hidden} 行在表格里是隐藏的，也一并读取。`);
}

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
