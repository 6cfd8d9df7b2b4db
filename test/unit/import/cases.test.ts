import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { checkBooks } from '../../../scripts/import/books';
import { checkOrgs } from '../../../cloudfunctions/domains/orgimport/rules/rows';
import { type KnownOrgs, planOrgs } from '../../../cloudfunctions/domains/orgimport/rules/plan';
import { readTable } from '../../../scripts/import/read';
import type { Problem } from '../../../cloudfunctions/shared/sheets/rules/table';
import { SheetFault } from '../../../cloudfunctions/shared/sheets/rules/fault';

/** Files as people made them, each with one fault of one program or hand. */
const folder = 'test/fixtures/import';

const known: KnownOrgs = [
  { _id: 'JC', name: '团市委', kind: 'committee', path: ['JC'], parentId: null, joinCode: 'closed-JC' },
];

interface Outcome {
  rows?: readonly object[];
  refused?: string;
  notes: string[];
}

/** What an import of this file comes to, without a database. */
async function outcomeOf(name: string, orgs: KnownOrgs): Promise<Outcome> {
  try {
    const table = await readTable(`${folder}/${name}`);
    const { notes } = table;
    const checked = name.startsWith('orgs-') ? checkOrgs(table) : checkBooks(table);
    if (!checked.ok) return { refused: told(checked.problems), notes };
    if (!name.startsWith('orgs-')) return { rows: checked.rows, notes };
    const { problems } = planOrgs(checked.rows as Parameters<typeof planOrgs>[0], orgs);
    return problems.length > 0 ? { refused: told(problems), notes } : { rows: checked.rows, notes };
  } catch (error) {
    if (!(error instanceof SheetFault)) throw error;
    return { refused: error.message, notes: [] };
  }
}
const told = (problems: readonly Problem[]) =>
  problems.map(({ line, column, what, fix }) => `${line} ${column} ${what} → ${fix}`).join('\n');

const read: Record<string, readonly object[]> = {
  'line-ends-crlf-then-lf.csv': [{ title: '围城' }, { title: '边城' }, { title: '活着', author: '余华' }],
  'line-ends-lf-then-cr.csv': [{ title: '围城' }, { title: '边城', author: '沈从文' }],
  'delimiter-semicolon.csv': [{ title: '围城', author: '钱锺书', publisher: '人民文学出版社' }],
  'delimiter-full-width-comma.csv': [{ title: '围城', author: '钱锺书', publisher: '人民文学出版社' }],
  'delimiter-declared.csv': [{ line: 2, title: '围城', author: '钱锺书' }],
  'kun-jin-kao.csv': [{ title: '锟斤拷烫烫烫' }],
  'category-zero-width-space.csv': [{ title: '围城', tone: 'river' }],
  'isbn-left-to-right-mark.csv': [{ isbn: '9787020024759' }],
  'header-zero-width-space.csv': [{ isbn: '9787020024759' }],
  'header-with-remark.csv': [{ isbn: '9787020024759' }],
  'title-zero-width-lead.csv': [{ title: '围城' }],
  'title-c.csv': [{ title: 'C程序设计' }],
  'title-cpp.csv': [{ title: 'C++程序设计' }],
  'titles-c-and-cpp.csv': [{ title: 'C程序设计' }, { title: 'C++程序设计' }],
  'volumes-of-one-isbn.csv': [{ title: '红楼梦（上）' }, { title: '红楼梦（下）' }],
  'title-rare-characters.csv': [{ title: '𠮷'.repeat(41) }],
  'orgs-code-of-12.csv': [{ id: 'T12', joinCode: 'ABCDEF123456' }],
  'merged-publisher.xlsx': ['围城', '边城', '活着'].map((title) => ({ title, publisher: '人民文学出版社' })),
  'first-sheet-hidden.xlsx': [{ title: '围城' }],
};

/** Roots, read while no organisation is there yet. */
const firstRoots: Record<string, object> = {
  'orgs-id-full-width.csv': { id: 'A01' },
  'orgs-kind-zero-width-space.csv': { kind: 'committee' },
  'orgs-code-full-width.csv': { joinCode: 'ABCD12' },
};

