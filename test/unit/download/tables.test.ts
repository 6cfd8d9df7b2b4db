import fc from 'fast-check';
import { cellsOf, maskedPhone, sheetOf } from '../../../cloudfunctions/shared/exports/rules/table';
import { escaped, pageHtml, sheetHtml, sheetJson } from '../../../cloudfunctions/shared/exports/rules/text';
import { exportView, newExport } from '../../../cloudfunctions/shared/exports/rules/request';
import { readSheet, writeCsv, writeSheet } from '../../../cloudfunctions/shared/sheets/public';
import { isFormula } from '../../../cloudfunctions/shared/sheets/rules/neutral';

interface Row {
  name: string;
  phone: string | null;
  note: string;
}
const definition = {
  columns: [
    { title: '姓名', value: (row: unknown) => (row as Row).name },
    { title: '手机', value: (row: unknown) => (row as Row).phone, unlessFull: 'masked' as const },
    { title: '备注', width: 30, value: (row: unknown) => (row as Row).note, unlessFull: 'left out' as const },
  ],
};
const doc = (sight: 'masked' | 'full') => ({ title: '名册', sight, watermark: '某人 于 今天 导出' });

it('whoever may not have all gets telephones with their middle hidden and no column that is for few', () => {
  const row: Row = { name: '林晓', phone: '13800001234', note: '病假' };
  expect(cellsOf(definition, 'full', row)).toEqual(['林晓', '13800001234', '病假']);
  expect(cellsOf(definition, 'masked', row)).toEqual(['林晓', '138****1234']);
  expect(cellsOf(definition, 'masked', { ...row, phone: null })).toEqual(['林晓', null]);
  expect(maskedPhone('110')).toBe('****10');
});

it('the last line says who had it made; every line has as many cells as there are names', () => {
  const sheet = sheetOf(definition, doc('masked'), { rows: [['林晓', '138****1234']], notes: ['封存 12'] });
  expect(sheet.columns).toEqual([
    { title: '姓名', width: 16 },
    { title: '手机', width: 16 },
  ]);
  expect(sheet.rows).toEqual([
    ['林晓', '138****1234'],
    ['封存 12', null],
    ['某人 于 今天 导出', null],
  ]);
});

/** Cells that spreadsheet programs would run, and what hides them from a careless check. */
const hostile = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=cmd|"/c calc"!A0',
    "'=1",
    '＝1',
    '=HYPERLINK("x")',
    '","=1',
    '"\r\n=1',
  ),
  fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string()).map(([sign, text]) => sign + text),
  fc.string({ unit: 'binary' }),
);

/** The cells of a CSV, read by RFC 4180 alone. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (quoted && character === '"' && text[at + 1] === '"') cell += text[(at += 1)];
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ',' || character === '\r')) {
      (rows.at(-1) as string[]).push(cell);
      cell = '';
      if (character === '\r') {
        expect(text[at + 1]).toBe('\n');
        at += 1;
        rows.push([]);
      }
    } else cell += character;
  }
  return rows.slice(0, -1);
}

it('no text becomes a formula, in no form and whatever program reads it (figure 20)', async () => {
  let live = 0;
  let cells = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 4 }), async (texts) => {
      const rows = texts.map(([name, note]) => cellsOf(definition, 'full', { name, phone: note, note }));
      const sheet = sheetOf(definition, { ...doc('full'), watermark: '=1' }, { rows, notes: ['@x'] });
      const csv = writeCsv(sheet);
      expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      const read = parseCsv(csv.toString('utf8').slice(1));
      expect(read.map(({ length }) => length)).toEqual(read.map(() => 3));
      for (const cell of read.flat()) {
        cells += 1;
        if (isFormula(cell)) live += 1;
      }
      const workbook = await writeSheet(sheet);
      const table = await readSheet(workbook, 'x.xlsx');
      expect(table.rows.length).toBe(rows.length + 2);
      const xml = await partsOf(workbook);
      if (/<f[ >]/.test(xml)) live += 1;
      const html = sheetHtml(sheet);
      for (const [name] of texts) if (/[<>]/.test(name)) expect(html.includes(name)).toBe(false);
    }),
    { numRuns: 60 },
  );
  expect(cells).toBeGreaterThan(300);
  expect(live).toBe(0);
});

/** All XML of a workbook, unpacked. */
async function partsOf(workbook: Buffer): Promise<string> {
  const { Archive } = await import('../../../cloudfunctions/shared/sheets/xlsx/archive');
  const archive = new Archive(workbook, 'x');
  let text = '';
  for (const path of archive.paths.filter((each) => each.includes('worksheets/')))
    for await (const piece of archive.read(path)) text += piece.toString('latin1');
  return text;
}

it('a page has no tag but ours, and runs and loads nothing', () => {
  const html = pageHtml('<script>', [escaped('"><img src=x onerror=1> & \'')]);
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<img src');
  expect(html).toContain("default-src 'none'");
  expect(escaped('a&<>"\'')).toBe('a&#38;&#60;&#62;&#34;&#39;');
  expect(sheetHtml({ name: '表', columns: [{ title: '一', width: 1 }], rows: [['a\nb'], [null], [3]] })).toContain(
    'a<br>b',
  );
});

it('as JSON the rows are by their names', () => {
  const json = sheetJson({
    name: '表',
    columns: [
      { title: '一', width: 1 },
      { title: '二', width: 1 },
    ],
    rows: [['a'], ['b', 2]],
  });
  expect(JSON.parse(json)).toEqual({
    title: '表',
    rows: [
      { 一: 'a', 二: null },
      { 一: 'b', 二: 2 },
    ],
  });
});

it('a file is noted with who, when and for what, under a name that any computer takes', () => {
  const asked = { kind: 'k', params: {}, sight: 'full', title: '一/二:三', format: 'xlsx', purpose: '核对' } as const;
  const file = newExport('x_1', { id: 'm', name: '林晓' }, asked, Date.UTC(2026, 10, 30, 4));
  expect(file.watermark).toMatch(/^林晓 于 2026.*11.*30.* 12:00 导出，用于核对。.*编号 x_1$/);
  expect(file.fileName).toMatch(/^一 二 三 .*\.xlsx$/);
  expect(exportView(file)).toMatchObject({ state: 'making', progress: { done: 0, all: null } });
  expect(exportView(file, true)).toMatchObject({ state: 'failed', progress: null });
  expect(exportView({ ...file, state: 'ready', rows: 3 }, true)).toMatchObject({
    state: 'ready',
    progress: null,
    rows: 3,
  });
});
