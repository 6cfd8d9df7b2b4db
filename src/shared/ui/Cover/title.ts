import { beginningOf, lengthOf } from '@contract/graphemes';

/** Characters in one column of a label, and columns, that can still be read on the smaller cover. */
const COLUMN = 7;
const COLUMNS = 4;
/** So few are set larger. */
const FEW = 5;

/** A subtitle after a colon or in brackets would crowd the label; the full title stands beside every cover anyway. */
const mainTitle = (title: string): string => title.split(/[：:（(]/)[0]?.trim() || title;

export interface Label {
  text: string;
  /** Characters in a column; the columns of a long title are about equally long. */
  rows: number;
  /** `few`: a short title, larger; `words`: written in letters, which lie on their side as on a Western spine. */
  set: 'few' | 'many' | 'words';
}

/** How a title is set on a cover's label (题签). */
export function labelOf(title: string): Label {
  const main = mainTitle(title);
  if (/[A-Za-z\u00c0-\u024f]{2}/.test(main)) return { text: cut(main, 3 * COLUMN * 2), rows: COLUMN, set: 'words' };
  const text = cut(main, COLUMN * COLUMNS);
  const length = lengthOf(text);
  if (length <= FEW) return { text, rows: length, set: 'few' };
  return { text, rows: Math.ceil(length / Math.ceil(length / COLUMN)), set: 'many' };
}

const cut = (text: string, most: number): string =>
  lengthOf(text) <= most ? text : `${beginningOf(text, most - 1).trimEnd()}…`;

/** The character that stands for a book where there is room for one: the first of its title that is no sign. */
export const markOf = (title: string): string =>
  beginningOf(title.replace(/^[^\p{L}\p{N}]+/u, '') || title, 1).toUpperCase();

/**
 * What a cover that can be tapped is called: the words on it, which somebody may speak to the phone, and the whole title
 * where the label has only its beginning.
 */
export function coverName(title: string, author: string): string {
  const { text } = labelOf(title);
  return text === title ? `${title} ${author}` : `${text} ${author}，《${title}》`;
}
