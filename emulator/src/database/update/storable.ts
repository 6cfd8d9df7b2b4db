import { requestFailed } from '../errors';
import { isPlain, Rank, rankOf, type Doc } from '../values/values';

/**
 * Throws when a value holds a field name MongoDB does not store: one that starts with `$` or holds NUL. A dot is stored;
 * no path reaches such a field.
 */
export function checkStorable(value: unknown, path = ''): void {
  if (Array.isArray(value)) {
    value.forEach((element, i) => checkStorable(element, `${path}${i}.`));
    return;
  }
  if (!isPlain(value)) return;
  for (const key of Object.keys(value)) {
    if (key.startsWith('$')) {
      throw requestFailed(`The dollar ($) prefixed field '${key}' in '${path}${key}' is not valid for storage.`);
    }
    if (key.includes('\u0000')) throw requestFailed('Field names cannot contain the null character');
    checkStorable(value[key], `${path}${key}.`);
  }
}

/** A document ready to be stored: `_id` first and of an allowed type, made when absent. */
export function storable(doc: Doc, makeId: () => string): Doc {
  const { _id: id, ...rest } = doc;
  const rank = rankOf(id);
  if (rank === Rank.ARRAY || rank === Rank.REGEX) {
    throw requestFailed(`The '_id' value cannot be of type ${rank === Rank.ARRAY ? 'array' : 'regex'}`);
  }
  checkStorable(doc);
  return { _id: id === undefined || id === null ? makeId() : id, ...rest };
}
