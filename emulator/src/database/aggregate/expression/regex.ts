import { makeRegex } from '../../values/ejson';
import { requestFailed } from '../../errors';
import { searchFor } from '../../query/regex';
import type { Doc } from '../../values/values';
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

function findAll(input: string, regex: RegExp): Doc[] {
  const each = new RegExp(regex.source, `${regex.flags}g`);
  const search = searchFor(each);
  const all: Doc[] = [];
  for (let match = search(input); match; match = search(input)) {
    all.push(found(match));
    // An empty match is found again for ever unless the search goes on behind the next character.
    if (match[0] === '') each.lastIndex += (input.codePointAt(each.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return all;
}

export const regexes: Readonly<Record<string, Operator>> = {
  $regexMatch: onRegex(
    '$regexMatch',
    () => false,
    (input, regex) => searchFor(regex)(input) !== null,
  ),
  $regexFind: onRegex(
    '$regexFind',
    () => null,
    (input, regex) => {
      const match = searchFor(regex)(input);
      return match ? found(match) : null;
    },
  ),
  $regexFindAll: onRegex('$regexFindAll', () => [], findAll),
};
