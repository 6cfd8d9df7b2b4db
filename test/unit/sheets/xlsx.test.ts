import fc from 'fast-check';
import { SheetFault } from '../../../cloudfunctions/shared/sheets/rules/fault';
import { readXlsx } from '../../../cloudfunctions/shared/sheets/xlsx/read';
import { shownAs } from '../../../cloudfunctions/shared/sheets/xlsx/formats';
import { bomb, mebibyte } from '../../support/bomb';
import { escaped, workbook, workbookParts, xlsx, zip, type XlsxCell, type XlsxSheet } from '../../support/xlsx';

const header = ['书名', '作者', '出版社'];
const read = (bytes: Buffer) => readXlsx(bytes, 'x.xlsx');
const sheet = (rows: readonly (readonly XlsxCell[])[], more: Partial<XlsxSheet> = {}) => ({
  name: 'Sheet1',
  rows,
  ...more,
});
const cellsOf = async (...rows: XlsxCell[][]) => (await read(xlsx([header, ...rows]))).rows.map((row) => row.cells);
const what = (words: string) => ({ what: expect.stringContaining(words) as string, fix: expect.any(String) as string });

describe('a cell is read where its text is certain, and else named', () => {
  it.each<[string, XlsxCell, unknown]>([
    ['a number of few digits, such as a title', 1984, 1984],
    ['an ISBN that is a number', { v: '9.787020002207E12' }, 9787020002207],
    ['a formula with its result', { t: 'str', f: 'A1', v: '围城' }, '围城'],
    ['a formula whose result is empty', { t: 'str', f: 'A1', v: '' }, ''],
    ['a formula without its result', { f: 'A1' }, what('公式，文件里没有它的结果')],
    ['an error', { t: 'e', v: '#N/A' }, what('C2 是错误值 #N/A')],
    ['a truth value', { t: 'b', v: '1' }, what('逻辑值 TRUE')],
    ['a number of more digits than are kept', { v: '1234567890123456' }, what('超过 15 位')],
    ['a fraction', { v: '1.1' }, what('小数 1.1')],
    ['no number at all', { v: 'x' }, what('数字已损坏')],
    ['a number without end', { v: 'Infinity' }, what('超过 15 位')],
    ['an ISO date', { t: 'd', v: '2026-03-05' }, what('日期')],
    ['a text that is not there', { t: 's', v: '7' }, what('文字已损坏')],
    ['a character that XML cannot hold', '围_x000D_城', '围\r城'],
  ])('%s', async (_name, cell, expected) => {
    expect((await cellsOf(['围城', '钱锺书', cell]))[0]?.[2]).toEqual(expected);
  });

  it.each([
    ['0_ ', 20, 20],
    ['0_);[Red]\\(0\\)', 20, 20],
    ['@', 20, 20],
    ['000', 20, what('按格式 “000”')],
    ['yyyy/m/d', 20, what('日期')],
    ['m"月"d"日"', 20, what('日期')],
    ['0.00', 20, what('按格式 “0.00”')],
  ])('a number shown as %s', async (format, value, expected) => {
    const book = workbook({
      formats: [format],
      sheets: [sheet([header, ['围城', '钱锺书', { s: 1, v: String(value) }]])],
    });
    expect((await read(book)).rows[0]?.cells[2]).toEqual(expected);
  });

  it('texts that sheets share are put together of their runs, without the readings above them', async () => {
    const shared = ['<r><t>围</t></r><r><t>城</t></r><rPh sb="0" eb="1"><t>wei</t></rPh>', '<t/>'];
    const rows = [
      header,
      [
        { t: 's', v: '0' },
        { t: 's', v: '1' },
      ],
    ];
    expect((await read(workbook({ shared, sheets: [sheet(rows)] }))).rows[0]?.cells).toEqual(['围城', '', '']);
  });
});

it.each([
  ['General', 'plain'],
  ['G/通用格式', 'plain'],
  ['0.00E+00', 'plain'],
  ['[$-804]General', 'plain'],
  ['[DBNum1]General', { format: '[DBNum1]General' }],
  ['#,##0', { format: '#,##0' }],
  ['[h]:mm', 'date'],
  ['上午/下午h"时"', 'date'],
  ['"本"0', { format: '"本"0' }],
])('the format %s shows a number as %j', (format, shown) => {
  expect(shownAs(format)).toEqual(shown);
});

