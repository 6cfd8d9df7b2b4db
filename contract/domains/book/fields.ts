import { ISBN_TEXT_MAX } from '../../isbn';
import type { TextRule } from '../../text';

export const bookFields = {
  title: { name: '书名', max: 80 },
  author: { name: '作者', max: 60 },
  publisher: { name: '出版社', max: 60, optional: true },
  isbn: { name: 'ISBN', max: ISBN_TEXT_MAX, optional: true },
} as const satisfies Record<string, TextRule>;
