import fc from 'fast-check';
import * as v from 'valibot';
import { lengthOf } from '../../../contract/graphemes';
import { joinCode, optionalText, text, textOf } from '../../../contract/shared/values';
import { cleanText, foldJoinCode, foldWidth, readText, unitsFor } from '../../../contract/text';

const name = { name: '姓名', max: 20 };
const note = { name: '心得', max: 500, multiline: true, optional: true };
const read = (raw: string, rule: Parameters<typeof readText>[1] = name) => readText(raw, rule);

/** Segments in Node, which WeChat's engine lacks. */
const segments = (value: string) => [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(value)].length;

/** Everything that has gone wrong in a text field so far, to be mixed at will. */
const pieces = fc.constantFrom(
  ...[
    '围城',
    '𠮷',
    'é',
    'e\u0301',
    'C++',
    '👨‍👩‍👧‍👦',
    '👍🏽',
    '❤️',
    '🇨🇳',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '1️⃣',
    '한',
    'ำ',
    'سەي',
    '\u200c',
    '\u200d',
    '\u200e',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\v',
    '\f',
    '\u0085',
    '\u2028',
    '\u2029',
    ' ',
    '\u3000',
    '\u00a0',
    '\0',
    '\u001b',
    '\u007f',
  ],
  ...[
    '\u200b',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u3164',
    '\u2800',
    '\u0301',
    '\ufe0f',
    '\u202a',
    '\u202c',
    '\u2066',
    '\u2069',
  ],
  ...['\u202e', '\u2067', '\ufffd', '\ud800', '\udc00', '\uffff'],
);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
);

