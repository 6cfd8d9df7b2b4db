/*
 * Texts that a spreadsheet program would run as a formula, should a cell ever be read without its type: in a CSV, or in
 * a workbook that somebody saves as one. An apostrophe in front marks such a text as text; whatever we write has it, and
 * whatever we read may have it, so that a file that went out comes back as it was.
 */

/** What every object has: the library that writes workbooks looks texts up in one and would find these. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));
const isInherited = (text: string): boolean => inherited.has(text.replace(/^'+/, ''));

const formula = /^[=+\-@\t\r]/;
/** What some program runs: also in full width, as East Asian editions read it, behind spaces, and after a line break. */
const running = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const marked = /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Whether every spreadsheet program takes the text for a formula: so a file that is read may hold one. */
export const isFormula = (text: string): boolean => formula.test(text);

/** The text with the mark, where it needs one or would be taken for a marked one. */
export const neutral = (text: string): string =>
  running.test(text) || marked.test(text) || isInherited(text) ? `'${text}` : text;

/** The text that was marked; `undefined` for one that was not. */
export const unmarked = (text: string): string | undefined =>
  marked.test(text) || (text.startsWith("'") && isInherited(text)) ? text.slice(1) : undefined;
