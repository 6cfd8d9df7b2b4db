import { groupIsbn, isbnHint, looksLikeIsbn } from '@/features/book/isbnHint';

describe('ISBN feedback while typing', () => {
  it('says nothing about an empty field', () => {
    expect(isbnHint(' ')).toEqual({ kind: 'none' });
  });

  it('counts the digits still missing', () => {
    expect(isbnHint('978-7-5063')).toEqual({ kind: 'typing', text: '还差 5 位' });
    expect(isbnHint('7506365')).toEqual({ kind: 'typing', text: '还差 3 位' });
  });

  it('does not call a half-typed 978 number wrong at ten digits', () => {
    expect(isbnHint('9787506365').kind).toBe('typing');
  });

  it('accepts a right number with hyphens, and a ten-digit one as its thirteen digits', () => {
    expect(isbnHint('978-7-5063-6543-7')).toMatchObject({ kind: 'right', isbn: '9787506365437' });
    expect(isbnHint('7-5063-6543-X')).toMatchObject({ kind: 'right', isbn: '9787506365437' });
  });

  it('finds one wrong digit', () => {
    expect(isbnHint('9787506365438').kind).toBe('wrong');
    expect(isbnHint('7506365433').kind).toBe('wrong');
  });

  it('refuses letters with a hint where the number is', () => {
    expect(isbnHint('活着')).toMatchObject({ kind: 'wrong', text: expect.stringContaining('书背面') as string });
  });
});

it.each([
  ['9771000123456', '期刊'],
  ['6901234567892', '商品条码'],
  ['10019·1978', '统一书号'],
  ['9780000000002', '占位'],
])('%s is said to be what it is, before it is sent', (typed, said) => {
  expect(isbnHint(typed)).toMatchObject({ kind: 'wrong', text: expect.stringContaining(said) as string });
});

it.each(['ISBN 978-7-5063-6543-7', '９７８７５０６３６５４３７', '978–7–5063–6543–7（平装）', '\u200e9787506365437 '])(
  'a number is taken as it is pasted: %s',
  (pasted) => {
    expect(isbnHint(pasted)).toMatchObject({ kind: 'right', isbn: '9787506365437' });
  },
);

it('every beginning of a right number is half typed, never wrong', () => {
  for (let length = 1; length < 13; length += 1) {
    expect([length, isbnHint('9787506365437'.slice(0, length)).kind]).toEqual([length, 'typing']);
  }
});

describe('telling an ISBN from a title', () => {
  it('takes eight digits and more for an ISBN, and a year for a title', () => {
    expect(looksLikeIsbn('97875063')).toBe(true);
    expect(looksLikeIsbn('978-7-5063-6543-7')).toBe(true);
    expect(looksLikeIsbn('1984')).toBe(false);
    expect(looksLikeIsbn('三体 2')).toBe(false);
  });

  it('groups the digits to compare them by eye', () => {
    expect(groupIsbn('9787506365437')).toBe('978 7 5063 6543 7');
  });
});
