import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdFolder } from '@shuxiang/local-cloudbase';
import { bookDocument } from '../../../cloudfunctions/domains/book/rules/book';
import { runCommand, stackTrace } from '../../support/command';
import { printFigures } from '../../support/figures';
import { startStack, type Stack } from '../../support/stack';
import { xlsx } from '../../support/xlsx';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const importInto = (dataDir: string, ...args: string[]) => runCommand('import', [...args, '--data', dataDir]);

/** How many books and organisations a data folder holds, through an emulator of its own. */
async function counts(dataDir: string): Promise<{ books: number; orgs: number }> {
  const stack = await startStack({ dataDir });
  const result = { books: await stack.db.books.count({}), orgs: await stack.db.orgs.count({}) };
  await stack.stop();
  return result;
}

describe('an import into a data folder that nobody holds', () => {
  const dataDir = join(folder, 'own');
  const orgs = '编号,名称,类型,上级编号,邀请码\nC,团市委,团市委,,\nB,某支部,支部,C,BRANCH01\n';

  it('adds the rows of a CSV and of an XLSX', async () => {
    const added = await importInto(dataDir, 'orgs', file('orgs.csv', orgs));
    expect(added).toMatchObject({ code: 0 });
    expect(added.output).toContain('共 2 行：新增 2，已存在 0');
    const sheet = xlsx([
      ['书名', '作者', 'ISBN'],
      ['红楼梦', '曹雪芹', 9787020002207],
      ['初心', '丁捷', null],
    ]);
    expect((await importInto(dataDir, 'books', file('books.xlsx', sheet))).output).toContain('新增 2');
    expect(await counts(dataDir)).toEqual({ books: 2, orgs: 2 });
  });

  it('repeated changes nothing', async () => {
    const again = await importInto(dataDir, 'orgs', file('orgs.csv', orgs));
    expect(again).toMatchObject({ code: 0 });
    expect(again.output).toContain('新增 0，已存在 2');
    expect(await counts(dataDir)).toEqual({ books: 2, orgs: 2 });
  });

  it('with one wrong row among right ones imports nothing and names row and column', async () => {
    const wrong = file('wrong.csv', '书名,作者,ISBN\n活着,余华,9787506365437\n三体,刘慈欣,9787536692931\n');
    const refused = await importInto(dataDir, 'books', wrong);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('第 3 行 · ISBN：“9787536692931” 的校验位不对 → ');
    expect(refused.output).not.toMatch(stackTrace);
    expect(await counts(dataDir)).toEqual({ books: 2, orgs: 2 });
  });

  it('that only the database shows to be wrong imports nothing', async () => {
    const taken = file('taken.csv', '编号,名称,类型,上级编号,邀请码\nN,新支部,支部,C,BRANCH01\nM,另一支部,支部,C,\n');
    const refused = await importInto(dataDir, 'orgs', taken);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('第 2 行 · 邀请码：“BRANCH01” 已被组织 “B” 使用');
    expect(await counts(dataDir)).toEqual({ books: 2, orgs: 2 });
  });

  it('of a second root is refused, also when the file names nothing that is there', async () => {
    const refused = await importInto(dataDir, 'orgs', file('root.csv', '编号,名称,类型,上级编号\nR,另一个,团市委,\n'));
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('第 2 行 · 上级编号：最上级组织只能有一个，已有 “C”');
    expect(await counts(dataDir)).toEqual({ books: 2, orgs: 2 });
  });

  it('tells which sheet it reads and which columns it does not', async () => {
    const sheet = xlsx([
      ['书名', '作者', '备注'],
      ['初心', '丁捷', '好'],
    ]);
    const { output } = await importInto(dataDir, 'books', file('notes.xlsx', sheet), '--dry-run');
    expect(output).toContain('读取工作表 “Sheet1”。');
    expect(output).toContain('没有用到的列：备注');
  });

  it('with --dry-run tells what it would do and does nothing', async () => {
    const ended = await importInto(dataDir, 'books', file('new.csv', '书名,作者\n活着,余华\n'), '--dry-run');
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.output).toContain('可新增 1');
    expect(await counts(dataDir)).toEqual({ books: 2, orgs: 2 });
  });

  it('of the largest file takes seconds', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `第 ${index} 本书,某作者`);
    const started = Date.now();
    const ended = await importInto(dataDir, 'books', file('large.csv', `书名,作者\n${rows.join('\n')}\n`));
    expect(ended.output).toContain('新增 5000');
    printFigures('import of 5,000 books', { seconds: (Date.now() - started) / 1000 });
    expect((await counts(dataDir)).books).toBe(5002);
  });
});

