import { writeCsv, writeSheet } from '../../../cloudfunctions/shared/sheets/public';
import { Archive } from '../../../cloudfunctions/shared/sheets/xlsx/archive';
import { tellFigure } from '../../support/figures';

/* What somebody typed never runs in the spreadsheet of whoever downloads it. */

/** Signs by which a spreadsheet program takes a cell for a formula, in their full widths and behind what it skips, too. */
const signs = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '\u00a0=', '\n=', ' ='];
const bodies = [
  '1+1',
  'HYPERLINK("http://x","点")',
  "cmd|' /C calc'!A0",
  'IMPORTXML("http://x","//a")',
  'DDE("cmd";"/C calc";"x")',
  '1+1","=2',
  '1\n=2+2',
];
const hostile = signs.flatMap((sign) => bodies.map((body) => `${sign}${body}`));
/** Both as the heading of a column and as what stands below it. */
const sheet = {
  name: '=1+1',
  columns: [
    { title: '=2+5', width: 10 },
    { title: '备注', width: 30 },
  ],
  rows: hostile.map((text, at) => [at, text]),
};

const live = /^[=+\-@\t\r＝＋－＠]/u;

/** Fields of a CSV by RFC 4180. */
function fieldsOf(csv: string): string[] {
  return [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replaceAll('""', '"'),
  );
}

/** Whether a spreadsheet program would run it: white space before the sign is skipped by some. */
const runs = (field: string): boolean => live.test(field.trimStart()) && !/^-?\d+(\.\d+)?$/.test(field);

it('no cell and no heading of a CSV runs, whatever was typed', () => {
  const text = writeCsv(sheet)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const fields = fieldsOf(text);
  const found = fields.filter(runs);
  tellFigure('20', { said: `CSV ${hostile.length} 个恶意单元格，活公式 ${found.length}`, ok: found.length === 0 });
  expect(fields.length).toBeGreaterThanOrEqual(2 * hostile.length);
  expect(found).toEqual([]);
});

it('a workbook has no formula, no external link and no macro, and its texts are of the type of texts', async () => {
  const bytes = await writeSheet(sheet);
  const archive = new Archive(bytes, 'test');
  let xml = '';
  for await (const piece of archive.read('xl/worksheets/sheet1.xml')) xml += piece.toString('utf8');
  const formulas = [...xml.matchAll(/<f[ >]|t="str"|<hyperlink/g)].length;
  const untyped = [...xml.matchAll(/<c [^>]*>/g)].filter(([cell]) => !/ t="(s|inlineStr)"/.test(cell)).length;
  tellFigure('20', { said: `XLSX 活公式 ${formulas}`, ok: formulas === 0 });
  expect(formulas).toBe(0);
  // Numbers alone.
  expect(untyped).toBe(hostile.length);
  expect(bytes.includes('vbaProject')).toBe(false);
  expect(bytes.includes('externalLink')).toBe(false);
});
