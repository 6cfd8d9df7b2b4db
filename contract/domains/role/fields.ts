import type { TextRule } from '../../text';
import { CLAIM_ALPHABET, CLAIM_LENGTH } from './constants';

export const claimField: TextRule = { name: '认领码', max: 40 };

/** A claiming code as it is compared: capitals, nothing between them. */
export const foldClaim = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

/** Whether it can be one at all. */
export const isClaim = (typed: string): boolean => {
  const folded = foldClaim(typed);
  return folded.length === CLAIM_LENGTH && [...folded].every((sign) => CLAIM_ALPHABET.includes(sign));
};
