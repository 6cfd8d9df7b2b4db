import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bomb, mebibyte } from '../../support/bomb';
import { runCommand, stackTrace } from '../../support/command';
import { workbook, workbookParts, xlsx, zip } from '../../support/xlsx';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Memory that the command has for all its objects; a few pieces of any file fit in it, and no file as a whole. */
const MEBIBYTES = 96;

async function importFile(content: string | Uint8Array) {
  const path = join(folder, 'x');
  writeFileSync(path, content);
  const options = `${process.env.NODE_OPTIONS ?? ''} --max-old-space-size=${MEBIBYTES}`;
  return runCommand('import', ['books', path, '--data', join(folder, 'data'), '--dry-run'], { NODE_OPTIONS: options });
}

const header = ['书名', '作者'];
const manyTexts = () => bomb('<si><t/></si>'.repeat(80_000), 10, '<sst>');

describe('a file made to do harm ends the command with words, and never for want of memory:', () => {
  it.each<[string, () => string | Uint8Array, string]>([
    ['300 MB in 300 KB', () => bomb(mebibyte(`<c x="${'A'.repeat(1000)}"/>`), 300), '展开后却过大'],
    ['one text of 300 MB', () => bomb(mebibyte(' '), 300), '超过 1 MB 的文字'],
    ['more cells than a sheet has', () => bomb(mebibyte('<c/>'), 60), '单元格太多'],
    ['more shared texts than cells that are read', manyTexts, '展开后却过大'],
    [
      'a cell in the last place of a sheet',
      () => {
        const more = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>';
        return workbook({ sheets: [{ name: 'Sheet1', rows: [header, ['围城', '钱锺书']], more }] });
      },
      '第 1048576 行：XFD1048576 有内容',
    ],
    ['10 MB of commas', () => `书名,作者\n${','.repeat(10_000_000)}`, '第 2 行'],
    ['10 MB of line ends', () => `书名,作者\n${'\n'.repeat(10_000_000)}`, '只有表头'],
    ['10 MB of short rows', () => `书名,作者\n${'a,b\n'.repeat(2_500_000)}`, '超过 5000 行'],
    ['10 MB behind a quote that is never closed', () => `书名,作者\n"${'围'.repeat(3_000_000)}`, '第 2 行的双引号'],
  ])('%s', async (_name, content, words) => {
    const ended = await importFile(content());
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.output).toContain(words);
    expect(ended.output).not.toMatch(stackTrace);
    expect(ended.output).not.toContain('heap');
  });
});

it('a name in the last column of a sheet costs no memory, and is told to be unused', async () => {
  const rows = Array.from({ length: 4000 }, (_, at) => [`书${at}`, '佚名']);
  const parts = workbookParts({ sheets: [{ name: 'Sheet1', rows: [header, ...rows] }] });
  const [path] = Object.keys(parts).filter((name) => name.endsWith('sheet1.xml'));
  const last = '<c r="XFD1" t="inlineStr"><is><t>备注</t></is></c></row>';
  const ended = await importFile(zip({ ...parts, [path ?? '']: (parts[path ?? ''] ?? '').replace('</row>', last) }));
  expect(ended).toMatchObject({ code: 0 });
  expect(ended.output).toContain('没有用到的列：备注');
  expect(ended.output).toContain('可新增 4000');
});

it('an ordinary workbook is read in that memory as well', async () => {
  expect(await importFile(xlsx([header, ['围城', '钱锺书']]))).toMatchObject({ code: 0 });
});
