import { normaliseIsbn } from '@contract/isbn';
import type { ActionInput } from '@contract/registry';
import { isbnHint, looksLikeIsbn } from './isbnHint';

/** A book as it is being typed in. */
export interface NewBook {
  title: string;
  author: string;
  publisher: string;
  isbn: string;
}

/** A form that starts from what was searched for: an ISBN goes to its own field. */
export const newBookFrom = (typed: string): NewBook => {
  const isbn = looksLikeIsbn(typed);
  return { title: isbn ? '' : typed, author: '', publisher: '', isbn: isbn ? normaliseIsbn(typed) : '' };
};

/** Messages by input path for what the server would refuse. */
export function newBookErrors(book: NewBook): Partial<Record<keyof NewBook, string>> {
  const errors: Partial<Record<keyof NewBook, string>> = {};
  if (!book.title.trim()) errors.title = '请填写书名';
  if (!book.author.trim()) errors.author = '请填写作者；没有署名的写“佚名”';
  const isbn = isbnHint(book.isbn);
  if (isbn.kind === 'wrong') errors.isbn = isbn.text;
  if (isbn.kind === 'typing') errors.isbn = `ISBN 不完整，${isbn.text}。不确定可以不填`;
  return errors;
}

/** As sent; fields left empty are left out. */
export function toAddition(book: NewBook): Omit<ActionInput<'book.add'>, 'commandId'> {
  const isbn = isbnHint(book.isbn);
  return {
    title: book.title,
    author: book.author,
    ...(book.publisher.trim() ? { publisher: book.publisher } : {}),
    ...(isbn.kind === 'right' ? { isbn: isbn.isbn } : {}),
  };
}
