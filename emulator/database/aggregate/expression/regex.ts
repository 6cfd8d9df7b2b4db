import { makeRegex } from '../../ejson';
import { requestFailed } from '../../errors';
import type { Doc } from '../../values';
import type { Operator } from './compile';
import { isNullish, onNamed, text } from './helpers';

/** One match as MongoDB gives it: the position in code points, captures with null for those that took no part. */
function found(match: RegExpExecArray): Doc {
  return {
    match: match[0],
    idx: [...match.input.slice(0, match.index)].length,
    captures: match.slice(1).map((capture: string | undefined) => capture ?? null),
  };
}

/** An operator on `{input, regex, options}`; `nothing` is its result for a null input or expression. */
function onRegex(name: string, nothing: () => unknown, apply: (input: string, regex: RegExp) => unknown): Operator {
  return onNamed(name, ['input', 'regex'], ['options'], (given) => {
    const { input, regex, options } = given;
    if (!isNullish(input)) text(name, input);
    if (isNullish(regex)) return nothing();
    const made = regexOf(name, regex, options);
    return isNullish(input) ? nothing() : apply(input as string, made);
  });
}

function regexOf(name: string, regex: unknown, options: unknown): RegExp {
  if (regex instanceof RegExp) {
    if (isNullish(options)) return regex;
    if (regex.flags !== '') throw requestFailed(`${name}: options were given twice`);
    return makeRegex(regex.source, options);
  }
  return makeRegex(text(name, regex), options ?? '');
}

const findAll = (input: string, regex: RegExp): Doc[] =>
  [...input.matchAll(new RegExp(regex.source, `${regex.flags}g`))].map((match) => found(match));

export const regexes: Readonly<Record<string, Operator>> = {
  $regexMatch: onRegex(
    '$regexMatch',
    () => false,
    (input, regex) => regex.test(input),
  ),
  $regexFind: onRegex(
    '$regexFind',
    () => null,
    (input, regex) => {
      const match = regex.exec(input);
      return match ? found(match) : null;
    },
  ),
  $regexFindAll: onRegex('$regexFindAll', () => [], findAll),
};
