import { normaliseIsbn, readIsbn } from '@contract/isbn';

/** What to tell somebody who types an ISBN. `isbn` is the 13-digit number when it is right. */
export type IsbnHint =
  | { kind: 'none' }
  | { kind: 'typing'; text: string }
  | { kind: 'right'; text: string; isbn: string }
  | { kind: 'wrong'; text: string };

/** True for text that can only be an ISBN: digits, with at least eight of them, hyphens and a last X allowed. */
export const looksLikeIsbn = (text: string): boolean => /^\d{8,}X?$/.test(normaliseIsbn(text));

/** Feedback while an ISBN is typed: how many digits are missing, then whether the check digit fits. */
export function isbnHint(text: string): IsbnHint {
  const reading = readIsbn(text);
  if (reading.kind === 'none') return reading;
  if (reading.kind === 'isbn') return { kind: 'right', text: '校验位正确', isbn: reading.isbn };
  const digits = normaliseIsbn(text);
  // Ten digits may be a wrong old number or a new one half typed; only a 13-digit one starts with 978 or 979.
  const isNew = /^97[89]/.test(digits);
  const half = digits.length < 13 && (digits.length !== 10 || isNew);
  if (!half || (reading.why !== 'length' && reading.why !== 'check')) return { kind: 'wrong', text: reading.message };
  const missing = (isNew || digits.length > 10 ? 13 : 10) - digits.length;
  return { kind: 'typing', text: `还差 ${missing} 位` };
}

/** What is wrong, to somebody who searches: advice for filling a form in has no place there. */
const wrongInSearch = (text: string): string => `${text.split('；')[0]}；也可以写书名来找`;

/** Whether a text is a book number of before the ISBN (统一书号), such as `10019·2171`. */
const isUnified = (text: string): boolean => {
  const reading = readIsbn(text);
  return reading.kind === 'wrong' && reading.why === 'unified' && /\d/.test(text);
};

/** What to tell somebody who searches by a number. */
export function searchHint(text: string): IsbnHint {
  if (isUnified(text)) return { kind: 'wrong', text: '这是旧的统一书号，书目里没有记它；请写书名或作者来找' };
  if (!looksLikeIsbn(text)) return { kind: 'none' };
  const hint = isbnHint(text);
  return hint.kind === 'wrong' ? { kind: 'wrong', text: wrongInSearch(hint.text) } : hint;
}

/** `978-7-...` would need the publisher ranges; groups of three and four are enough to compare by eye. */
export const groupIsbn = (isbn: string): string =>
  isbn.replace(/^(\d{3})(\d{1})(\d{4})(\d{4})(\d{1})$/, '$1 $2 $3 $4 $5');
