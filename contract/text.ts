import { lengthOf } from './graphemes';

/*
 * What may be typed, the same on both sides (docs/adr/0009): `cleanText` mends what carries nothing, `textProblem` names
 * what cannot be mended, in words for the person who typed it.
 */

/** What a text field takes. */
export interface TextRule {
  /** What the person calls it, such as 书名. */
  name: string;
  /** Most characters, as a person counts them. */
  max: number;
  /** May be left empty. */
  optional?: boolean;
  /** May have line breaks. */
  multiline?: boolean;
}

/** Line ends of every kind, and the separators that Word and old printers left behind. */
const lineEnds = /\r\n?/g;
const separators = /[\v\f\u0085\u2028\u2029]/g;
/** Controls but tab and line feed, and characters without width that nothing is joined or directed by. */
const carriesNothing = /(?![\t\n])[\p{Cc}\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Joiners before or after a Chinese character, a Latin letter or a digit, which join nothing there; emoji and Uyghur keep theirs. */
const joinersBefore = /[\u200c\u200d]+([\p{Script=Han}\p{Script=Latin}0-9])?/gu;
/** The character with all that follows it of marks and joiners: without looking behind, which older phones cannot. */
const joinersAfter = /[\p{Script=Han}\p{Script=Latin}0-9][\p{M}\u200c\u200d]+/gu;
const joiners = /[\u200c\u200d]+/g;
const withoutIdleJoiners = (text: string): string =>
  text
    .replace(joinersBefore, (part, letter?: string) => letter ?? part)
    .replace(joinersAfter, (part) => part.replace(joiners, ''));

/** Overrides keep their place even at an edge, so that they are seen and refused. */
const leading = /^(?:(?![\u202b\u202d\u202e\u2067\u2068])[\s\p{DI}\u2800])+/u;
/** Unlike at the beginning, variation selectors and tags stay: they belong to what they follow. */
const trailing = /[\s\u061c\u115f\u180e\u200b-\u200f\u202a\u202c\u2066\u2069\u2800\u3164\uffa0]/;

const visible = /[^\p{DI}\p{M}\p{Z}\p{Cc}\p{Cf}\p{Cs}\u2800\u{1d159}]/u;
const overrides = /[\u202a-\u202e\u2066-\u2069]/;
/** What a failed decoding leaves: the replacement character, half a surrogate pair, no character at all. */
const broken = /[\ufffd\p{Cs}\p{NChar}]/u;

/** Beyond letters with two units each there is room for a few long emoji, and an end to combining marks. */
const SPARE_UNITS = 100;
/** UTF-16 units that a text of so many characters may take. */
export const unitsFor = (max: number): number => 2 * max + SPARE_UNITS;

function trimmed(text: string): string {
  const rest = text.replace(leading, '');
  let end = rest.length;
  // From the end by hand: an expression would try every run of spaces inside as well.
  while (end > 0 && trailing.test(rest.charAt(end - 1))) end -= 1;
  return rest.slice(0, end);
}

/**
 * The text as it is stored: composed (NFC), with line feeds only, without what carries nothing, trimmed of whatever is
 * invisible; empty when nothing of it can be seen. In one line, separators other than line breaks become spaces.
 */
export function cleanText(raw: string, multiline = false): string {
  const lined = raw.replace(lineEnds, '\n').replace(separators, multiline ? '\n' : ' ');
  const kept = (multiline ? lined : lined.replace(/\t/g, ' ')).replace(carriesNothing, '');
  // Composed before, so that a letter and its mark count as one, and after, where a joiner stood between them.
  const text = trimmed(withoutIdleJoiners(kept.normalize('NFC')).normalize('NFC'));
  return visible.test(text) ? text : '';
}

/** What is wrong with a text that was cleaned, in Chinese; `undefined` when it can be stored. */
export function textProblem(text: string, { name, max, optional, multiline }: TextRule): string | undefined {
  if (text === '') return optional ? undefined : `请填写${name}`;
  if (broken.test(text)) return `${name}里有乱码，请重新填写`;
  if (overrides.test(text)) return `${name}里有改变文字方向的隐藏符号，请手工重新填写`;
  if (!multiline && text.includes('\n')) return `${name}只能写一行，请去掉换行`;
  const length = lengthOf(text);
  if (length > max) return `${name}最多 ${max} 字，现在 ${length} 字`;
  return text.length > unitsFor(max) ? `${name}里叠加的符号太多，请删去一些` : undefined;
}

/** Cleans a typed text and says what is wrong with it, if anything. */
export function readText(raw: string, rule: TextRule): { text: string; problem: string | undefined } {
  // Far longer than could be right is not looked at closer: composing endless marks is slow.
  if (raw.length > 4 * unitsFor(rule.max)) return { text: raw, problem: `${rule.name}最多 ${rule.max} 字，请精简` };
  const text = cleanText(raw, rule.multiline);
  return { text, problem: textProblem(text, rule) };
}

/** Codes and numbers as people paste them: in one width, without anything invisible. Only for texts of bounded length. */
export const foldWidth = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\p{DI}\p{Cc}]/gu, '')
    .trim();

/** Longest text that is read as a join code, with what people paste around it. */
const CODE_TEXT_MAX = 200;
/** The code within what was said with it, such as a whole invitation. */
const spokenCode = /邀请码[是为]?[:"“]*([A-Z0-9]+)/;

/**
 * A join code as people paste it from a chat: any width, case, dashes and spaces, with the words around it. Of anything
 * longer nothing is left: composing endless marks takes seconds, and everybody in WeChat may send a code.
 */
export function foldJoinCode(raw: string): string {
  const text = foldWidth(raw.length > CODE_TEXT_MAX ? '' : raw)
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .toUpperCase();
  return spokenCode.exec(text)?.[1] ?? text;
}

/** What a join code looks like once it is folded. */
export const joinCodePattern = /^[A-Z0-9]{6,12}$/;
export const JOIN_CODE_PROBLEM = '邀请码是 6 到 12 位字母和数字';
