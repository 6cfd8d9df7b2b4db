import { bookActions } from '@contract/domains/book/actions';
import { normaliseIsbn } from '@contract/isbn';
import type { ActionInput } from '@contract/registry';
import type { BookRef } from '@contract/shared/book';
import { cleanText } from '@contract/text';
import { problemsOf } from '@/shared/form/problems';
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

/** A form that starts from what the catalogue has. */
export const factsOf = ({ title, author, publisher, isbn }: BookRef): NewBook => ({
  title,
  author,
  publisher: publisher ?? '',
  isbn: isbn ?? '',
});

const order = ['title', 'author', 'publisher', 'isbn'];
const blank = { author: '请填写作者；没有署名的写“佚名”' };

/** Messages by input path for what the server would refuse; the number is read as it is typed. */
export function newBookErrors(book: NewBook): Record<string, string> {
  const errors = problemsOf(bookActions['book.add'].input, toAddition(book), { order, blank });
  const isbn = isbnHint(book.isbn);
  if (isbn.kind === 'wrong') errors.isbn = isbn.text;
  if (isbn.kind === 'typing') errors.isbn = `ISBN 不完整，${isbn.text}。不确定可以不填`;
  return errors;
}

/** As sent; fields left empty are left out. */
export function toAddition(book: NewBook): Omit<ActionInput<'book.add'>, 'commandId'> {
  const isbn = isbnHint(book.isbn);
  const publisher = cleanText(book.publisher);
  return {
    title: cleanText(book.title),
    author: cleanText(book.author),
    ...(publisher ? { publisher } : {}),
    ...(isbn.kind === 'right' ? { isbn: isbn.isbn } : {}),
  };
}
