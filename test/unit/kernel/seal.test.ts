import { seal } from '../../../cloudfunctions/kernel/seal';
import { SEAL_KEY } from '../../../contract/deployment';

const keyed = (key: string | undefined) => {
  if (key === undefined) delete process.env[SEAL_KEY];
  else process.env[SEAL_KEY] = key;
  return seal('rostername', '陆清和');
};
afterEach(() => delete process.env[SEAL_KEY]);

it('a seal is the same for the same text under one key, and says nothing under another', () => {
  const one = keyed('a');
  expect(one).toMatch(/^[\w-]{24}$/);
  expect(keyed('a')).toBe(one);
  expect(new Set([one, keyed('b'), keyed(undefined)]).size).toBe(3);
});

it('texts of two kinds, or cut in other places, are never equal', () => {
  expect(seal('a', 'bc')).not.toBe(seal('b', 'bc'));
  expect(seal('a', 'b', 'c')).not.toBe(seal('a', 'bc'));
});