describe('merged cells', () => {
  it('of one column all hold what is shown', async () => {
    const rows = [
      header,
      ['围城', '钱锺书', '人文'],
      ['边城', '沈从文', null],
      ['活着', '余华', null],
      ['家', '巴金', null],
    ];
    const { rows: found } = await read(workbook({ sheets: [sheet(rows, { merges: ['C2:C4'] })] }));
    expect(found.map((row) => row.cells[2])).toEqual(['人文', '人文', '人文', '']);
  });

  it.each([
    ['across columns', 'A2:B2', ['围城', null], 'A2:B2 跨列合并了单元格'],
    ['that hide another text', 'A2:A3', ['围城', '钱锺书'], 'A2:A3 里还藏着别的内容'],
  ])('%s are named', async (_name, merge, row, words) => {
    const rows = [header, row, ['边城', '沈从文']];
    const { rows: found } = await read(workbook({ sheets: [sheet(rows, { merges: [merge] })] }));
    expect(found.flatMap((line) => line.cells)).toContainEqual(what(words));
  });

  it('of more blocks than anybody makes are refused, not left out', async () => {
    const merges = Array.from({ length: 10_001 }, (_, at) => `C${at + 2}:C${at + 3}`);
    await expect(read(workbook({ sheets: [sheet([header, ['围城']], { merges })] }))).rejects.toThrow('超过 10000 处');
  });

  it('of the header, or a title above it, are refused', async () => {
    const book = workbook({ sheets: [sheet([['书目'], header, ['围城', '钱锺书', '']], { merges: ['A1:C1'] })] });
    await expect(read(book)).rejects.toThrow(/表头 A1:C1 是合并的单元格.*若这是表格的标题，请删去这一行/);
  });
});

describe('of several sheets', () => {
  const rows = [header, ['围城', '钱锺书']];

  it('the first visible one is read, and those left out are named where they hold anything', async () => {
    const { notes } = await read(
      workbook({
        sheets: [
          { name: '旧', state: 'veryHidden', rows },
          { name: '书目', rows },
          { name: '空', rows: [] },
          { name: '备份', rows },
        ],
      }),
    );
    expect(notes).toEqual([
      '读取工作表 “书目”。',
      '没有读取：隐藏的工作表 “旧”、工作表 “备份”。需要时请另存为单独的文件再导入。',
    ]);
  });

  it('one at least must be visible', async () => {
    await expect(read(workbook({ sheets: [{ name: '旧', state: 'hidden', rows }] }))).rejects.toThrow(
      '没有可见的工作表',
    );
  });
});

it('hidden rows and columns are read, and told where they hold anything', async () => {
  const more = '<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>边城</t></is></c></row><row r="4" hidden="1"/>';
  const before = '<cols><col min="3" max="16384" hidden="true"/></cols>';
  const { rows, notes } = await read(workbook({ sheets: [sheet([header, ['围城', '钱锺书']], { before, more })] }));
  expect(rows).toHaveLength(2);
  expect(notes.slice(1)).toEqual([
    '这些列在表格里是隐藏的，也一并读取：出版社。',
    '其中 1 行在表格里是隐藏的，也一并读取。',
  ]);
});

it('any table of texts, however its cells are written, is read back equal', async () => {
  const text = fc
    .array(fc.constantFrom(...'书香围城𠮷', '&', '<', '>', '"', "'", ' ', ']]>', '\n', '👨‍👩‍👧', 'a', '0', '='), {
      maxLength: 8,
    })
    .map((pieces) => pieces.join('').trim());
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), async (texts, sharing) => {
      const expected = texts
        .map((cells, at) => ({ line: at + 2, cells }))
        .filter(({ cells }) => cells.some((cell) => cell !== ''));
      fc.pre(expected.length > 0);
      const names = (texts[0] ?? []).map((_cell, at) => `列${at}`);
      const shared = texts.flat().map((cell) => `<t xml:space="preserve">${escaped(cell)}</t>`);
      let next = 0;
      const cells = texts.map((row) => row.map((cell) => (sharing ? { t: 's', v: String(next++) } : cell || null)));
      const table = await read(workbook({ shared, sheets: [sheet([names, ...cells])] }));
      expect(table).toMatchObject({ header: names, rows: expected, problems: [] });
    }),
    { numRuns: 100 },
  );
});

it('names of elements may have any prefix, and rows and cells may leave out their numbers', async () => {
  const parts = workbookParts({ sheets: [sheet([])] });
  const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
  parts['xl/worksheets/sheet1.xml'] =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
    `<x:row>${cell('书名')}</x:row><x:row>${cell('围城')}</x:row></x:sheetData></x:worksheet>`;
  expect(await read(zip(parts))).toMatchObject({ header: ['书名'], rows: [{ line: 2, cells: ['围城'] }] });
});

