import type { CellSpan } from '../geo/index-keys';
import { readRegion } from '../geo/region';
import { encodeValue, EMPTY_ARRAY, successor } from '../values/keys';
import { isOperators } from '../query/value-tests';
import { isPlain, Rank, rankOf, type Doc } from '../values/values';

/** A stretch of encoded values of one field, ascending: from inclusive, to exclusive. */
export interface Span {
  from: Buffer;
  to: Buffer | undefined;
  /** True when the span holds exactly one value. */
  point: boolean;
  /** Of a geo field: see CellSpan. */
  around?: boolean;
}

/** What one condition says about one field: some value of the field lies in one of the spans. */
export interface Condition {
  path: string;
  spans: Span[];
  /** True when the spans are of the cells of a geo index, which is another order than that of values. */
  geo?: boolean;
}

/**
 * Reads from a query what indexes can use: conditions that every matching document meets. They may be wider than the
 * query, never narrower; the compiled filter decides. `$or`, negations and the like give nothing.
 */
export function conditionsOf(query: Doc, prefix = ''): Condition[] {
  return Object.keys(query).flatMap((key): Condition[] => {
    const value = query[key];
    if (key === '$and' && Array.isArray(value)) {
      return value.flatMap((branch) => (isPlain(branch) ? conditionsOf(branch, prefix) : []));
    }
    if (key.startsWith('$')) return [];
    return fieldConditions(prefix + key, value);
  });
}

function fieldConditions(path: string, condition: unknown): Condition[] {
  if (!isOperators(condition))
    return spansFor(path, condition instanceof RegExp ? regexSpans(condition) : equalSpans(condition));
  return Object.keys(condition).flatMap((operator) =>
    operatorConditions(path, operator, condition[operator], condition),
  );
}

function operatorConditions(path: string, operator: string, operand: unknown, condition: Doc): Condition[] {
  switch (operator) {
    case '$eq':
      return spansFor(path, equalSpans(operand));
    case '$in':
      return Array.isArray(operand) ? spansFor(path, unionOf(operand)) : [];
    case '$lt':
    case '$lte':
    case '$gt':
    case '$gte':
      return spansFor(path, rangeSpans(operator, operand));
    case '$exists':
      return operand === false || operand === 0 || operand === null ? spansFor(path, [point(null)]) : [];
    case '$all':
      return Array.isArray(operand)
        ? operand.flatMap((value: unknown) => (value instanceof RegExp ? [] : fieldConditions(path, value)))
        : [];
    case '$elemMatch':
      if (!isPlain(operand)) return [];
      return isOperators(operand) ? elementConditions(path, operand) : conditionsOf(operand, `${path}.`);
    case '$regex':
      return condition.$options === undefined || condition.$options === ''
        ? spansFor(path, regexSpans(operand instanceof RegExp ? operand : String(operand)))
        : [];
    case '$geoWithin':
    case '$geoIntersects': {
      const spans = readRegion(operator, operand).spans?.();
      return spans ? [geoCondition(path, spans)] : [];
    }
    default:
      return [];
  }
}

/** What a geo condition says to a geo index. */
export function geoCondition(path: string, spans: readonly CellSpan[]): Condition {
  return { path, spans: spans.map((span) => ({ ...span, point: false })), geo: true };
}

/** Inside `$elemMatch` an operand of array or null kind means an element, not the field: left to the filter. */
function elementConditions(path: string, operand: Doc): Condition[] {
  const safe = Object.keys(operand).filter((op) => ['$eq', '$in', '$lt', '$lte', '$gt', '$gte'].includes(op));
  return safe
    .filter((op) => ![operand[op]].flat(1).some((value) => value === null || Array.isArray(value)))
    .flatMap((op) => operatorConditions(path, op, operand[op], operand));
}

function spansFor(path: string, spans: Span[] | undefined): Condition[] {
  return spans ? [{ path, spans }] : [];
}

function point(value: unknown): Span {
  const from = encodeValue(value);
  return { from, to: successor(from), point: true };
}

/** An array equals a field that holds it, which is indexed by its elements, or an element that is that array. */
function equalSpans(value: unknown): Span[] {
  if (!Array.isArray(value)) return [point(value)];
  return normalise([point(value), point(value.length > 0 ? value[0] : EMPTY_ARRAY)]);
}

function unionOf(values: readonly unknown[]): Span[] | undefined {
  const spans: Span[] = [];
  for (const value of values) {
    const more = value instanceof RegExp ? regexSpans(value) : equalSpans(value);
    if (!more) return undefined;
    spans.push(...more);
  }
  return normalise(spans);
}

function rangeSpans(operator: string, value: unknown): Span[] | undefined {
  const rank = rankOf(value);
  // Whole arrays and documents compare in ways the entries of their elements cannot answer.
  if (rank === Rank.ARRAY || rank === Rank.MIN_KEY || rank === Rank.MAX_KEY || Number.isNaN(value)) return undefined;
  if (rank === Rank.NULL) return [point(null)];
  const key = encodeValue(value);
  const type = Buffer.from([rank]);
  if (operator === '$gt') return [{ from: successor(key) ?? key, to: successor(type), point: false }];
  if (operator === '$gte') return [{ from: key, to: successor(type), point: false }];
  // NaN is the least number, and less than none.
  const from = rank === Rank.NUMBER ? (successor(encodeValue(NaN)) ?? type) : type;
  return [{ from, to: operator === '$lt' ? key : successor(key), point: false }];
}

/** Only an anchored, case-sensitive prefix without special characters bounds the strings that can match. */
function regexSpans(regex: RegExp | string): Span[] | undefined {
  const source = typeof regex === 'string' ? regex : regex.source;
  if (typeof regex !== 'string' && regex.flags.replace('s', '') !== '') return undefined;
  const prefix = /^\^([^\\^$.|?*+()[\]{}]+)/.exec(source)?.[1];
  if (!prefix || source.includes('|')) return undefined;
  // A quantifier after the prefix may drop its last character.
  const rest = source.slice(1 + prefix.length);
  const sure = /^[?*{]/.test(rest) ? prefix.slice(0, -1) : prefix;
  if (sure === '') return undefined;
  const whole = encodeValue(sure);
  const from = whole.subarray(0, whole.length - 2);
  const literal = encodeValue(typeof regex === 'string' ? new RegExp(regex) : regex);
  return [
    { from, to: successor(from), point: false },
    { from: literal, to: successor(literal), point: true },
  ];
}

/** Sorts spans and drops repeated ones; points never overlap otherwise. */
export function normalise(spans: Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => Buffer.compare(a.from, b.from));
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && overlaps(last, span)) {
      const to = last.to && span.to ? (Buffer.compare(last.to, span.to) >= 0 ? last.to : span.to) : undefined;
      result[result.length - 1] = { from: last.from, to, point: last.point && span.point };
    } else result.push(span);
  }
  return result;
}

function overlaps(first: Span, second: Span): boolean {
  return first.to === undefined || Buffer.compare(second.from, first.to) < 0;
}

/** The spans that lie in both lists; only right where one value must meet both conditions. */
export function intersect(a: Span[], b: Span[]): Span[] {
  const result: Span[] = [];
  for (const x of a) {
    for (const y of b) {
      const from = Buffer.compare(x.from, y.from) >= 0 ? x.from : y.from;
      const to = x.to && y.to ? (Buffer.compare(x.to, y.to) <= 0 ? x.to : y.to) : (x.to ?? y.to);
      if (to === undefined || Buffer.compare(from, to) < 0) result.push({ from, to, point: x.point || y.point });
    }
  }
  return normalise(result);
}
