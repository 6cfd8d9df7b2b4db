import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '../../../scripts/import/read';
import { isForOperator } from '../../../scripts/lib/explain';
import { xlsx, zip } from '../../support/xlsx';

const dir = mkdtempSync(join(tmpdir(), 'shuxiang-read-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}
const expected = { header: ['书名', '作者'], rows: [{ line: 2, cells: ['红楼梦', '曹雪芹'] }], problems: [] };
const csv = '书名,作者\n红楼梦,曹雪芹\n';
// 书名,作者⏎红楼梦,曹雪芹⏎ in GB18030, as Chinese Excel writes it.
const gb = Buffer.from('cae9c3fb2cd7f7d5df0abaecc2a5c3ce2cb2dcd1a9c7db0a', 'hex');

describe('a table is read the same from', () => {
  it.each([
    ['UTF-8', csv],
    ['UTF-8 with BOM', `\uFEFF${csv}`],
    ['GB18030', gb],
    ['UTF-16 with tabs', Buffer.from(`\uFEFF${csv.replace(/,/g, '\t')}`, 'utf16le')],
    ['Windows line ends', csv.replace(/\n/g, '\r\n')],
    ['quoted cells', '"书名","作者"\n"红楼梦","曹雪芹"\n'],
    ['no line end at the end', csv.trimEnd()],
    ['spaces around cells', ' 书名 , 作者\n 红楼梦 ,曹雪芹 \n'],
  ])('CSV: %s', async (_name, content) => {
    await expect(readTable(file('a.csv', content))).resolves.toMatchObject(expected);
  });

  it('XLSX, whatever its name says', async () => {
    const bytes = xlsx([
      ['书名', '作者'],
      ['红楼梦', '曹雪芹'],
    ]);
    await expect(readTable(file('a.csv', bytes))).resolves.toMatchObject(expected);
  });
});

describe('a row keeps the number that the spreadsheet shows', () => {
  it('after blank lines and cells of several lines in a CSV', async () => {
    const table = await readTable(file('b.csv', '书名,作者\n\n"红楼\n梦",曹雪芹\n,\n活着,余华\n'));
    expect(table.rows.map((row) => row.line)).toEqual([3, 5]);
  });

  it('after blank rows in an XLSX', async () => {
    const table = await readTable(file('b.xlsx', xlsx([['书名'], [null], ['活着']])));
    expect(table.rows).toEqual([{ line: 3, cells: ['活着'] }]);
  });
});

it('an ISBN that is a number in XLSX keeps every digit', async () => {
  const table = await readTable(file('n.xlsx', xlsx([['ISBN'], [9787020002207]])));
  expect(table.rows[0]?.cells).toEqual([9787020002207]);
});

describe('what cannot be read is refused in words that say what to do', () => {
  it.each([
    ['an empty file', 'x.csv', '', '文件是空的'],
    ['only a header', 'x.csv', '书名,作者\n', '只有表头'],
    ['blank lines only', 'x.csv', '\n\n', '没有读到表头'],
    ['an unclosed quote', 'x.csv', '书名,作者\n"红楼梦,曹雪芹\n', '双引号没有成对'],
    ['a workbook with a password', 'x.xlsx', readFileSync('test/fixtures/import/encrypted.xlsx'), '取消密码'],
    ['an old .xls', 'x.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为 .xlsx'],
    ['a zip that is no workbook', 'x.xlsx', zip({ 'readme.txt': 'hello' }), '里面没有工作簿'],
    ['a cut-off workbook', 'x.xlsx', xlsx([['书名'], ['活着']]).subarray(0, 200), '不是有效的 .xlsx'],
    ['a picture', 'x.csv', Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'), '是图片'],
    ['a PDF', 'x.xlsx', '%PDF-1.7', '是 PDF 文件'],
    ['bytes of nothing known', 'x.csv', Buffer.from('ff00fe01fd02', 'hex'), '无法识别文件的文字编码'],
    ['too many rows', 'x.csv', `书名\n${'活着\n'.repeat(5001)}`, '一次最多导入 5000 行'],
    ['too many bytes', 'x.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 97), '最大 10 MB'],
  ])('%s', async (_name, name, content, words) => {
    const reading = readTable(file(name, content));
    await expect(reading).rejects.toThrow(words);
    await expect(reading.catch(isForOperator)).resolves.toBe(true);
  });

  it('a file that is not there', async () => {
    await expect(readTable(join(dir, 'none.csv'))).rejects.toThrow('找不到文件');
  });

  it('a folder', async () => {
    await expect(readTable(dir)).rejects.toThrow('这不是文件');
  });
});
