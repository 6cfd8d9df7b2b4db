import { Decimal128, Long, Timestamp } from 'bson';
import { requestFailed } from '../errors';
import { Rank, rankOf } from '../values/values';
import type { ValueTest } from './value-tests';

const INT_LIMIT = 2 ** 31;

/** What a number is stored as when the SDK sends it: int, then long, then double. */
function numberType(value: number): 'int' | 'long' | 'double' {
  if (!Number.isInteger(value) || Object.is(value, -0)) return 'double';
  if (value >= -INT_LIMIT && value < INT_LIMIT) return 'int';
  return Math.abs(value) < 2 ** 63 ? 'long' : 'double';
}

function isNumberOf(type: string): ValueTest {
  return (value) => typeof value === 'number' && numberType(value) === type;
}

function hasRank(rank: number): ValueTest {
  return (value) => value !== undefined && rankOf(value) === rank;
}

const BY_NAME: Readonly<Record<string, ValueTest>> = {
  double: isNumberOf('double'),
  int: isNumberOf('int'),
  long: (value) => (value instanceof Long && !(value instanceof Timestamp)) || isNumberOf('long')(value),
  decimal: (value) => value instanceof Decimal128,
  number: hasRank(Rank.NUMBER),
  string: hasRank(Rank.STRING),
  object: hasRank(Rank.OBJECT),
  array: hasRank(Rank.ARRAY),
  binData: hasRank(Rank.BINARY),
  objectId: hasRank(Rank.OBJECT_ID),
  bool: hasRank(Rank.BOOLEAN),
  date: hasRank(Rank.DATE),
  null: hasRank(Rank.NULL),
  regex: hasRank(Rank.REGEX),
  timestamp: hasRank(Rank.TIMESTAMP),
  minKey: hasRank(Rank.MIN_KEY),
  maxKey: hasRank(Rank.MAX_KEY),
  undefined: () => false,
};

const BY_NUMBER = new Map<number, string>([
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [6, 'undefined'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [-1, 'minKey'],
  [127, 'maxKey'],
]);

/** `$type` by name, number, or a list of either. */
export function compileType(operand: unknown): ValueTest {
  const wanted: unknown[] = Array.isArray(operand) ? operand : [operand];
  const tests = wanted.map((type) => {
    const name = typeof type === 'number' ? BY_NUMBER.get(type) : type;
    const test = typeof name === 'string' && Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
    if (!test) throw requestFailed(`Unknown type name alias: ${String(type)}`);
    return test;
  });
  return (value) => tests.some((test) => test(value));
}
