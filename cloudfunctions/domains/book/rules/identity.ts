import { isDummyIsbn } from '../../../../contract/isbn';
import { deriveId } from '../../../kernel/ids';

/*
 * What makes two entries one book (docs/adr/0009). Ways of typing fold; what tells books apart stays: the volume where
 * volumes share an ISBN, the plus signs of C++, the dash between the digits of 第1-2册.
 */

export interface Identified {
  title: string;
  author: string;
  isbn: string | null;
}

/** Runs of letters, digits and Chinese characters, in one width and one case; the rest is only between them. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{VS}/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words run together: what a text is searched by. */
export const plain = (text: string): string => wordsOf(text).join('');

/** Signs that change which book it is: C++ and C#, R&D, 100%, 1=1. Brackets made of < and > only frame. */
const telling = /[\p{Sc}+#&%@*=±×÷∞≠≤≥∑√∫]/u;

/** A title for telling whether two are the same: the words, the telling signs, and a mark wherever digits are apart. */
export function titleKey(title: string): string {
  const text = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{VS}/gu, '');
  let key = '';
  let gap = '';
  for (const character of text) {
    if (telling.test(character)) [key, gap] = [key + character, ''];
    else if (!/[\p{L}\p{M}\p{N}]/u.test(character)) gap += character;
    else {
      const [before] = [...key].slice(-1);
      const apart = gap !== '' && /\p{N}/u.test(before ?? '') && /\p{N}/u.test(character);
      // .NET begins with its dot; everywhere else a dot is one more separator.
      const dotted = gap.endsWith('.') && /[a-z]/.test(character) && !/[a-z\d]/.test(before ?? '');
      key += `${apart ? (gap === '.' ? '.' : '-') : dotted ? '.' : ''}${character}`;
      gap = '';
    }
  }
  // A title of nothing but signs, such as 《？》, is told apart by them.
  return key || title;
}

const authorKey = (author: string): string => plain(author) || author;

const numerals = '零一二三四五六七八九';
/** 1 to 99 in Chinese or Arabic digits. */
function numberOf(text: string): string {
  if (/^\d+$/.test(text)) return String(Number(text));
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  return String(numerals.indexOf(tens || '一') * 10 + numerals.indexOf(ones || '零'));
}

const NUMBER = String.raw`\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]`;
const UNIT = '[册卷部集辑编篇]';
const volumes = [
  // 上册, 中卷, 上下册; （上）; 红楼梦 上
  String.raw`([上中下]{1,3})${UNIT}(?!分)`,
  String.raw`[([【〔]([上中下]{1,3})[)\]】〕]`,
  String.raw`[\s·・:,，、—-]([上中下])$`,
  // 第三卷, 第1-2册; 卷三; （二）; vol. 3
  String.raw`第?(?<=第|[\s·・:,，、(（—-])((?:${NUMBER})(?:\s*[-—–~、至]\s*(?:${NUMBER}))?)${UNIT}(?!分)`,
  String.raw`(?<=^|[\s·・:,，、([【〔—-])卷(${NUMBER})`,
  String.raw`[([【〔](${NUMBER})[)\]】〕]`,
  String.raw`\bvol(?:ume)?\.?\s*(\d{1,3})\b`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** Which volume a title names, such as `上` or `3`; empty for a whole work. */
export function volumeOf(title: string): string {
  const text = title.normalize('NFKC').toLowerCase().trim();
  const found = volumes.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index + match[0].length, mark: match[1] as string })),
  );
  const marks = found
    .sort((a, b) => a.at - b.at)
    .map(({ mark }) =>
      /^[上中下]/.test(mark)
        ? mark
        : mark
            .split(/\s*[-—–~、至]\s*/u)
            .map(numberOf)
            .join('-'),
    );
  return marks.join('/');
}

/** The ISBN, unless it is a dummy: that names no book. */
const usable = (isbn: string | null): string | null => (isbn === null || isDummyIsbn(isbn) ? null : isbn);

/** By the ISBN, and the volume where the title names one, since some sets share an ISBN; else by title and author. */
export function identityOf({ isbn, title, author }: Identified): string[] {
  const number = usable(isbn);
  if (number === null) return ['title', titleKey(title), authorKey(author)];
  const volume = volumeOf(title);
  return volume === '' ? ['isbn', number] : ['isbn', number, volume];
}

/** How it was told before signs and volumes counted; stored ids may still be of this kind. */
export const formerIdentityOf = ({ isbn, title, author }: Identified): string[] =>
  isbn === null ? ['title', plain(title) || title, authorKey(author)] : ['isbn', isbn];

/** Id of a book in the catalogue: the same book entered twice is one. */
export const catalogueId = (facts: Identified): string => deriveId('b', ...identityOf(facts));

/** Id of a book that a member added for himself: no other member's, and not the catalogue's. */
export const privateId = (facts: Identified, memberId: string): string =>
  deriveId('b', 'private', memberId, ...identityOf(facts));

/** Ids under which the book may be stored. The document's own facts decide whether it is: see `isSameBook`. */
export const possibleIds = (facts: Identified, memberId?: string): string[] => {
  const parts = [identityOf(facts), formerIdentityOf(facts)];
  const owned = memberId === undefined ? [] : parts.map((part) => deriveId('b', 'private', memberId, ...part));
  return [...new Set([...parts.map((part) => deriveId('b', ...part)), ...owned])];
};

/** The term by which a book is found whatever its id, since a correction leaves the id alone. */
export const identityTerm = (facts: Identified): string => `#${catalogueId(facts)}`;

export const isSameBook = (one: Identified, other: Identified): boolean => identityTerm(one) === identityTerm(other);

/** Another id for a book whose own is taken by a document that was corrected to be a different book. */
export const spareId = (id: string): string => deriveId('b', 'spare', id);
