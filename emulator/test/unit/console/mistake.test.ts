import fc from 'fast-check';
import { lineAt, mistakeAt } from '../../../src/console/page/mistake';

test('whatever JSON can write has no mistake, indented or not', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      expect(mistakeAt(JSON.stringify(value, null, indent))).toBeUndefined();
    }),
  );
});

test('a text has a mistake exactly when JSON.parse refuses it', () => {
  const pieces = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', '.5', 'true', ' ', '\n', '"'));
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      let refused = false;
      try {
        JSON.parse(text);
      } catch {
        refused = true;
      }
      expect(mistakeAt(text) !== undefined).toBe(refused);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['{\n  "a": \n}', 3],
  ['{\n  "a": 1\n  "b": 2\n}', 3],
  ['{\n  a: 1\n}', 2],
  ['{"a": 1}\n\nx', 3],
  ['', 1],
])('the mistake in %j is on line %i', (text, line) => {
  expect(lineAt(text, mistakeAt(text) ?? -1)).toBe(line);
});
