import fc from 'fast-check';
import { readSheet, writeCsv, writeSheet } from '../../../cloudfunctions/shared/sheets/public';
import { RowCheck } from '../../../cloudfunctions/shared/sheets/rules/cell';
import { sheetName } from '../../../cloudfunctions/shared/sheets/rules/out';
import type { Problem } from '../../../cloudfunctions/shared/sheets/rules/table';
import { Archive } from '../../../cloudfunctions/shared/sheets/xlsx/archive';
import { text } from '../../../contract/shared/values';
import { readText } from '../../../contract/text';

const columns = [
  { title: '编号', width: 12 },
  { title: '名称', width: 30 },
];
const sheetOf = (rows: (string | number | null)[][]) => ({ name: '组织', columns, rows });

const writers = {
  xlsx: writeSheet,
  csv: (sheet: ReturnType<typeof sheetOf>) => Promise.resolve(writeCsv(sheet)),
};

/** What an import makes of the second cell of each row. */
async function names(bytes: Buffer): Promise<(string | undefined)[]> {
  const table = await readSheet(bytes, 'test');
  const problems: Problem[] = [...table.problems];
  const read = table.rows.map((row) => {
    const check = new RowCheck(row, problems);
    return check.parse('名称', check.text('名称', row.cells[1] ?? ''), text(60, '名称'), '填写');
  });
  expect(problems).toEqual([]);
  return read;
}

const awkward = [
  '=1+1',
  '+86',
  '-',
  '@团委',
  "'=1",
  "''@",
  '007',
  '1E5',
  '3-5',
  'a,b',
  '一，二；三|四',
  '说"好"',
  '古力娜扎·买买提',
  '𠮷野家䶮',
  '_x000D_团委',
  'sep=;',
];

describe.each(Object.entries(writers))('what is written as %s', (_kind, write) => {
  it('is read back as it was, whatever a spreadsheet program would make of it', async () => {
    const bytes = await write(sheetOf(awkward.map((name, at) => [`A${at}`, name])));
    expect(await names(bytes)).toEqual(awkward);
  });

  it('is read back for any names that can be stored', async () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 20 }).map((raw) => `支${raw.replace(/[\s?]/gu, '')}部`);
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 20 }), async (given) => {
        const stored = given.flatMap((one) => {
          const { text: clean, problem } = readable(one);
          return problem === undefined ? [clean] : [];
        });
        fc.pre(stored.length > 0);
        const bytes = await write(sheetOf(stored.map((one, at) => [`A${at}`, one])));
        expect(await names(bytes)).toEqual(stored);
      }),
      { numRuns: 40 },
    );
  });

  it('has no cell that would run', async () => {
    const bytes = await write(
      sheetOf([
        ['A1', '=HYPERLINK("http://x","点")'],
        ['A2', '@SUM(1)'],
        ['A3', '\tx'],
      ]),
    );
    const table = await readSheet(bytes, 'test');
    for (const { cells } of table.rows) expect(cells[1]).not.toMatch(/^[=+\-@\t]/);
  });
});

function readable(raw: string) {
  const read = readText(raw, { name: '名称', max: 60 });
  return read;
}

describe('a workbook', () => {
  it('has texts and numbers of their own types, and no formula', async () => {
    const bytes = await writeSheet(
      sheetOf([
        ['007', 12],
        ['=1+1', null],
      ]),
    );
    const parts = new Archive(bytes, 'test');
    let xml = '';
    for await (const piece of parts.read('xl/worksheets/sheet1.xml')) xml += piece.toString('utf8');
    expect(xml).not.toContain('<f');
    const { rows } = await readSheet(bytes, 'test');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['007', 12],
      ["'=1+1", ''],
    ]);
  });

  it('is read where a character is none that XML can hold', async () => {
    const { rows } = await readSheet(await writeSheet(sheetOf([['A1', '一\0二\ud800三']])), 'test');
    expect(rows[0]?.cells[1]).toBe('一二三');
  });

  it('of the same sheet is the same file at any time', async () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'] });
    const at = async (now: number) => {
      jest.setSystemTime(now);
      return writeSheet(sheetOf([['007', '团支部']]));
    };
    const one = await at(Date.UTC(2026, 0, 2));
    expect(await at(Date.UTC(2027, 5, 6))).toEqual(one);
    jest.useRealTimers();
  });

  it('of 2,000 rows comes back whole', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => [`JC-${at}`, `江城大学第${at}学院团委`]);
    const table = await readSheet(await writeSheet(sheetOf(rows)), 'test');
    expect(table.rows).toHaveLength(2000);
  });
});

it('a CSV has numbers as they are, and nothing where there is nothing', () => {
  expect(
    writeCsv(
      sheetOf([
        ['007', 12],
        ['A1', null],
      ]),
    ).toString('utf8'),
  ).toBe('\ufeff编号,名称\r\n007,12\r\nA1,\r\n');
});

it('a sheet gets a name that it can have', () => {
  expect(sheetName("'[2026/2027]: 团组织?'")).toBe('2026 2027   团组织');
  expect(sheetName('团'.repeat(40))).toHaveLength(31);
  expect(sheetName('***')).toBe('表');
});
