import { TableBuilder } from '../../cloudfunctions/shared/sheets/rules/builder';
import type { Cell, Table } from '../../cloudfunctions/shared/sheets/rules/table';

/** A table as a reader would give it; the first line is the header. */
export function tableOf(lines: readonly (readonly Cell[])[]): Table {
  const builder = new TableBuilder((_line, column) => ({ what: `第 ${column + 1} 格没有列名`, fix: '补上列名' }));
  lines.forEach((cells, index) => builder.add(index + 1, new Map(cells.entries())));
  return builder.build('test');
}