describe('length', () => {
  it('is what a person counts: a rare character, an emoji of many parts or a letter with marks is one', () => {
    for (const one of ['𠮷', '👨‍👩‍👧‍👦', '👩🏽‍🚀', '🇨🇳', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '❤️', 'e\u0301', 'ê̄', '한', 'กำ'])
      expect([one, lengthOf(one)]).toEqual([one, 1]);
    expect([lengthOf(''), lengthOf('围城'), lengthOf('🇨🇳🇨🇳'), lengthOf('a\r\nb')]).toEqual([0, 2, 2, 3]);
  });

  it('is the same as Intl.Segmenter’s, which WeChat’s engine does not have', () => {
    const unit = fc.constantFrom(
      ...[
        '围',
        '𠮷',
        'a',
        'é',
        '\u0301',
        '\u0308',
        '\ufe0f',
        '\u200d',
        '\u20e3',
        '1',
        ' ',
        '\n',
        '\r',
        '\u200b',
        '\u200e',
      ],
      ...[
        '👨',
        '👩',
        '👧',
        '👍',
        '🏽',
        '🏻',
        '❤',
        '🇨',
        '🇳',
        '🏴',
        '\u{e0067}',
        '\u{e007f}',
        '한',
        '글',
        'か',
        '\u3099',
        'ี',
        'ำ',
        'ي',
        'َ',
      ],
    );
    const texts = fc.array(unit, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme-composite' })), (value) => {
        expect(lengthOf(value)).toBe(segments(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('lets eleven rare characters and ten family emoji be a name of at most twenty', () => {
    expect(read('𠮷'.repeat(11))).toEqual({ text: '𠮷'.repeat(11), problem: undefined });
    expect(read('👨‍👩‍👧‍👦'.repeat(10)).problem).toBeUndefined();
    expect(read('𠮷'.repeat(21)).problem).toBe('姓名最多 20 字，现在 21 字');
  });

  it('has an end in storage too: marks without end are refused', () => {
    expect(read(`江${'\u0301'.repeat(150)}`).problem).toBe('姓名里叠加的符号太多，请删去一些');
    expect(read(`江${'\u0301'.repeat(60_000)}`).problem).toBe('姓名最多 20 字，请精简');
    fc.assert(
      fc.property(anything, (raw) => {
        const { text: stored, problem } = read(raw, { name: '书名', max: 5 });
        if (problem === undefined) expect(stored.length).toBeLessThanOrEqual(unitsFor(5));
      }),
    );
  });
});

describe('cleaning', () => {
  it('mends what carries nothing', () => {
    expect(cleanText('\ufeff  围城\u200b\u200e ')).toBe('围城');
    expect(cleanText('围\u200b\u0000城\u00ad')).toBe('围城');
    expect(cleanText('e\u0301')).toBe('é');
    expect(cleanText('第一\t章\v二')).toBe('第一 章 二');
    expect(cleanText('一\r\n二\r三\v四\u2028五\u0085六\f七', true)).toBe('一\n二\n三\n四\n五\n六\n七');
    expect(cleanText('\u202a+86 138 0000 0000\u202c')).toBe('+86 138 0000 0000');
  });

  it('keeps emoji, variation selectors, Uyghur and Mongolian joined', () => {
    for (const whole of ['👨‍👩‍👧‍👦', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '葛\u{e0100}', 'ئەلى\u200cشىر', 'ᠪᠠᠶᠠᠷ\u180eᠠ'])
      expect(cleanText(` ${whole} `)).toBe(whole);
  });

  it.each([
    ['张\u200d三', '张三'],
    ['B\u200c01', 'B01'],
    ['e\u200d\u0301', 'é'],
    ['a\u200d\u0301\u200dي', 'áي'],
    ['سەي\u200cé', 'سەيé'],
    ['ئەلى\u200cشىر', 'ئەلى\u200cشىر'],
    ['👩\u200d🎓', '👩\u200d🎓'],
  ])('%j has joiners where they join something only', (raw, clean) => {
    expect([cleanText(raw), cleanText(raw.normalize('NFD'))]).toEqual(
      [clean, clean].map((text) => text.normalize('NFC')),
    );
  });

  it('is done once: a cleaned text stays as it is, and has one form however it came', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (raw, multiline) => {
        const clean = cleanText(raw, multiline);
        expect(cleanText(clean, multiline)).toBe(clean);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(clean).toBe(clean.trim());
        expect(cleanText(raw.normalize('NFD'), multiline)).toBe(clean);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer for a text of spaces or marks', () => {
    const began = performance.now();
    for (const raw of [
      `a${' '.repeat(60_000)}b`,
      `${'\u200b'.repeat(60_000)}b`,
      `a${'👍\u200d'.repeat(20_000)}`,
      `👍${'\u200d'.repeat(60_000)}👍`,
    ])
      read(raw, { ...note, max: 10_000 });
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('refusing', () => {
  it('what cannot be seen does not count as filled in', () => {
    for (const blank of [
      '',
      '   ',
      '\u3000',
      '\u200b',
      '\u200d\u200d',
      '\ufe0f',
      '\u0301',
      '\u3164',
      '\u2800',
      '\u00ad',
      '\ufeff',
      '\u{e0020}',
      '\u200e\u200f',
      '\u0000',
    ])
      expect([blank, read(blank), read(blank, note)]).toEqual([
        blank,
        { text: '', problem: '请填写姓名' },
        { text: '', problem: undefined },
      ]);
  });

  it('what reverses a line or was decoded wrongly is refused, with what to do', () => {
    for (const turned of ['\u202e城围', '围\u202a城', '围\u2067城\u2069', 'a\u2066b'])
      expect(read(turned).problem).toBe('姓名里有改变文字方向的隐藏符号，请手工重新填写');
    for (const garbled of ['围\ufffd城', 'a\ud800b', 'a\udc00', 'a\uffff', 'a\u{1fffe}'])
      expect(read(garbled, note).problem).toBe('心得里有乱码，请重新填写');
  });

  it('one line has no line break; a note may have', () => {
    expect(read('万历\n十五年').problem).toBe('姓名只能写一行，请去掉换行');
    expect(read('万历\n十五年', note)).toEqual({ text: '万历\n十五年', problem: undefined });
    expect(read('万历十五年\r\n')).toEqual({ text: '万历十五年', problem: undefined });
  });

  it('nothing that is let through is invisible, reversed, broken or too long', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const { text: stored, problem } = read(raw);
        if (problem !== undefined) return;
        expect(stored).toMatch(/[^\s\p{DI}\p{M}\p{C}\u2800]|[\p{Cn}\p{Co}]/u);
        expect(stored).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufffd\n\p{Cc}\p{Cs}]/u);
        expect(segments(stored)).toBeLessThanOrEqual(20);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the contract’s schemas', () => {
  it('store the cleaned text and refuse with the same words', () => {
    expect(v.parse(text(5, '姓名'), ' 小\u200b江 ')).toBe('小江');
    expect(v.parse(textOf({ name: '心得', max: 9, multiline: true }), '一\v二')).toBe('一\n二');
    expect(v.parse(optionalText(5, '出版社'), '\u200b')).toBe('');
    expect(v.safeParse(text(2, '姓名'), '小江城').issues?.[0].message).toBe('姓名最多 2 字，现在 3 字');
    expect(v.safeParse(text(2, '姓名'), 5).issues?.[0].message).toBe('请填写姓名');
  });
});

describe('codes', () => {
  it('are read in any width and case, with what a chat adds', () => {
    for (const pasted of [
      'abcd12',
      ' ＡＢＣＤ１２ ',
      'ABCD-12',
      'ab cd 12',
      '邀请码：ABCD12',
      '邀请码是 abcd12',
      '\u200eABCD12\u202c',
      'ABCD—12',
    ])
      expect(v.parse(joinCode, pasted)).toBe('ABCD12');
    expect(foldWidth('Ａ０１\u200b ')).toBe('A01');
    for (const bad of ['', 'abc', '邀请码', 'ABCD1$', 'A'.repeat(13)])
      expect(v.safeParse(joinCode, bad).success).toBe(false);
  });

  it('are folded once', () => {
    fc.assert(fc.property(anything, (raw) => expect(foldJoinCode(foldJoinCode(raw))).toBe(foldJoinCode(raw))));
  });
});
