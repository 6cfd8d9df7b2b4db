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
    expect(isbnHint('活着')).toMatchObject({ kind: 'wrong', text: expect.stringContaining('书的背面') as string });
  });
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