describe('an import into a data folder that a running system holds', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.stop());

  it('goes through that system', async () => {
    const ended = await importInto(stack.dataDir, 'books', file('live.csv', '书名,作者\n活着,余华\n'));
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.output).toContain('写入正在运行的系统');
    expect(await stack.db.books.count({})).toBe(1);
  });

  it('corrects what was entered by hand, says what it changed, and the next time changes nothing', async () => {
    const facts = { title: '三体', author: '刘慈欣', publisher: null, isbn: null };
    await stack.db.books.add(
      bookDocument({ ...facts, title: '三 体' }, 1, { kind: 'entered', memberId: 'm', orgPath: ['C'] }),
    );
    const list = file('trusted.csv', '书名,作者,出版社\n三体,刘慈欣,重庆出版社\n');
    const dry = await importInto(stack.dataDir, 'books', list, '--dry-run');
    const first = await importInto(stack.dataDir, 'books', list);
    const again = await importInto(stack.dataDir, 'books', list);
    expect(dry.output).toContain('可新增 0，已存在 1（可更正 1，不变 0）');
    expect(dry.output).toContain('将更正《三 体》');
    expect(first.output).toContain('新增 0，已存在 1（更正 1，不变 0）');
    expect(first.output).toContain('出版社 “空” → “重庆出版社”');
    expect(again.output).toContain('新增 0，已存在 1（保持不变）');
    expect(again.output).not.toContain('更正书目信息');
    const other = file('other.csv', '书名,作者,出版社\n三体,刘慈欣,别的出版社\n');
    expect((await importInto(stack.dataDir, 'books', other)).output).toMatch(/保持不变；本次不同[^]*“更正书目信息”/);
  });

  it('is refused, unharmed, when that system serves nobody yet', async () => {
    const dataDir = join(folder, 'held');
    const holder = holdFolder(dataDir);
    const ended = await importInto(dataDir, 'books', file('live.csv', '书名,作者\n三体,刘慈欣\n'));
    holder.release();
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.output).toContain('数据目录正被另一个程序使用');
    expect(ended.output).not.toMatch(stackTrace);
    expect((await counts(dataDir)).books).toBe(0);
  });
});

describe('a command line that makes no sense is answered with the usage:', () => {
  it.each([
    [[], '请写明导入什么'],
    [['people', 'a.csv'], '不能导入 “people”'],
    [['books'], '请写明要导入的文件'],
    [['books', 'a.csv', '--data', 'x', '--env', 'y'], '--data 与 --env 只能用一个'],
    [['books', 'demo/books.csv', '--env', 'no-keys'], '需要密钥'],
    [['books', 'demo/books.csv', '--env', ''], '--env 后面没有写环境编号'],
    [['books', 'demo/books.csv', '--data', ''], '--data 后面没有写目录'],
    [['books', 'none.csv'], '找不到文件'],
  ])('%j', async (args, words) => {
    const ended = await runCommand('import', args, { TENCENTCLOUD_SECRETID: '', TENCENTCLOUD_SECRETKEY: '' });
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.output).toContain(words);
    expect(ended.output).not.toMatch(stackTrace);
  });
});
