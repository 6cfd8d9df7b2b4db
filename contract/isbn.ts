import { foldWidth } from './text';

/** What a text is that should be an ISBN. `why` is for those who know better what to do, `message` is for the person. */
export type IsbnReading =
  { kind: 'none' } | { kind: 'isbn'; isbn: string } | { kind: 'wrong'; why: IsbnMistake; message: string };

/** Why a text is no ISBN, each with what to tell. */
const mistakes = {
  dummy: '这是占位的号码，不是真的 ISBN；没有 ISBN 可以不填',
  issn: '这是期刊的刊号（ISSN），不是 ISBN；没有 ISBN 可以不填',
  goods: '这是商品条码，不是 ISBN；ISBN 以 978 或 979 开头',
  unified: '这是旧的统一书号，不是 ISBN；没有 ISBN 可以不填',
  several: '只能填一个 ISBN',
  rounded: '号码被表格软件变成了科学计数法，请对照书背面重新填写',
  check: 'ISBN 校验位不对，请对照书背面的号码核对',
  length: 'ISBN 是 10 位或 13 位的号码，请对照书背面核对',
  letters: 'ISBN 只有数字，在书背面的条码上方',
} as const;
export type IsbnMistake = keyof typeof mistakes;

/** Longest text that is read as an ISBN, with what people write around it. */
export const ISBN_TEXT_MAX = 60;

/** How spreadsheet programs are made to leave a number alone. */
const quotes = /^'|^="?|["']$/g;
const label = /^(?:E-?)?ISBN(?:\s*-?\s*1[03](?=[^\d-]))?\s*[:.：]?\s*|^(?:国际)?标准书号\s*:?\s*|^书号\s*:?\s*/i;
/** Binding and price behind the number: `（平装）`, `: CNY19.00`. */
const remarks = /\s*(?:[([{<【〔「].*|:\s*(?:CNY|RMB|¥|￥|\$)?\s*[\d.]+\s*元?)$/i;
const between = /[\s\p{Pd}\u2212\u30fc\u02d7]/gu;

/** Lines of a cell stay apart, since each may hold a number. */
const folded = (text: string): string => foldWidth(text.slice(0, 4 * ISBN_TEXT_MAX).replace(/[\r\n]+/g, ' '));

/** The core of a text, folded and without label, remarks and quotes; dashes and spaces inside stay. */
const coreOf = (text: string): string =>
  folded(text)
    .replace(quotes, '')
    .trim()
    .replace(label, '')
    .replace(remarks, '')
    .replace(/^[….]+|\.0+$/g, '');

/** Digits of an ISBN as people type or paste it: dashes of any kind, spaces, labels and remarks dropped. */
export const normaliseIsbn = (text: string): string => coreOf(text).replace(between, '').toUpperCase();

/** Check digit of the first twelve digits of an ISBN-13 or another EAN-13 (ISO 2108). */
const check13 = (digits: string): number =>
  (10 - ([...digits.slice(0, 12)].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10)) %
  10;

/** True when a 13-digit ISBN (978 or 979) has the right check digit. */
export const isIsbn13 = (text: string): boolean => /^97[89]\d{10}$/.test(text) && Number(text[12]) === check13(text);

/**
 * Numbers that people type because a program wants one: the nine digits that name country, publisher and title are all
 * the same, or count up or down. No book has one of them, so they must not make two books one.
 */
export function isDummyIsbn(digits: string): boolean {
  const nine = digits.length === 13 ? digits.slice(3, 12) : digits.slice(0, 9);
  return /^(\d)\1+$/.test(digits) || /^(\d)\1{8}$/.test(nine) || /^(?:123456789|012345678|987654321)$/.test(nine);
}

/** ISBN-13 of a 10- or 13-digit ISBN, or `undefined` when it is none, a check digit is wrong or it is a dummy. */
export function toIsbn13(text: string): string | undefined {
  const digits = normaliseIsbn(text);
  if (isDummyIsbn(digits)) return undefined;
  if (isIsbn13(digits)) return digits;
  if (!/^\d{9}[\dX]$/.test(digits)) return undefined;
  const sum = [...digits].reduce((total, c, index) => total + (c === 'X' ? 10 : Number(c)) * (10 - index), 0);
  if (sum % 11 !== 0) return undefined;
  const body = `978${digits.slice(0, 9)}`;
  return `${body}${check13(body)}`;
}

/** True when a remark behind the number holds another one: `9787020002207（上） 9787020002214（下）`. */
const hasAnother = (text: string, isbn: string): boolean =>
  [
    ...folded(text)
      .replace(between, '')
      .toUpperCase()
      .matchAll(/\d{9,12}[\dX]/g),
  ]
    .map(([digits]) => (/^97[89]\d{10}$/.test(digits) ? digits : toIsbn13(digits)))
    .some((other) => other !== undefined && other !== isbn);

function mistakeOf(core: string, digits: string): IsbnMistake {
  if (/^(?:ISSN|CN\s*\d\d-\d{4})/i.test(core) || /^977\d{10}$/.test(digits) || /^\d{4}-\d{3}[\dX]$/i.test(core))
    return 'issn';
  if (/^统一书号/.test(core) || /^\d{4,5}\s*[·•・‧.]\s*\d{1,5}$/.test(core)) return 'unified';
  if (/\dE\+?\d/i.test(core)) return 'rounded';
  if (/\d{9}[\dX]\D+\d{9}/i.test(core.replace(/[\p{Pd}\u2212]/gu, ''))) return 'several';
  if (/^69\d{11}$/.test(digits)) return 'goods';
  if (/^\d{9,13}X?$/.test(digits) && isDummyIsbn(digits)) return 'dummy';
  if (!/^\d+X?$/.test(digits)) return 'letters';
  return /^(?:\d{9}[\dX]|97[89]\d{10})$/.test(digits) ? 'check' : 'length';
}

/** Reads what somebody typed or a list has where an ISBN belongs; 无 and the like say that there is none. */
export function readIsbn(text: string): IsbnReading {
  const core = coreOf(text);
  const digits = core.replace(between, '').toUpperCase();
  if (/^(?:|无|暂无|没有|无书号|不详|\/|N\/?A)$/.test(digits)) return { kind: 'none' };
  const isbn = toIsbn13(digits);
  if (isbn !== undefined && !hasAnother(text, isbn)) return { kind: 'isbn', isbn };
  const why = isbn === undefined ? mistakeOf(core, digits) : 'several';
  return { kind: 'wrong', why, message: mistakes[why] };
}
