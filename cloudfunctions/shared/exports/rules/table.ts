import type { OutCell, OutSheet } from '../../sheets/rules/out';
import type { AnyExport, ExportDoc } from '../shape';

/** What of a telephone is shown to whoever may not have all of it: 138****5678; of a shorter text only its end. */
export function maskedPhone(text: string): string {
  const digits = [...text];
  if (digits.length < 7) return `****${digits.slice(-2).join('')}`;
  return `${digits.slice(0, 3).join('')}****${digits.slice(-4).join('')}`;
}

/** The columns that somebody with this sight gets. */
export const columnsFor = ({ columns }: Pick<AnyExport, 'columns'>, sight: ExportDoc['sight']) =>
  columns.filter(({ unlessFull }) => sight === 'full' || unlessFull !== 'left out');

/** The cells of a row for this sight. */
export const cellsOf = (definition: Pick<AnyExport, 'columns'>, sight: ExportDoc['sight'], row: unknown): OutCell[] =>
  columnsFor(definition, sight).map(({ value, unlessFull }) => {
    const cell = value(row);
    return sight === 'full' || unlessFull !== 'masked' || cell === null ? cell : maskedPhone(String(cell));
  });

const WIDTH = 16;

/** The sheet: a line of names, the rows, lines of notes, and last the one that says who had it made. */
export function sheetOf(
  definition: Pick<AnyExport, 'columns'>,
  { title, sight, watermark }: Pick<ExportDoc, 'title' | 'sight' | 'watermark'>,
  { rows, notes }: { rows: readonly (readonly OutCell[])[]; notes: readonly string[] },
): OutSheet {
  const columns = columnsFor(definition, sight).map(({ title: name, width = WIDTH }) => ({ title: name, width }));
  // As many cells as there are names: RFC 4180 wants it, and so does whoever reads it back.
  const line = (text: string): OutCell[] => columns.map((_, index) => (index === 0 ? text : null));
  return { name: title, columns, rows: [...rows, ...notes.map(line), line(watermark)] };
}
