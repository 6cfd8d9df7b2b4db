import { createHash, randomBytes } from 'node:crypto';
import type { Value } from './port';

const ID_LENGTH = 24;

const digest = (...parts: readonly Value[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest();

/**
 * An id that is always the same for the same parts, such as `deriveId('e', memberId, commandId)`: a command that
 * arrives twice makes the same document. Matches `[A-Za-z0-9_-]+`; 144 bits of it come from the parts.
 */
export const deriveId = (prefix: string, ...parts: readonly string[]): string =>
  `${prefix}_${digest(prefix, ...parts)
    .toString('base64url')
    .slice(0, ID_LENGTH)}`;

/** Covers every one of the parts: 64 hexadecimal digits of SHA-256 over them as JSON. */
export const hashOf = (...parts: readonly Value[]): string => digest(...parts).toString('hex');

/** An id that nobody can guess and that says nothing, 144 bits. */
export const randomId = (prefix: string): string => `${prefix}_${randomBytes(18).toString('base64url')}`;

// Read aloud over the telephone without a mistake: no 0 and O, no 1, I and L, no U and V.
const speakable = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** `length` characters to read aloud, always the same for the same parts. Not unique: never a key. */
export function deriveCode(length: number, ...parts: readonly string[]): string {
  const bytes = digest(...parts);
  return Array.from({ length }, (_, index) => speakable[bytes.readUInt8(index) % speakable.length]).join('');
}

/** A code of this length, to read aloud unless said otherwise, that nobody can guess: every character of the alphabet as likely as every other. */
export function randomCode(length: number, alphabet = speakable): string {
  // Bytes above the last whole multiple would make the first characters likelier.
  const fair = 256 - (256 % alphabet.length);
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < fair && code.length < length) code += alphabet[byte % alphabet.length];
    }
  }
  return code;
}
