type Doc = Record<string, unknown>;

/** What turns one document into another, in the operators of an update. */
export interface Changes {
  $set?: Doc;
  $unset?: Doc;
}

/**
 * The smallest update from `before` to `after`, both plain JSON with EJSON tags. Objects are compared field by field;
 * arrays, tagged values and scalars as wholes. `undefined` when they are equal. `_id` is not looked at.
 */
export function changesBetween(before: Doc, after: Doc): Changes | undefined {
  const set: Doc = {};
  const unset: Doc = {};
  compare(before, after, '', set, unset);
  const changes: Changes = {
    ...(Object.keys(set).length > 0 ? { $set: set } : {}),
    ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

function compare(before: Doc, after: Doc, prefix: string, set: Doc, unset: Doc): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const path = prefix + key;
    if (path === '_id') continue;
    if (!Object.hasOwn(after, key)) unset[path] = '';
    else if (!Object.hasOwn(before, key)) set[path] = after[key];
    else if (isFields(before[key]) && isFields(after[key])) compare(before[key], after[key], `${path}.`, set, unset);
    else if (!sameJson(before[key], after[key])) set[path] = after[key];
  }
}

/** An object with fields that a path can name; a tag is a value, and an empty object has no field to compare. */
function isFields(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key !== '' && !key.startsWith('$') && !key.includes('.'));
}

/** Equality of JSON in which the order of fields counts, as it does for stored documents. */
export function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
