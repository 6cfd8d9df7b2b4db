/** Control characters must be escaped in JSON. */
const TEXT = String.raw`"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const STRING = new RegExp(TEXT, 'uy');
const SCALAR = new RegExp(`${TEXT}|${NUMBER}|true|false|null`, 'uy');

/**
 * Where a text stops being JSON: the offset of the first character that cannot stand there, or `undefined` when the
 * text is JSON. Browsers name the place in some messages only, and each in its own way.
 */
export function mistakeAt(text: string): number | undefined {
  let at = 0;
  const space = (): void => {
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1;
  };
  const take = (character: string): boolean => {
    space();
    const found = text.charAt(at) === character;
    if (found) at += 1;
    return found;
  };
  const match = (pattern: RegExp): boolean => {
    space();
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const list = (end: string, item: () => boolean): boolean => {
    if (take(end)) return true;
    do if (!item()) return false;
    while (take(','));
    return take(end);
  };
  const value = (): boolean => {
    if (take('{')) return list('}', () => match(STRING) && take(':') && value());
    if (take('[')) return list(']', value);
    return match(SCALAR);
  };
  const whole = value();
  space();
  return whole && at === text.length ? undefined : at;
}

/** The line of an offset, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
