import fc from 'fast-check';
import { readCsv } from '../../../cloudfunctions/shared/sheets/rules/csv';
import { SheetFault } from '../../../cloudfunctions/shared/sheets/rules/fault';

const read = (content: string | Uint8Array) => readCsv(Buffer.from(content as string), 'x.csv');
const hex = (text: string) => Buffer.from(text.replace(/ /g, ''), 'hex');

/** Bytes of the characters that GB18030 writes with two, by the decoder that everybody has. */
const gbBytes = new Map<string, number[]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0xa1; lead <= 0xf7; lead += 1) {
  for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
    gbBytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}
const gb18030 = (text: string): Buffer =>
  Buffer.from([...text].flatMap((character) => gbBytes.get(character) ?? [character.charCodeAt(0)]));
const utf16be = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

const encodings = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with BOM': (text: string) => Buffer.from(`\uFEFF${text}`),
  'UTF-16LE with BOM': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16BE with BOM': utf16be,
  GB18030: gb18030,
};

/** One cell's text with what gives readers trouble; blanks at its edges are dropped when it is read. */
const cellText = fc
  .array(
    fc.constantFrom(...'书香围城钱钟', ...'abcXYZ019', ' ', ',', ';', '\t', '"', "'", '\n', '\r\n', '|', '=', '-'),
    {
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join('').trim())
  // A formula that is nothing but a text is read as that text.
  .filter((text) => !/^="[^"]*"$/.test(text));
const table = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) =>
    fc.array(fc.array(cellText, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  );

/** Writes as spreadsheet programs do: quoted where needed, or always. */
function written(rows: readonly string[][], delimiter: string, ends: readonly string[], always: boolean): string {
  const cell = (text: string) =>
    always || new RegExp(`["\r\n${delimiter}]`).test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  return rows.map((row, at) => row.map(cell).join(delimiter) + (ends[at % ends.length] ?? '\n')).join('');
}

it('any table, written in any encoding, delimiter and mixture of line ends, is read back equal', () => {
  const encoding = fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[]));
  const ends = fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 });
  const delimiter = fc.constantFrom(',', ';', '\t', '，');
  fc.assert(
    fc.property(table, encoding, ends, delimiter, fc.boolean(), (rows, code, lineEnds, between, always) => {
      const header = (rows[0] ?? []).map((_cell, index) => `列${index}`);
      const expected = rows
        .map((cells, index) => ({ line: index + 2, cells }))
        .filter(({ cells }) => cells.some((text) => text !== ''));
      fc.pre(expected.length > 0);
      const bytes = encodings[code](written([header, ...rows], between, lineEnds, always));
      expect(readCsv(bytes, 'x.csv')).toMatchObject({ header, rows: expected, problems: [] });
    }),
    { numRuns: 500 },
  );
});

describe('every row is read, whatever ends it', () => {
  it.each([
    ['CRLF, then LF', '书名,作者\r\n围城,钱锺书\n边城,沈从文\n'],
    ['LF, then CR', '书名,作者\n围城,钱锺书\r边城,沈从文\r'],
    ['CR, then CRLF', '书名,作者\r围城,钱锺书\r\n边城,沈从文'],
  ])('%s', (_name, text) => {
    expect(read(text).rows.map((row) => row.cells)).toEqual([
      ['围城', '钱锺书'],
      ['边城', '沈从文'],
    ]);
  });
});

describe('a row whose cells may be shifted is never used', () => {
  it('one cell more than there are columns', () => {
    expect(read('书名,作者\n追忆,第一卷,普鲁斯特\n').problems).toMatchObject([{ line: 2 }]);
  });

  it('a cell below a column without a name', () => {
    expect(read('书名,作者,\n围城,钱锺书,好\n').problems).toMatchObject([{ line: 2 }]);
  });

  it('fewer cells, and another delimiter among them', () => {
    expect(read('书名,作者,出版社\n围城,钱锺书，人民文学出版社\n').problems).toMatchObject([
      { line: 2, what: '比表头少几格，其中却有全角逗号' },
    ]);
  });

  it('but empty cells at the end may be there or not, as Excel has it', () => {
    expect(read('书名,作者,出版社\n围城,钱锺书\n边城,沈从文,,,,\n').problems).toEqual([]);
  });
});

