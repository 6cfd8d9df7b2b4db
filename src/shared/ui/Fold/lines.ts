/** A line that more would save is not worth a tap: what is folded shows at least so many lines when it is opened. */
const WORTH = 2;

/** Latin letters, digits and their signs are about half as wide as a Chinese character. */
const NARROW = /[\u0020-\u024f\u2018-\u201d]/;

/** About how many lines a text takes, where one holds `perLine` Chinese characters. */
export function linesOf(text: string, perLine: number): number {
  return text.split('\n').reduce((lines, paragraph) => {
    const width = [...paragraph].reduce((sum, character) => sum + (NARROW.test(character) ? 0.5 : 1), 0);
    return lines + Math.max(1, Math.ceil(width / Math.max(1, perLine)));
  }, 0);
}

/**
 * Whether a text is folded after `shown` lines. Counted, not measured: WeChat cannot say whether a text is cut, and what
 * is known before the first drawing does not jump. A count that is off by a line or two only leaves a text whole.
 */
export const isLong = (text: string, shown: number, perLine: number): boolean =>
  linesOf(text, perLine) >= shown + WORTH;