describe('far apart cells cost nothing', () => {
  const far = (ref: string) =>
    `<row r="${ref.replace(/\D/g, '')}"><c r="${ref}" t="inlineStr"><is><t>x</t></is></c></row>`;

  it('a name in the last column is a column like others', async () => {
    const parts = workbookParts({ sheets: [sheet([[], ['围城', '钱锺书']])] });
    parts['xl/worksheets/sheet1.xml'] = (parts['xl/worksheets/sheet1.xml'] ?? '').replace(
      '<row r="1"></row>',
      '<row r="1"><c r="A1" t="inlineStr"><is><t>书名</t></is></c><c r="XFD1" t="inlineStr"><is><t>备注</t></is></c></row>',
    );
    const { header: names, problems } = await read(zip(parts));
    expect(names).toEqual(['书名', '备注']);
    expect(problems).toMatchObject([{ line: 2, what: expect.stringContaining('B2 有内容') as string }]);
  });

  it.each(['B1048576', 'XFD3'])('one at %s is named', async (ref) => {
    const { problems } = await read(workbook({ sheets: [sheet([['书名'], ['围城']], { more: far(ref) })] }));
    expect(problems).toMatchObject([{ what: expect.stringContaining(`${ref} 有内容`) as string }]);
  });

  it.each(['A1048577', 'XFE3', 'A0', 'AAAA3'])(
    'one at %s, where no sheet has one, makes the file invalid',
    async (ref) => {
      const book = workbook({ sheets: [sheet([['书名'], ['围城']], { more: far(ref) })] });
      await expect(read(book)).rejects.toThrow('不是有效的 .xlsx');
    },
  );

  it.each([
    [
      'too many rows',
      `<row r="9"/>${Array.from({ length: 5001 }, (_, at) => far(`A${at + 10}`)).join('')}`,
      '超过 5000 行',
    ],
    ['rows that go back', far('A9') + far('A8'), '不是有效的 .xlsx'],
    ['a row twice', far('A9') + far('A9'), '不是有效的 .xlsx'],
  ])('%s', async (_name, more, words) => {
    await expect(read(workbook({ sheets: [sheet([['书名'], ['围城']], { more })] }))).rejects.toThrow(words);
  });
});

describe('a workbook made to do harm is refused while it is read', () => {
  it.each([
    [
      'more bytes than are worth their packing, whatever the directory claims',
      bomb(mebibyte(`<c r="${'A'.repeat(1000)}"/>`).replaceAll('r=', 'x='), 20),
      '展开后却过大',
    ],
    ['one text without end', bomb(mebibyte(' '), 300), '超过 1 MB 的文字'],
    ['an attribute without end', bomb(mebibyte('x'), 300, '<worksheet a="'), '超过 1 MB 的文字'],
    ['entities that grow', bomb('', 1, '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w>&b;</w>'), '不是有效'],
    ['elements inside each other without end', bomb(mebibyte('<a>'), 100), '不是有效'],
  ])('%s', async (_name, bytes, words) => {
    const reading = read(bytes);
    await expect(reading).rejects.toThrow(words);
    await expect(reading).rejects.toBeInstanceOf(SheetFault);
  });

  it('a size that is only claimed is not believed', async () => {
    const bytes = xlsx([['书名'], ['活着']]);
    bytes.writeUInt32LE(0xf0000000, bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    expect((await read(bytes)).rows).toHaveLength(1);
  });
});

describe('a damaged or foreign archive is named', () => {
  it.each([
    ['no workbook', zip({ 'readme.txt': 'hello' }), '是压缩包，里面没有工作簿'],
    ['OpenDocument', zip({ mimetype: 'x', 'content.xml': '<x/>' }), 'OpenDocument'],
    ['Word', zip({ '_rels/.rels': '<Relationships/>', 'word/document.xml': '<x/>' }), 'Word 文档'],
    ['binary workbook', zip({ 'xl/workbook.bin': '' }), '.xlsb'],
    ['cut off', xlsx([['书名'], ['活着']]).subarray(0, 200), '不是有效的 .xlsx'],
    [
      'parts missing',
      zip({ ...workbookParts({ sheets: [sheet([])] }), 'xl/_rels/workbook.xml.rels': '<x' }),
      '不是有效的 .xlsx',
    ],
  ])('%s', async (_name, bytes, words) => {
    await expect(read(bytes)).rejects.toThrow(words);
  });

  it('a part with a password', async () => {
    const bytes = xlsx([['书名'], ['活着']]);
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1)) bytes[at + 8] = 1;
    await expect(read(bytes)).rejects.toThrow('加了密码');
  });
});
