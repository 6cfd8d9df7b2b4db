/** As wide as a sheet of a spreadsheet program can be. */
const MAX_CELLS = 16_384;
/** Characters of one row; a quote that is never closed would make one row of all the rest. */
const MAX_LENGTH = 100_000;

export interface CsvRow {
  /** Rows count from 1, empty ones too; one with line breaks inside quotes is one row. */
  line: number;
  cells: string[];
}

/** A row that RFC 4180 does not allow, or too long to be one. */
export class BrokenRow extends Error {
  constructor(
    readonly line: number,
    readonly why: 'quote' | 'length',
  ) {
    super(`row ${line}: ${why}`);
  }
}

/** Excel's way to keep the zeros of a number in a CSV: a formula that is nothing but a text. */
const textFormula = /^\s*="[^"]*"\s*$/;

/**
 * The rows of a CSV text (RFC 4180), one at a time. A row ends with CRLF, LF or CR, whatever ended the one before. Rows
 * without anything are counted only.
 */
export function* csvRows(text: string, delimiter: string): Generator<CsvRow> {
  const end = new RegExp(`[\\r\\n${delimiter}]`, 'g');
  let at = 0;
  for (let line = 1; at < text.length; line += 1) {
    const start = at;
    const cells: string[] = [];
    let stop = at;
    do {
      const cell = text[at] === '"' ? quoted(text, at) : undefined;
      if (cell) at = cell.end;
      end.lastIndex = at;
      stop = end.exec(text)?.index ?? text.length;
      const plain = text.slice(at, stop);
      if (cell ? plain !== '' : plain.includes('"') && !textFormula.test(plain)) throw new BrokenRow(line, 'quote');
      cells.push(cell?.text ?? plain);
      if (cells.length > MAX_CELLS || stop - start > MAX_LENGTH) throw new BrokenRow(line, 'length');
      at = stop + 1;
    } while (text[stop] === delimiter);
    if (text[stop] === '\r' && text[at] === '\n') at += 1;
    if (stop > start) yield { line, cells };
  }
}

/** The cell whose opening quote is at `open`, and where it ends; `undefined` when no quote closes it. */
function quoted(text: string, open: number): { text: string; end: number } | undefined {
  let cell = '';
  for (let from = open + 1; ;) {
    const close = text.indexOf('"', from);
    if (close < 0) return undefined;
    cell += text.slice(from, close);
    if (text[close + 1] !== '"') return { text: cell, end: close + 1 };
    cell += '"';
    from = close + 2;
  }
}