const refused: Record<string, readonly string[]> = {
  'comma-not-quoted.csv': ['2  第 4 格有内容，上面却没有列名', '用英文双引号把那一格括起来'],
  'gbk-question-marks.csv': ['第 2 行附近有问号', 'CSV UTF-8'],
  'big5-english-header.csv': ['可能是繁体中文的 Big5', '另存为 .xlsx'],
  'replacement-character.csv': ['2 书名 书名里有乱码', '2 作者 作者里有乱码'],
  'title-zero-width-only.csv': ['2 书名 没有填写 → 填写完整书名'],
  'title-direction-override.csv': ['2 书名 书名里有改变文字方向的隐藏符号 → 手工重新填写'],
  'title-line-break.csv': ['2 书名 书名只能写一行 → 去掉换行', '2 作者'],
  'isbn-dummy.csv': ['2 ISBN “0000000000” 是占位的号码', '3 ISBN'],
  'html.xls': ['是网页（HTML）格式的表格', '另存为 .xlsx'],
  'orgs-second-root.csv': ['2 上级编号 最上级组织只能有一个，已有 “JC”'],
  'orgs-format-000.xlsx': ['2 编号 A2 是数字 1，按格式 “000” 显示', '设为 “文本”'],
  'orgs-id-is-date.xlsx': ['2 编号 A2 是日期或时间', '设为 “文本”'],
  'orgs-parent-is-error.xlsx': ['2 上级编号 D2 是错误值 #N/A', '2 邀请码 E2 是错误值 #REF!'],
  'orgs-code-is-number.xlsx': ['2 邀请码 1234567 存成了数字，开头若有 0 已经丢失', '设为 “文本”'],
  'orgs-code-is-error.xlsx': ['2 邀请码 E2 是错误值 #REF!'],
  'error-cells.xlsx': ['2 出版社 C2 是错误值 #N/A', '2 ISBN D2 是错误值 #N/A'],
  'formula-without-result.xlsx': ['2 出版社 C2 是公式，文件里没有它的结果', '2 ISBN D2'],
  'title-is-date.xlsx': ['2 书名 A2 是日期或时间', '设为 “文本”'],
  'title-is-boolean.xlsx': ['2 书名 A2 是逻辑值 TRUE'],
  'stray-cell-last-place.xlsx': ['1048576  XFD1048576 有内容，第一行却没有这一列的列名'],
  'encrypted.xlsx': ['是加了密码的工作簿', '取消密码后另存为 .xlsx'],
};

describe('what is certain is read', () => {
  it.each(Object.entries(read))('%s', async (name, rows) => {
    const outcome = await outcomeOf(name, known);
    expect(outcome.refused).toBeUndefined();
    expect(outcome.rows).toHaveLength(rows.length);
    expect(outcome.rows).toMatchObject(rows);
  });

  it.each(Object.entries(firstRoots))('%s', async (name, row) => {
    expect(await outcomeOf(name, [])).toMatchObject({ rows: [row] });
  });

  it('and the sheet that was read is named, as is the hidden one that was not', async () => {
    expect((await outcomeOf('first-sheet-hidden.xlsx', known)).notes).toEqual([
      '读取工作表 “Sheet2”。',
      '没有读取：隐藏的工作表 “Sheet1”。需要时请另存为单独的文件再导入。',
    ]);
  });
});

describe('what is not certain is refused, with its place and what to do', () => {
  it.each(Object.entries(refused))('%s', async (name, words) => {
    const outcome = await outcomeOf(name, known);
    expect(outcome.rows).toBeUndefined();
    for (const word of words) expect(outcome.refused).toContain(word);
  });
});

describe('ISBNs as people paste them', () => {
  it('are read where certain, and else named as what they are', async () => {
    const { refused: problems = '' } = await outcomeOf('isbn-list.csv', known);
    const ofIsbns = problems.split('\n').filter((problem) => /^\d+ ISBN /.test(problem));
    expect(ofIsbns.map((problem) => problem.replace(/ →.*/, ''))).toEqual([
      '12 ISBN “7-02-002475-8” 的校验位不对',
      '13 ISBN “7-5063-1210-X” 的校验位不对',
      '14 ISBN “7-5063-1210-x” 的校验位不对',
      '15 ISBN “9.78702E+12” 被表格软件变成了科学计数法',
      '17 ISBN “10019·1978” 是旧的统一书号',
      '18 ISBN “统一书号：10019·1978” 是旧的统一书号',
      '19 ISBN “0000000000” 是占位的号码',
      '20 ISBN “1111111111” 是占位的号码',
      '21 ISBN “9771000123456” 是期刊的刊号（ISSN）',
      '22 ISBN “6901234567892” 是商品条码',
      '24 ISBN “787020024759” 不是 10 位或 13 位的号码',
      '31 ISBN “9787020024759；978702” 不止一个号码',
    ]);
  });
});

it('no file is left without an expectation', () => {
  const listed = [...Object.keys(read), ...Object.keys(firstRoots), ...Object.keys(refused), 'isbn-list.csv'];
  expect(
    readdirSync(folder)
      .map((file) => basename(file))
      .sort(),
  ).toEqual(listed.sort());
});
