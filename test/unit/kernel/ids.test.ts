import fc from 'fast-check';
import { deriveCode, deriveId, randomId } from '../../../cloudfunctions/kernel/ids';

const idPattern = /^[A-Za-z0-9_-]{20,40}$/;

describe('ids', () => {
  it('derives the same id from the same parts, so that a command sent twice makes one document', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        expect(deriveId('e', ...parts)).toBe(deriveId('e', ...parts));
        expect(deriveId('e', ...parts)).toMatch(idPattern);
      }),
    );
  });

  it('derives another id when any part differs, however the parts are cut', () => {
    expect(deriveId('e', 'ab', 'c')).not.toBe(deriveId('e', 'a', 'bc'));
    expect(deriveId('e', 'a', '')).not.toBe(deriveId('e', 'a'));
    expect(deriveId('e', 'a')).not.toBe(deriveId('f', 'a').replace('f_', 'e_'));
  });

  it('makes random ids that do not repeat', () => {
    const made = Array.from({ length: 2000 }, () => randomId('m'));
    expect(new Set(made).size).toBe(made.length);
    for (const id of made) expect(id).toMatch(idPattern);
  });

  it('derives codes that are read aloud without mistaking one character for another', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 8 }), (part, length) => {
        const code = deriveCode(length, part);
        expect(code).toHaveLength(length);
        expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]+$/);
        expect(deriveCode(length, part)).toBe(code);
      }),
    );
  });
});
