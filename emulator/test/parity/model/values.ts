/** Values of the model: what JSON knows, and dates. */
export type Value = undefined | null | number | string | boolean | Date | Value[] | Doc;
export interface Doc {
  [field: string]: Value;
}

/** MongoDB manual, Comparison/Sort Order, from the smallest. Missing counts as null. */
const TYPES = ['null', 'number', 'string', 'object', 'array', 'boolean', 'date'] as const;
type Type = (typeof TYPES)[number];

export function typeOrder(value: Value): Type {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  return typeof value as Type;
}

/** Negative, zero or positive as `a` comes before, with or after `b`. */
export function compare(a: Value, b: Value): number {
  const type = typeOrder(a);
  const byType = TYPES.indexOf(type) - TYPES.indexOf(typeOrder(b));
  if (byType !== 0) return byType;
  if (type === 'null') return 0;
  if (type === 'string') return Buffer.compare(Buffer.from(a as string), Buffer.from(b as string));
  if (type === 'array') return lists(a as Value[], b as Value[], compare);
  if (type === 'object') return lists(Object.entries(a as Doc), Object.entries(b as Doc), compareField);
  return Number(a) - Number(b);
}

/** Objects: field by field, by type, then name, then value. */
function compareField([nameA, a]: [string, Value], [nameB, b]: [string, Value]): number {
  const byType = TYPES.indexOf(typeOrder(a)) - TYPES.indexOf(typeOrder(b));
  return byType || Buffer.compare(Buffer.from(nameA), Buffer.from(nameB)) || compare(a, b);
}

function lists<T>(a: T[], b: T[], each: (x: T, y: T) => number): number {
  const shared = a.slice(0, b.length).map((x, i) => each(x, b[i] as T));
  return shared.find((order) => order !== 0) ?? a.length - b.length;
}
