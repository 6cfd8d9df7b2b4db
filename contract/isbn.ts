/** Digits of an ISBN as people type it, hyphens and spaces dropped. */
export const normaliseIsbn = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** True when a 13-digit ISBN (978 or 979) has the right check digit (ISO 2108). */
export function isIsbn13(text: string): boolean {
  if (!/^97[89]\d{10}$/.test(text)) return false;
  const sum = [...text].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** ISBN-13 of a 10- or 13-digit ISBN, or `undefined` when a check digit is wrong. */
export function toIsbn13(text: string): string | undefined {
  const digits = normaliseIsbn(text);
  if (isIsbn13(digits)) return digits;
  if (!/^\d{9}[\dX]$/.test(digits)) return undefined;
  const sum = [...digits].reduce((total, c, index) => total + (c === 'X' ? 10 : Number(c)) * (10 - index), 0);
  if (sum % 11 !== 0) return undefined;
  const body = `978${digits.slice(0, 9)}`;
  const check = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (check % 10)) % 10}`;
}
