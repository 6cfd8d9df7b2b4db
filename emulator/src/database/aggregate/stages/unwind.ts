import { requestFailed } from '../../errors';
import type { Doc } from '../../values/values';
import { valueAt } from '../expression/compile';
import { withField, withoutField } from './fields';
import { fieldsOf, nameOf, type Stage } from './stage';

/** One document for each element of an array. */
export const unwind: Stage = (operand) => {
  const full = typeof operand === 'string' ? { path: operand } : operand;
  const given = fieldsOf('$unwind', full, ['path'], ['includeArrayIndex', 'preserveNullAndEmptyArrays']);
  const { path, includeArrayIndex, preserveNullAndEmptyArrays: preserve = false } = given;
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2)
    throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${String(path)}`);
  if (typeof preserve !== 'boolean') throw requestFailed('preserveNullAndEmptyArrays must be a boolean');
  const keys = nameOf('$unwind', 'path', path.slice(1)).split('.');
  const index = includeArrayIndex === undefined ? undefined : nameOf('$unwind', 'includeArrayIndex', includeArrayIndex);
  const put = (doc: Doc, element: unknown, at: number | null): Doc => {
    const changed = element === undefined ? withoutField(doc, keys) : withField(doc, keys, element);
    return index === undefined ? changed : withField(changed, index.split('.'), at);
  };
  return (next) => ({
    add(doc) {
      const value = isReached(doc, keys) ? valueAt(doc, keys) : undefined;
      if (Array.isArray(value) && value.length > 0)
        return value.every((element: unknown, i) => next.add(put(doc, element, i)));
      if (!Array.isArray(value) && value !== undefined && value !== null) return next.add(put(doc, value, null));
      // An empty array leaves no field behind; null stays.
      return !preserve || next.add(put(doc, value === null ? null : undefined, null));
    },
    end: () => next.end(),
  });
};

/** False where the path runs through an array: there is nothing to unwind there. */
function isReached(value: unknown, keys: readonly string[]): boolean {
  return keys.every((_, i) => i === 0 || !Array.isArray(valueAt(value, keys.slice(0, i))));
}
