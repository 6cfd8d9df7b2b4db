import { catalogueId } from '../../cloudfunctions/domains/book/identity';
import type { Tone } from '../../contract/constants';
import { normaliseIsbn, toIsbn13 } from '../../contract/isbn';
import { optionalText, text } from '../../contract/shared/values';
import { RowCheck } from './cell';
import { columnsOf } from './columns';
import type { Checked, Problem, Table } from './table';

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
  const cell = columnsOf(table, columns);
  const problems: Problem[] = [];
  const rows: BookRow[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const check = new RowCheck(row, problems);
    const title = check.parse('书名', cell(row, 'title'), schemas.title, '填写完整书名');
    const author = check.parse('作者', cell(row, 'author'), schemas.author, '填写作者；多人时写第一作者');
    const publisher = check.parse('出版社', cell(row, 'publisher'), schemas.publisher, '缩短或留空');
    const isbn = checkIsbn(check, cell(row, 'isbn'));
    const category = cell(row, 'category');
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
    if (first === undefined) seen.set(key, row.line);
    else check.wrong('', `与第 ${first} 行是同一本书`, '删去其中一行');
    rows.push({ line: row.line, title, author, publisher: publisher || null, isbn, tone: categoryTones[category] });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows };
}

/** ISBN-13, null for an empty cell, `undefined` after noting what is wrong. */
function checkIsbn(check: RowCheck, value: string): string | null | undefined {
  if (value === '') return null;
  const digits = normaliseIsbn(value.normalize('NFKC'));
  const isbn = toIsbn13(digits);
  if (isbn !== undefined) return isbn;
  const shown = value.slice(0, 20);
  if (/E\+/i.test(value)) {
    check.wrong('ISBN', `“${shown}” 被表格软件变成了科学计数法`, '把整列设为 “文本” 后重新填写');
  } else if (/^(\d{9}[\dX]|\d{13})$/.test(digits)) {
    check.wrong('ISBN', `“${shown}” 的校验位不对`, '对照书背面的条码核对；没有 ISBN 时留空');
  } else {
    check.wrong('ISBN', `“${shown}” 不是 10 位或 13 位的号码`, '对照书背面的条码核对；没有 ISBN 时留空');
  }
  return undefined;
}
