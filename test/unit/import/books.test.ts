import { checkBooks } from '../../../scripts/import/books';
import { readTable } from '../../../scripts/import/read';
import { isIsbn13 } from '../../../contract/isbn';
import { tableOf } from '../../support/table';

const header = ['书名', '作者', '出版社', 'ISBN', '分类'];

function check(...rows: string[][]) {
  return checkBooks(tableOf([header, ...rows]));
}
function problemsOf(...rows: string[][]) {
  const checked = check(...rows);
  return checked.ok ? [] : checked.problems.map(({ line, column, what }) => `${line} ${column} ${what}`);
}

describe('right rows', () => {
  it('become facts, with ISBN-10 turned into 13 and hyphens dropped', () => {
    expect(
      check(['活着', '余华', '作家出版社', '978-7-5063-6543-7', '文学'], ['红楼梦', '曹雪芹', '', '7-02-000220-X', '']),
    ).toMatchObject({
      ok: true,
      rows: [
        { line: 2, title: '活着', author: '余华', publisher: '作家出版社', isbn: '9787506365437', tone: 'river' },
        { line: 3, title: '红楼梦', author: '曹雪芹', publisher: null, isbn: '9787020002207', tone: undefined },
      ],
    });
  });

  it('may be two editions of one title', () => {
    const rows = [
      ['活着', '余华', '', '9787506365437', ''],
      ['活着', '余华', '', '9787020002207', ''],
    ];
    expect(problemsOf(...rows)).toEqual([]);
  });
});

describe('columns', () => {
  it('are found by other names people use, in any order', () => {
    const table = tableOf([
      ['序号', '书号', '著者', '题 名'],
      ['1', '9787506365437', '余华', '活着'],
    ]);
    expect(checkBooks(table)).toMatchObject({ ok: true, rows: [{ title: '活着', isbn: '9787506365437' }] });
  });

  it.each(['ISBN\u200b', 'ISBN（13位）', ' isbn ', 'ＩＳＢＮ（选填）', 'ISBN-13', '*ISBN：'])(
    '%j is the column ISBN',
    (name) => {
      const checked = checkBooks(
        tableOf([
          ['书名', '作者', name],
          ['活着', '余华', '9787506365437'],
        ]),
      );
      expect(checked).toMatchObject({ ok: true, rows: [{ isbn: '9787506365437' }], unused: [] });
    },
  );

  it.each([
    ['the header again, as on each printed page', ['书名', '作者', '', 'ＩＳＢＮ', '分类（选填）']],
    ['a line of remarks', ['必填', '（必填）', '可空', '13位', '']],
    ['a second line of the header', ['（全称）', '(第一作者)', '', '（不带横线）', '']],
  ])('have names that are no book: %s', (_case, line) => {
    expect(check(line, ['活着', '余华', '', '', ''])).toMatchObject({
      problems: [{ line: 2, column: '', what: '像是列名或填写说明，不是内容', fix: '删去这一行' }],
    });
  });

  it('and a book whose title is such a word, or stands in brackets further down, is a book', () => {
    expect(problemsOf(['书名', '王小波', '', '', ''], ['（无题）', '（佚名）', '', '', ''])).toEqual([]);
  });

  it('that nothing is read from are named', () => {
    const checked = checkBooks(
      tableOf([
        ['序号', '书名', '书名（英文）', '作者', '备\u202e注'],
        ['1', '活着', 'To Live', '余华'],
      ]),
    );
    expect(checked).toMatchObject({ ok: true, rows: [{ title: '活着' }], unused: ['序号', '书名（英文）', '备注'] });
  });

  it('that are missing or there twice are named', () => {
    expect(() => checkBooks(tableOf([['书名', 'ISBN'], ['活着']]))).toThrow('表头缺少 “作者” 列');
    expect(() => checkBooks(tableOf([['书名', '作者', '题名'], ['活着']]))).toThrow('“书名” 出现了 2 次');
  });
});

