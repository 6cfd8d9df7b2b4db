import fc from 'fast-check';
import { isIsbn13, normaliseIsbn, readIsbn, toIsbn13 } from '../../../contract/isbn';

/** A 13-digit number with its check digit put right. */
const numbered = (twelve: string): string => {
  for (let last = 0; last < 10; last += 1) if (isIsbn13(`${twelve}${last}`)) return `${twelve}${last}`;
  throw new Error('no check digit fits');
};
const isbns = fc
  .tuple(fc.constantFrom('978', '979'), fc.stringMatching(/^\d{9}$/))
  .map(([prefix, nine]) => numbered(prefix + nine))
  .filter((isbn) => toIsbn13(isbn) !== undefined);

it('an ISBN is accepted with its check digit only', () => {
  expect(isIsbn13('9787020002207')).toBe(true);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = [...'9787020002207'];
      digits[at] = String((Number(digits[at]) + by) % 10);
      expect(isIsbn13(digits.join(''))).toBe(false);
    }),
  );
});

it('an ISBN of ten digits becomes one of thirteen', () => {
  expect(toIsbn13('0-306-40615-2')).toBe('9780306406157');
  expect(toIsbn13('080442957X')).toBe('9780804429573');
  expect(toIsbn13('978 7 02 000220 7')).toBe('9787020002207');
  for (const bad of ['0306406153', '080442957', '9787020002208', '', 'X804429570'])
    expect(toIsbn13(bad)).toBeUndefined();
  expect(normaliseIsbn('0-8044 2957x')).toBe('080442957X');
});

it('an ISBN is read however it is pasted: any dash, width, label, remark, quote or mark of direction', () => {
  const around = fc.constantFrom(
    ...[
      '%',
      ' % ',
      'ISBN %',
      'ISBN：%',
      'isbn:%',
      'ISBN-13: %',
      'ISBN13 %',
      'ISBN 13：%',
      '书号：%',
      '%（平装）',
      '%(精装)',
      '% [套装]',
    ],
    ...[
      '% : CNY19.00',
      '%：19.00元',
      '\u200e%',
      '\u202a%\u202c',
      '\ufeff%',
      "'%",
      '="%"',
      '＝"%"',
      '…%',
      '%.0',
      '　%　',
      '%\t',
    ],
  );
  const dashes = fc.constantFrom('', '-', ' ', '‐', '‑', '‒', '–', '—', '―', '−', '－', '\u00ad', '\u2002', ' - ');
  const full = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(isbns, around, dashes, fc.boolean(), (isbn, form, dash, wide) => {
      const grouped = [isbn.slice(0, 3), isbn.slice(3, 4), isbn.slice(4, 8), isbn.slice(8, 12), isbn.slice(12)].join(
        dash,
      );
      expect(readIsbn(form.replace('%', wide ? full(grouped) : grouped))).toEqual({ kind: 'isbn', isbn });
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['9771000123456', 'issn'],
  ['ISSN 1000-1234', 'issn'],
  ['1000-123X', 'issn'],
  ['CN 11-1234/G2', 'issn'],
  ['6901234567892', 'goods'],
  ['6991234567895', 'goods'],
  ['10019·1978', 'unified'],
  ['统一书号：10019·1978', 'unified'],
  ['10019.1978', 'unified'],
  ['9.78702E+12', 'rounded'],
  ['9787020024759；9787020002207', 'several'],
  ['978-7-02-002475-9, 978-7-02-000220-7', 'several'],
  ['9787020024759\n9787020002207', 'several'],
  ['9787020024759（上） 9787020002207（下）', 'several'],
  ['978-7-02-002475-9（上），978-7-02-000220-7（下）', 'several'],
  ['9787020024759（另有 7-02-000220-X）', 'several'],
  ['787020024759', 'length'],
  ['9787020024758', 'check'],
  ['7-02-002475-8', 'check'],
  ['不知道', 'letters'],
])('%s is said to be what it is: %s', (text, why) => {
  expect(readIsbn(text)).toMatchObject({
    kind: 'wrong',
    why,
    message: expect.stringMatching(/[\u4e00-\u9fff]/) as string,
  });
});

it.each(['', ' ', '-', '—', '无', '暂无', 'N/A', '/'])('“%s” says that there is no ISBN', (text) => {
  expect(readIsbn(text)).toEqual({ kind: 'none' });
});

it('a dummy number is no book’s: one digit repeated, or counting up or down', () => {
  const dummies = [
    '0000000000',
    '1111111111',
    '123456789X',
    '1234567890',
    '9780000000002',
    '9781234567897',
    '9999999999999',
  ];
  for (const dummy of dummies) {
    expect(toIsbn13(dummy)).toBeUndefined();
    expect(readIsbn(dummy)).toMatchObject({ kind: 'wrong', why: 'dummy' });
  }
  for (let digit = 0; digit < 10; digit += 1)
    expect(toIsbn13(numbered(`978${String(digit).repeat(9)}`))).toBeUndefined();
});

it('any text at all is read without harm, and only a checked number is an ISBN', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d\-XE+.:=；'" ISBN（）元]{0,40}$/));
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readIsbn(text);
      if (reading.kind === 'isbn') expect(isIsbn13(reading.isbn)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('the same number in its older form behind it, a price or a printing date makes no second one', () => {
  for (const remark of [
    '（7-02-002475-0）',
    '(ISBN-13: 978-7-02-002475-9)',
    ' : CNY 39.00',
    '（2019年第20191231次印刷）',
  ]) {
    expect(readIsbn(`9787020024759${remark}`)).toEqual({ kind: 'isbn', isbn: '9787020024759' });
  }
});
