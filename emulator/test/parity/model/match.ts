import { compare, typeOrder, type Doc, type Value } from './values';

/**
 * Whether a document matches a query, written from the MongoDB manual's operator pages and nothing else: for each
 * path the list of values it reaches, for each operator a predicate on that list.
 */
export function matches(doc: Doc, query: Doc): boolean {
  return Object.entries(query).every(([key, value]) => {
    if (key === '$and') return (value as Doc[]).every((one) => matches(doc, one));
    if (key === '$or') return (value as Doc[]).some((one) => matches(doc, one));
    if (key === '$nor') return !(value as Doc[]).some((one) => matches(doc, one));
    return meets(reached(doc, key.split('.')), value);
  });
}

/** Values at a path; undefined stands for "missing here". Arrays on the way are entered, a final one is not. */
export function reached(value: Value, path: string[]): Value[] {
  if (path.length === 0) return [value];
  const [key = '', ...rest] = path;
  if (Array.isArray(value)) return value.filter(isDoc).flatMap((element) => reached(element, path));
  if (!isDoc(value) || !(key in value)) return [undefined];
  return reached(value[key], rest);
}

function isDoc(value: Value): value is Doc {
  return typeOrder(value) === 'object';
}

function meets(values: Value[], condition: Value): boolean {
  const isCondition = isDoc(condition) && Object.keys(condition).some((key) => key.startsWith('$'));
  if (!isCondition) return isEqual(values, condition);
  return Object.entries(condition).every(([operator, operand]) => one(values, operator, operand));
}

function one(values: Value[], operator: string, operand: Value): boolean {
  switch (operator) {
    case '$eq':
      return isEqual(values, operand);
    case '$ne':
      return !isEqual(values, operand);
    case '$in':
      return (operand as Value[]).some((value) => isEqual(values, value));
    case '$nin':
      return !(operand as Value[]).some((value) => isEqual(values, value));
    case '$gt':
      return ordered(values, operand, (order) => order > 0);
    case '$gte':
      return ordered(values, operand, (order) => order >= 0);
    case '$lt':
      return ordered(values, operand, (order) => order < 0);
    case '$lte':
      return ordered(values, operand, (order) => order <= 0);
    case '$exists':
      return values.some((value) => value !== undefined) === operand;
    case '$size':
      return values.some((value) => Array.isArray(value) && value.length === operand);
    case '$all':
      return (operand as Value[]).length > 0 && (operand as Value[]).every((value) => isEqual(values, value));
    case '$not':
      return !meets(values, operand);
    case '$elemMatch':
      return values.some(
        (value) => Array.isArray(value) && value.some((element) => inElement(element, operand as Doc)),
      );
    default:
      throw new Error(`the model has no ${operator}`);
  }
}

/** Scalars and elements of a final array are candidates alike. */
function candidates(values: Value[]): Value[] {
  return values.flatMap((value) => (Array.isArray(value) ? [value, ...value] : [value]));
}

function isEqual(values: Value[], operand: Value): boolean {
  return candidates(values).some((value) => compare(value ?? null, operand) === 0);
}

/** Comparisons stay within the type of the operand; missing counts as null. */
function ordered(values: Value[], operand: Value, holds: (order: number) => boolean): boolean {
  return candidates(values).some((value) => {
    const known = value ?? null;
    return typeOrder(known) === typeOrder(operand) && holds(compare(known, operand));
  });
}

function inElement(element: Value, operand: Doc): boolean {
  const onValue = Object.keys(operand).some((key) => key.startsWith('$'));
  // An array in an array is a document whose fields are its positions.
  const asDoc = Array.isArray(element) ? { ...(element as unknown as Doc) } : element;
  if (!onValue) return isDoc(asDoc) && matches(asDoc, operand);
  // The element is one value: the arrays it may be are not entered.
  return Object.entries(operand).every(([operator, value]) => {
    const same = typeOrder(element) === typeOrder(value);
    const order = compare(element, value);
    if (operator === '$eq') return order === 0;
    if (operator === '$ne') return order !== 0;
    if (!same) return false;
    if (operator === '$gt') return order > 0;
    if (operator === '$gte') return order >= 0;
    return operator === '$lt' ? order < 0 : order <= 0;
  });
}
