import { hasOwn, isPlain, type Doc } from '../values/values';

const DIGITS = /^\d+$/;

/**
 * Calls `visit` with every value a dotted path reaches (undefined where a document lacks the field) until it returns
 * true. Arrays on the way are entered as MongoDB does: into each embedded document, and by position for a number;
 * an array at the end is handed over whole.
 */
export function reach(value: unknown, path: readonly string[], visit: (value: unknown) => boolean, at = 0): boolean {
  if (at === path.length) return visit(value);
  const key = path[at] as string;
  if (Array.isArray(value)) return reachArray(value, key, path, visit, at);
  if (!isPlain(value) || !hasOwn(value, key)) return visit(undefined);
  return reach(value[key], path, visit, at + 1);
}

function reachArray(
  array: readonly unknown[],
  key: string,
  path: readonly string[],
  visit: (value: unknown) => boolean,
  at: number,
): boolean {
  if (DIGITS.test(key)) {
    const position = Number(key);
    const element = position < array.length ? array[position] : undefined;
    if (element === undefined ? visit(undefined) : reach(element, path, visit, at + 1)) return true;
  }
  return array.some((element) => isPlain(element) && reach(element, path, visit, at));
}

/** The values of a path that take part in sorting: elements of a final array one by one, missing as null. */
export function sortValues(doc: Doc, path: readonly string[]): unknown[] {
  const values: unknown[] = [];
  reach(doc, path, (value) => {
    if (Array.isArray(value)) values.push(...(value as unknown[]));
    else values.push(value ?? null);
    return false;
  });
  return values;
}
