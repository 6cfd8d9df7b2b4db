import fc from 'fast-check';
import { beginningOf, lengthOf } from '../../../contract/graphemes';

test('a text cut short is cut between two characters as a person sees them', () => {
  expect(beginningOf('甲👨‍👩‍👧‍👦é𠮷乙', 4)).toBe('甲👨‍👩‍👧‍👦é𠮷');
  expect(beginningOf('', 4)).toBe('');
  expect(lengthOf('')).toBe(0);
});

test('the beginning of any text is its beginning, and never longer than asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, count) => {
      const beginning = beginningOf(text, count);
      expect(text.startsWith(beginning)).toBe(true);
      expect(lengthOf(beginning)).toBe(Math.min(count, lengthOf(text)));
    }),
  );
});
