import { catalogueId, isSameBook } from '../../cloudfunctions/domains/book/rules/identity';
import type { Tone } from '../../contract/domains/book/constants';
import { optionalText, text } from '../../contract/shared/values';
import { RowCheck } from '../../cloudfunctions/shared/sheets/rules/cell';
import { columnsOf } from '../../cloudfunctions/shared/sheets/rules/columns';
import { checkIsbn } from './isbn';
import type { Checked, Fault, Problem, Table } from '../../cloudfunctions/shared/sheets/rules/table';

export interface BookRow {
  line: number;
  title: string;
  author: string;
  publisher: string | null;
  isbn: string | null;
  /** By category, where the file has one. */
  tone: Tone | undefined;
}

/** Ink tones of the covers by category (分类), so that a shelf shows at a glance what it is made of. */
const categoryTones: Record<string, Tone> = {
  思想理论: 'ink',
  修身: 'plum',
  历史: 'ochre',
  文学: 'river',
  文化: 'clay',
  社会经济: 'bamboo',
  科学: 'bamboo',
};

const columns = {
  title: { names: ['书名', '题名', '名称', '图书名称', 'title'], required: true },
  author: { names: ['作者', '著者', '责任者', '作者译者', 'author'], required: true },
  publisher: { names: ['出版社', '出版者', '出版单位', 'publisher'], required: false },
  isbn: { names: ['ISBN', 'ISBN号', '书号', '国际标准书号', 'ISBN13'], required: false },
  category: { names: ['分类', '类别', '门类', 'category'], required: false },
} as const;

const schemas = { title: text(80, '书名'), author: text(60, '作者'), publisher: optionalText(60, '出版社') };

/** Rows of a list of books: each checked, and checked against each other. */
export function checkBooks(table: Table): Checked<BookRow> {
  const { cell, heading, unused } = columnsOf(table, columns);
  const problems: Problem[] = [...table.problems];
  const rows: BookRow[] = [];
  const seen = new Map<string, BookRow>();
  for (const row of table.rows) {
    const check = new RowCheck(row, problems);
    if (check.fails('', heading(row))) continue;
    const read = (key: keyof typeof columns) => check.text(columns[key].names[0], cell(row, key));
    const title = check.parse('书名', read('title'), schemas.title, '填写完整书名');
    const author = check.parse('作者', read('author'), schemas.author, '填写作者；多人时写第一作者');
    const publisher = check.parse('出版社', read('publisher'), schemas.publisher, '缩短或留空');
    const isbn = checkIsbn(check, cell(row, 'isbn'));
    const category = check.word('分类', cell(row, 'category'));
    if (category && !Object.hasOwn(categoryTones, category)) {
      check.wrong(
        '分类',
        `没有 “${category.slice(0, 20)}” 这个分类`,
        `留空，或用：${Object.keys(categoryTones).join('、')}`,
      );
    }
    if (title === undefined || author === undefined || publisher === undefined || isbn === undefined) continue;
    // Two editions of one title have two ISBNs and are two books.
    const key = catalogueId({ title, author, isbn });
    const first = seen.get(key);
    const tone = category === undefined ? undefined : categoryTones[category];
    const book = { line: row.line, title, author, publisher: publisher || null, isbn, tone };
    rows.push(book);
    if (first === undefined) seen.set(key, book);
    else check.fails('', sameBook(first, book));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows, unused };
}

/** Why two rows cannot both be imported. Where their titles differ, the number may be the wrong one. */
function sameBook(first: BookRow, { title, author }: BookRow): Fault {
  if (isSameBook({ ...first, isbn: null }, { title, author, isbn: null })) {
    return { what: `与第 ${first.line} 行是同一本书`, fix: '删去其中一行' };
  }
  return {
    what: `ISBN 与第 ${first.line} 行《${first.title}》的相同，书名或作者却不同`,
    fix: '改正写错的 ISBN；确是同一本书时，删去其中一行',
  };
}