it('a text that Excel was made to keep by a formula is that text', () => {
  expect(read('编号,名称\n"=""0012""",某支部\n').rows[0]?.cells).toEqual(['0012', '某支部']);
});

it('a delimiter other than the comma is told', () => {
  expect(read('书名;作者\n围城;钱锺书\n').notes).toEqual(['按分号分隔读取。']);
  expect(read('sep=|\n书名|作者\n围城|钱锺书\n')).toMatchObject({
    notes: ['按竖线分隔读取。'],
    header: ['书名', '作者'],
  });
});

describe('refused in words that say what the file is or what is wrong with it', () => {
  it.each([
    ['a declared delimiter nobody uses', 'sep=x\n书名x作者\n', '分隔符 “x” 不能用'],
    [
      'a quote never closed, by the line where it begins',
      '书名,作者\n围城,钱锺书\n"边城,沈从文\n活着,余华\n',
      '第 3 行的双引号',
    ],
    ['a quote inside a cell', '书名,作者\n读"围城",佚名\n', '第 2 行的双引号'],
    ['a web page', '<html><body><table><tr><td>书名</td></tr></table>', '网页（HTML）'],
    [
      'a spreadsheet as XML',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>',
      '“XML 表格”',
    ],
    ['a saved web page', 'MIME-Version: 1.0\nX-Document-Type: Workbook\n', '网页（MHTML）'],
    [
      'more columns than any list has',
      `${Array.from({ length: 101 }, (_, at) => `列${at}`).join(',')}\n1\n`,
      '超过 100 列',
    ],
    ['a row as long as a book', `书名,作者\n${'长'.repeat(100_001)},佚名\n`, '第 2 行'],
  ])('%s', (_name, text, words) => {
    expect(() => read(text)).toThrow(words);
    expect(() => read(text)).toThrow(SheetFault);
  });

  it.each([
    ['Big5, whose bytes GBK has a meaning for', hex('7469746c652c617574686f720a b3f2abb0 2c bffac1e9aed1 0a'), 'Big5'],
    ['rare characters that GBK lost', hex('cae9c3fb2cd7f7d5df0a cea7b3c7 2c c7ae3fcae9 0a'), '第 2 行附近有问号'],
    ['GBK that is UTF-8 as well', hex('7469746c652c617574686f720a cdbdcfb3 2c d6b7 0a'), '可能是 GBK，也可能是'],
    ['UTF-16 without its mark', Buffer.from('书名,作者\n围城,钱锺书\n', 'utf16le'), '无法识别文件的文字编码'],
    ['UTF-16 that was cut in the middle', Buffer.from('\uFEFF书名,\ud842', 'utf16le'), '无法识别文件的文字编码'],
    ['UTF-8 that was cut in the middle, after its mark', hex('efbbbf e4b9a6e5'), '无法识别文件的文字编码'],
  ])('%s', (_name, bytes, words) => {
    expect(() => read(bytes)).toThrow(words);
  });
});

it('rare names of GBK are no reason to refuse a file of everyday characters', () => {
  // 书名,作者⏎国学,镕⏎ with one character outside GB2312.
  expect(read(hex('cae9c3fb2cd7f7d5df0a b9fad1a72ce946 0a')).rows[0]?.cells).toEqual(['国学', '镕']);
});

it('a rare name that GB18030 writes with four bytes is read', () => {
  // 书名,作者⏎国学,𠮷⏎
  expect(read(hex('cae9c3fb2cd7f7d5df0a b9fad1a72c 9534b235 0a')).rows[0]?.cells).toEqual(['国学', '𠮷']);
});

it('the sign of the euro, one byte in GBK, does not put what follows it in doubt', () => {
  // 书名,价格⏎围城,€二十元整⏎
  const bytes = hex('cae9c3fb2cbcdbb8f10a cea7b3c72c 80b6fecaaed4aad5fb 0a');
  expect(read(bytes).rows[0]?.cells).toEqual(['围城', '€二十元整']);
});

it('foreign letters beside Chinese, or behind a mark, are UTF-8', () => {
  expect(read('书名,作者\n百年孤独,García Márquez\n').rows[0]?.cells).toEqual(['百年孤独', 'García Márquez']);
  expect(read('\uFEFFtitle,author\nCien,García\n').rows[0]?.cells).toEqual(['Cien', 'García']);
});
