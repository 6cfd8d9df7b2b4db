import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';

type Expression = (doc: unknown, operand: unknown, options: Options) => unknown;

/** `$indexOfCP`: position in code points, -1 when absent, null for a null string; mingo has none. */
const indexOfCP: Expression = (doc, operand, options) => {
  if (!Array.isArray(operand) || operand.length < 2 || operand.length > 4) {
    throw new Error('Expression $indexOfCP takes at least 2 arguments, and at most 4');
  }
  const [text, search, from = 0, to] = evalExpr(doc, operand, options) as unknown[];
  if (text === null || text === undefined) return null;
  if (typeof text !== 'string') throw new Error('$indexOfCP requires a string as the first argument');
  if (typeof search !== 'string') throw new Error('$indexOfCP requires a string as the second argument');
  const points = [...text];
  const start = position(from, '$indexOfCP');
  const end = Math.min(to === undefined ? points.length : position(to, '$indexOfCP'), points.length);
  if (start > end) return -1;
  const part = points.slice(start, end).join('');
  const at = part.indexOf(search);
  return at < 0 ? -1 : start + [...part.slice(0, at)].length;
};

/** `$substrBytes` and `$substr`: bytes of UTF-8; a negative length means to the end, which mingo refuses. */
const substrBytes: Expression = (doc, operand, options) => {
  if (!Array.isArray(operand) || operand.length !== 3)
    throw new Error('Expression $substrBytes takes exactly 3 arguments.');
  const [value, from, length] = evalExpr(doc, operand, options) as unknown[];
  if (typeof from !== 'number' || typeof length !== 'number') {
    throw new Error('$substrBytes: starting index and length must be numbers');
  }
  if (from < 0) throw new Error('$substrBytes: starting index must be non-negative');
  const bytes = Buffer.from(value === null || value === undefined ? '' : text(value), 'utf8');
  const start = Math.min(Math.trunc(from), bytes.length);
  const end = length < 0 ? bytes.length : Math.min(start + Math.trunc(length), bytes.length);
  if (splits(bytes, start) || splits(bytes, end)) {
    throw new Error('$substrBytes: Invalid range, starting or ending in the middle of a UTF-8 character.');
  }
  return bytes.toString('utf8', start, end);
};

function text(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error('$substrBytes requires a string, number or date');
}

function splits(bytes: Buffer, at: number): boolean {
  return at < bytes.length && ((bytes[at] as number) & 0xc0) === 0x80;
}

function position(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new Error(`${name} requires a non-negative integer`);
  return value;
}

/** Replacements for expression operators where mingo 7.2 differs from MongoDB. */
export const correctedExpressions: Record<string, Expression> = {
  $indexOfCP: indexOfCP,
  $substrBytes: substrBytes,
  $substr: substrBytes,
};
