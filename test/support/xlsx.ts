/** What a test workbook's cell is made of, where text or a number is not enough. */
export interface RawXlsxCell {
  /** Type, such as `e` for an error. */
  t?: string;
  /** Number of a style, counted from 1 in the workbook's `formats`. */
  s?: number;
  v?: string;
  f?: string;
}

/** A cell of a test workbook; a number stays a number. */
export type XlsxCell = string | number | null | RawXlsxCell;

export interface XlsxSheet {
  name: string;
  /** `hidden` or `veryHidden`. */
  state?: string;
  rows: readonly (readonly XlsxCell[])[];
  merges?: readonly string[];
  /** XML before the rows' list, such as `<cols>`. */
  before?: string;
  /** XML that follows the rows. */
  more?: string;
}

export interface XlsxWorkbook {
  sheets: readonly XlsxSheet[];
  /** Codes of number formats, each a style of its own. */
  formats?: readonly string[];
  shared?: readonly string[];
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;

/** A minimal .xlsx with one sheet. */
export const xlsx = (rows: readonly (readonly XlsxCell[])[]): Buffer =>
  workbook({ sheets: [{ name: 'Sheet1', rows }] });

/**
 * A small .xlsx: enough for a reader that follows the standard. Written by hand, so that the tests do not depend on a
 * writer that shares the reader's habits, and can write what no proper writer does.
 */
export const workbook = (book: XlsxWorkbook): Buffer => zip(workbookParts(book));

/** The parts of a workbook, to be changed before they are packed. */
export function workbookParts({ sheets, formats = [], shared = [] }: XlsxWorkbook): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': xml(
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${packages}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${spreadsheet}" xmlns:r="${relations}"><sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packages}/relationships">${sheets
        .map((_sheet, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
        .join(
          '',
        )}${relation('rIdS', 'styles', 'styles.xml')}${relation('rIdT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${spreadsheet}"><numFmts>${formats
        .map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${escaped(code)}"/>`)
        .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
        .map((_code, at) => `<xf numFmtId="${170 + at}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': xml(
      `<sst xmlns="${spreadsheet}">${shared.map((body) => `<si>${body}</si>`).join('')}</sst>`,
    ),
  };
  sheets.forEach(({ rows, merges = [], before = '', more = '' }, at) => {
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    parts[`xl/worksheets/sheet${at + 1}.xml`] = xml(
      `<worksheet xmlns="${spreadsheet}">${before}<sheetData>${rows.map(rowXml).join('')}${more}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`,
    );
  });
  return parts;
}

function rowXml(cells: readonly XlsxCell[], row: number): string {
  const inner = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`)).join('');
  return `<row r="${row + 1}">${inner}</row>`;
}

function cellXml(cell: XlsxCell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  const { t, s, v, f } = cell;
  const attributes = `${t === undefined ? '' : ` t="${t}"`}${s === undefined ? '' : ` s="${s}"`}`;
  return `<c r="${place}"${attributes}>${f === undefined ? '' : `<f>${escaped(f)}</f>`}${v === undefined ? '' : `<v>${escaped(v)}</v>`}</c>`;
}

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A part that is packed already, and what the directory is to say of its size unpacked, true or not. */
export interface Packed {
  deflated: Buffer;
  claims: number;
}

/** A zip archive; texts are stored as they are (APPNOTE 6.3.10, sections 4.3.7 to 4.3.16). */
export function zip(files: Readonly<Record<string, string | Packed>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    const stored = typeof content === 'string';
    const data = stored ? Buffer.from(content) : content.deflated;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(stored ? crc32(data) : 0, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(stored ? data.length : content.claims, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