describe('wrong rows are told by line and column', () => {
  it.each([
    [['', '余华', '', '', ''], '2 书名 没有填写'],
    [['活着', '', '', '', ''], '2 作者 没有填写'],
    [['书'.repeat(81), '余华', '', '', ''], '2 书名 书名最多 80 字，现在 81 字'],
    [['活着', '余华', '社'.repeat(61), '', ''], '2 出版社 出版社最多 60 字，现在 61 字'],
    [['活着', '余华', '', '9787506365438', ''], '2 ISBN “9787506365438” 的校验位不对'],
    [['活着', '余华', '', '978750636543', ''], '2 ISBN “978750636543” 不是 10 位或 13 位的号码'],
    [['活着', '余华', '', '9.78751E+12', ''], '2 ISBN “9.78751E+12” 被表格软件变成了科学计数法'],
    [['活着', '余华', '', '9771000123456', ''], '2 ISBN “9771000123456” 是期刊的刊号（ISSN）'],
    [['活着', '余华', '', '10019·1978', ''], '2 ISBN “10019·1978” 是旧的统一书号'],
    [['活着', '余华', '', '0000000000', ''], '2 ISBN “0000000000” 是占位的号码'],
    [['活着', '余?华', '', '', ''], '2 作者 “余?华” 里的问号多半是丢失的字'],
    [['???', '余华', '', '', ''], '2 书名 “???” 里的问号多半是丢失的字'],
    [['活着', '余华', '', '', '武侠'], '2 分类 没有 “武侠” 这个分类'],
    [['活着', '余华', '', '', 'constructor'], '2 分类 没有 “constructor” 这个分类'],
    [['=HYPERLINK("http://x")', '余华', '', '', ''], '2 书名 以 “=” 开头，会被表格软件当作公式'],
    [['@SUM(A1)', '余华', '', '', ''], '2 书名 以 “@” 开头，会被表格软件当作公式'],
    [['活\ud800着', '余华', '', '', ''], '2 书名 书名里有乱码'],
  ])('%j', (row, problem) => {
    expect(problemsOf(row)).toEqual([problem]);
  });

  it.each(['Who Am I??', '我是谁？', '我是谁?', 'C?'])('but the question in the title %j is none of them', (title) => {
    expect(problemsOf([title, '某人', '', '', ''])).toEqual([]);
  });

  it('a cell that cannot be read, in a column that is read and in no other', () => {
    const fault = { what: 'B2 是错误值 #N/A', fix: '改正公式' };
    const ofColumn = (name: string) =>
      checkBooks(
        tableOf([
          ['书名', '作者', name],
          ['活着', '余华', fault],
        ]),
      );
    expect(ofColumn('备注')).toMatchObject({ ok: true });
    for (const column of ['出版社', 'ISBN', '分类']) {
      expect(ofColumn(column)).toEqual({ ok: false, problems: [{ line: 2, column, ...fault }] });
    }
  });

  it('an ISBN-10 that lost its zero as a number', () => {
    const checked = checkBooks(
      tableOf([
        ['书名', '作者', 'ISBN'],
        ['书', '人', 702000220],
      ]),
    );
    expect(checked).toMatchObject({ ok: false, problems: [{ fix: '把整列设为 “文本” 后重新填写' }] });
  });

  it('every wrong cell of a row is told at once', () => {
    expect(problemsOf(['', '', '', '123', '武侠'])).toHaveLength(4);
  });

  it('the same book twice, by ISBN or by title and author', () => {
    const rows = [
      ['活着', '余华', '', '9787506365437', ''],
      ['《活着》', '余华', '', '978-7-5063-6543-7', ''],
      ['初心', '丁捷', '', '', ''],
      ['初心', '丁捷', '', '', ''],
    ];
    expect(problemsOf(...rows)).toEqual(['3  与第 2 行是同一本书', '5  与第 4 行是同一本书']);
  });

  it('one ISBN on two titles, whose owner is not told to delete a book', () => {
    const rows = [
      ['活着', '余华', '', '9787506365437', ''],
      ['兄弟', '余华', '', '9787506365437', ''],
    ];
    expect(check(...rows)).toMatchObject({
      problems: [
        {
          line: 3,
          what: 'ISBN 与第 2 行《活着》的相同，书名或作者却不同',
          fix: '改正写错的 ISBN；确是同一本书时，删去其中一行',
        },
      ],
    });
  });

  it('what is too long is to be shortened, not completed', () => {
    expect(check(['书'.repeat(81), '余华', '', '', ''])).toMatchObject({ problems: [{ fix: '缩短后再填' }] });
  });
});

it('the list of books we ship is right, every ISBN of it', async () => {
  const checked = checkBooks(await readTable('demo/books.csv'));
  expect(checked.ok).toBe(true);
  const isbns = checked.ok ? checked.rows.flatMap((row) => row.isbn ?? []) : [];
  expect(isbns).toHaveLength(8);
  expect(isbns.every(isIsbn13)).toBe(true);
});
