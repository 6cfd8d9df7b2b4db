/*
 * Length as a person counts it: extended grapheme clusters (UAX #29). WeChat's engine has no `Intl.Segmenter`, so the
 * clusters are found by one expression. Left out: Indic conjuncts and Arabic prepended signs, which count a little high.
 */

/** What stands alone and joins nothing: controls, line separators, most format characters. */
const alone = String.raw`(?![\u200d\u200c\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]`;
/** What joins the character before it: combining marks, vowel signs, variation selectors, skin tones, the joiner. */
const joins = String.raw`[\u200d\p{Gr_Ext}\p{EMod}\p{Mc}\u0e33\u0eb3]`;
/** Emoji held together by joiners; the marks before a joiner belong to the emoji before them. */
const emoji = String.raw`\p{ExtPict}(?:[\p{Gr_Ext}\p{EMod}]*\u200d\p{ExtPict})*`;
/** Old Hangul, which no composed syllable can write. */
const jamo = String.raw`[\u1100-\u115f\ua960-\ua97c]*[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*`;

const cluster = new RegExp(
  String.raw`\r\n|${alone}|(?:\p{RI}\p{RI}|${emoji}|(?=[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb])${jamo}|[^])${joins}*`,
  'gu',
);

/** How many characters a person sees: a family emoji, a flag or a letter with its accents is one. */
export const lengthOf = (text: string): number => text.match(cluster)?.length ?? 0;

/** The first so many of them. */
export const beginningOf = (text: string, count: number): string => text.match(cluster)?.slice(0, count).join('') ?? '';
