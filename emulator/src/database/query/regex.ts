import { createContext, Script } from 'node:vm';
import { requestFailed } from '../errors';

/** How long the slow searches of one query may take in all. MongoDB's engine gives up after a number of steps instead. */
const LIMIT_MS = 1000;

/** A search below this is not a slow one: the watch itself takes a fifth of a millisecond. */
const SLOW_MS = 10;

/** Steps of backtracking that take no more than some ten milliseconds. */
const FEW_STEPS = 1e7;

export type Search = (text: string) => RegExpExecArray | null;

const realm: { regex?: RegExp; text?: string } = createContext({});
const watched = new Script('regex.exec(text)');

/**
 * A search that refuses an expression when it takes too long: JavaScript's engine would go on for hours over
 * `^(a+)+$`, and the whole emulator with it. Only those texts are watched on which the expression can take many steps.
 * One search serves one query. It throws WireError.
 */
export function searchFor(regex: RegExp): Search {
  const steps = stepsOf(regex.source);
  let left = LIMIT_MS;
  return (text) => {
    if (steps(text.length) < FEW_STEPS) return regex.exec(text);
    realm.regex = regex;
    realm.text = text;
    const started = performance.now();
    try {
      return watched.runInContext(realm, { timeout: Math.max(1, Math.ceil(left)) }) as RegExpExecArray | null;
    } catch {
      throw requestFailed(`Regular expression takes too long: ${regex.source.slice(0, 100)}`);
    } finally {
      const ms = performance.now() - started;
      if (ms > SLOW_MS) left -= ms;
    }
  };
}

/** An upper bound for a text of some length: exponential where a group repeats, else a power by the quantifiers. */
function stepsOf(source: string): (length: number) => number {
  const plain = source.replace(/\\[^1-9k]|\[(?:\\.|[^\]\\])*\]/gu, 'x');
  if (/\)[*+{]|\\/.test(plain)) return (length) => 2 ** length;
  const quantifiers = plain.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0;
  // One more for the places at which a match may start.
  return quantifiers === 0 ? () => 0 : (length) => length ** (quantifiers + 1);
}
