import { readFileSync } from 'node:fs';
import { CITY_WRONG_MAX, CODE_ALPHABET, CODE_LENGTH, WRONG_MAX } from '../../../contract/domains/invitation/constants';
import { actions } from '../../../contract/registry';
import { inRoot } from '../../../scripts/lib/paths';

/* The figures of docs/mechanisms/joining.md, from the constants. */

const HOURS = 24 * 365;
const OPEN = 5000;
const doc = readFileSync(inRoot('docs/mechanisms/joining.md'), 'utf8');
const combinations = CODE_ALPHABET.length ** CODE_LENGTH;
/** Codes that one identity may ask about in an hour, whatever it asks. */
const each = (['invitation.preview', 'invitation.accept', 'me.join'] as const)
  .map((action) => actions[action].limit)
  .map(({ max, windowSec, counted }) => (counted === 'exact' ? (max * 3600) / windowSec : Infinity))
  .reduce((sum, max) => sum + max, 0);
/** Codes that so many identities may ask about in an hour. */
const tries = (identities: number) => Math.min(identities * each, CITY_WRONG_MAX + identities * WRONG_MAX);
const yearly = (identities: number, codes: number, of: number) => (tries(identities) * HOURS * codes) / of;

it('a code has as many bits as the document says, and no character that is mistaken for another', () => {
  expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
  expect(CODE_ALPHABET).not.toMatch(/[01OILUV]/);
  expect(doc).toContain(
    `${CODE_LENGTH} characters of ${CODE_ALPHABET.length}: ${Math.log2(combinations).toFixed(1)} bits`,
  );
});

it('tries are as many as the document says', () => {
  expect(doc).toContain(`| ${each} codes: ${actions['invitation.preview'].limit.max} looked at`);
  expect(doc).toContain(`| ${CITY_WRONG_MAX} wrong codes; from then on whoever has given ${WRONG_MAX} wrong ones`);
});

it('the chance in a year is what the document says, and next to nothing', () => {
  expect(doc).toContain(`one identity     | ${yearly(1, OPEN, combinations).toExponential(1)}`);
  expect(doc).toContain(`do nothing else        | ${yearly(1000, OPEN, combinations).toExponential(1)}`);
  expect(yearly(1000, OPEN, combinations)).toBeLessThan(1e-6);
});

it('standing codes are as weak as the document says', () => {
  const six = 36 ** 6;
  expect(doc).toContain(
    `a chance of ${Math.round(yearly(1, 939, six) * 100)} %, and 1,000 identities find ${Math.round(yearly(1000, 939, six))}`,
  );
});
