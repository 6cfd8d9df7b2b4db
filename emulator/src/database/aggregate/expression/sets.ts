import { requestFailed } from '../../errors';
import { compareValues, equalValues } from '../../values/values';
import type { Operator } from './compile';
import { array, isNullish, isTrue, nullable, onValues } from './helpers';

/** Different elements, in the order of values. */
function distinct(elements: readonly unknown[]): unknown[] {
  return [...elements]
    .sort(compareValues)
    .filter((element, i, sorted) => i === 0 || !equalValues(element, sorted[i - 1]));
}

const has = (set: readonly unknown[], value: unknown): boolean => set.some((element) => equalValues(element, value));

const all = onValues('$allElementsTrue', [1, 1], (list) => array('$allElementsTrue', list).every(isTrue));
const any = onValues('$anyElementTrue', [1, 1], (list) => array('$anyElementTrue', list).some(isTrue));

const difference = nullable('$setDifference', [2, 2], (a, b) => {
  const [first, second] = [array('$setDifference', a), array('$setDifference', b)];
  return first.filter((element, i) => !has(second, element) && !has(first.slice(0, i), element));
});

const equals = onValues('$setEquals', [2, Infinity], (...lists) => {
  const [first, ...others] = lists.map((list) => distinct(array('$setEquals', list))) as [unknown[], ...unknown[][]];
  return others.every((other) => equalValues(first, other));
});

const intersection = nullable('$setIntersection', [0, Infinity], (...lists) => {
  const [first = [], ...others] = lists.map((list) => array('$setIntersection', list));
  return distinct(first).filter((element) => others.every((other) => has(other, element)));
});

const isSubset = onValues('$setIsSubset', [2, 2], (a, b) => {
  if (isNullish(a) || isNullish(b)) throw requestFailed('both operands of $setIsSubset must be arrays');
  const whole = array('$setIsSubset', b);
  return array('$setIsSubset', a).every((element) => has(whole, element));
});

const union = nullable('$setUnion', [0, Infinity], (...lists) =>
  distinct(lists.flatMap((list) => array('$setUnion', list))),
);

export const sets: Readonly<Record<string, Operator>> = {
  $allElementsTrue: all,
  $anyElementTrue: any,
  $setDifference: difference,
  $setEquals: equals,
  $setIntersection: intersection,
  $setIsSubset: isSubset,
  $setUnion: union,
};
