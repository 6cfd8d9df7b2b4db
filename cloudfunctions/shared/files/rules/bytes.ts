import { broken } from './fault';

/** The bytes from a place as text of Latin 1, shorter at the end. */
export const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** A byte; broken where there is none. */
export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? broken();

/** A number of so many bytes, the highest first; broken where there are not so many. */
export function bigEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + byteAt(bytes, at + index);
  return value;
}

/** The same, the lowest first. */
export function littleEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + byteAt(bytes, at + index);
  return value;
}

/** A piece that must be there whole. */
export const pieceAt = (bytes: Uint8Array, from: number, to: number): Uint8Array =>
  to <= bytes.length ? bytes.subarray(from, to) : broken();

/** Pieces one after another. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
