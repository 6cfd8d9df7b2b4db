import type { Long } from 'bson';
import { requestFailed } from '../../errors';
import { calculate, fromBig, isInteger, toBig } from '../../values/integers';
import type { Operator } from './compile';
import { double, integer, isNullish, nullable, number, onValues, typeName } from './helpers';

type Num = number | Long;
const MANY: readonly [number, number] = [0, Infinity];

/** Integers beyond 64 bits become doubles. */
export function combine(operation: '+' | '-' | '*', a: Num, b: Num): Num {
  const exact = calculate(operation, a, b);
  if (exact !== undefined) return exact;
  const [x, y] = [Number(a.toString()), Number(b.toString())];
  return operation === '+' ? x + y : operation === '-' ? x - y : x * y;
}

function date(time: number): Date {
  const result = new Date(Math.round(time));
  if (Number.isNaN(result.getTime())) throw requestFailed('date overflow');
  return result;
}

const add: Operator = onValues('$add', MANY, (...values) => {
  if (values.some(isNullish)) return null;
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw requestFailed('only one date allowed in an $add expression');
  const sum = values
    .filter((value) => !(value instanceof Date))
    .reduce<Num>((total, value) => combine('+', total, number('$add', value)), 0);
  return dates[0] ? date(dates[0].getTime() + Number(sum.toString())) : sum;
});

const subtract: Operator = nullable('$subtract', [2, 2], (a, b) => {
  if (a instanceof Date) {
    return b instanceof Date ? a.getTime() - b.getTime() : date(a.getTime() - double('$subtract', b));
  }
  return combine('-', number('$subtract', a), number('$subtract', b));
});

const multiply: Operator = onValues('$multiply', MANY, (...values) =>
  values.some(isNullish)
    ? null
    : values.reduce<Num>((product, value) => combine('*', product, number('$multiply', value)), 1),
);

const divide: Operator = nullable('$divide', [2, 2], (a, b) => {
  const [dividend, divisor] = [double('$divide', a), double('$divide', b)];
  if (divisor === 0) throw requestFailed("can't $divide by zero");
  return dividend / divisor;
});

/** The sign is the dividend's. */
const mod: Operator = nullable('$mod', [2, 2], (a, b) => {
  const [dividend, divisor] = [number('$mod', a), number('$mod', b)];
  if (Number(divisor.toString()) === 0) throw requestFailed("can't $mod by zero");
  if (isInteger(dividend) && isInteger(divisor)) return fromBig(toBig(dividend) % toBig(divisor));
  return double('$mod', a) % double('$mod', b);
});

/** To a place after the point, half to even; or towards zero. */
function rounding(name: string, round: (scaled: number) => number): Operator {
  return onValues(name, [1, 2], (value, place = 0) => {
    if (isNullish(value) || isNullish(place)) return null;
    const digits = integer(name, place);
    if (digits < -20 || digits > 100) throw requestFailed(`cannot apply ${name} with precision value ${digits}`);
    const exact = number(name, value);
    if (isInteger(exact) && digits >= 0) return exact;
    const decimal = double(name, value);
    if (!Number.isFinite(decimal)) return decimal;
    // Through the decimal text: multiplying would bring in errors of its own.
    const [digitsOf, exponent = '0'] = decimal.toExponential().split('e') as [string, string];
    const scaled = round(Number(`${digitsOf}e${Number(exponent) + digits}`));
    const [back, power = '0'] = scaled.toExponential().split('e') as [string, string];
    return Number(`${back}e${Number(power) - digits}`);
  });
}

function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

/** An operator on one number, by way of doubles; integers that need no change stay as they are. */
function whole(name: string, apply: (value: number) => number): Operator {
  return nullable(name, [1, 1], (value) => {
    const exact = number(name, value);
    return isInteger(exact) ? exact : apply(double(name, value));
  });
}

/** A function of one double that is defined only where `inside` says so. */
function real(
  name: string,
  apply: (value: number) => number,
  inside: (value: number) => boolean = () => true,
): Operator {
  return nullable(name, [1, 1], (value) => {
    const at = double(name, value);
    if (!Number.isNaN(at) && !inside(at)) throw requestFailed(`${name}'s argument is out of its domain: ${at}`);
    return apply(at);
  });
}

const abs: Operator = nullable('$abs', [1, 1], (value) => {
  const exact = number('$abs', value);
  if (typeof exact === 'number') return Math.abs(exact);
  const size = fromBig(exact.isNegative() ? -toBig(exact) : toBig(exact));
  if (size === undefined) throw requestFailed("can't take $abs of long long min");
  return size;
});

const pow: Operator = nullable('$pow', [2, 2], (a, b) => {
  const [base, exponent] = [number('$pow', a), number('$pow', b)];
  const [x, y] = [double('$pow', a), double('$pow', b)];
  if (x === 0 && y < 0) throw requestFailed('$pow cannot take a base of 0 and a negative exponent');
  const exact = isInteger(base) && isInteger(exponent) && y >= 0 && y <= 64;
  return (exact ? fromBig(toBig(base) ** toBig(exponent)) : undefined) ?? x ** y;
});

const log: Operator = nullable('$log', [2, 2], (a, b) => {
  const [value, base] = [double('$log', a), double('$log', b)];
  if (value <= 0) throw requestFailed(`$log's argument must be a positive number, but is ${value}`);
  if (base <= 0 || base === 1)
    throw requestFailed(`$log's base must be a positive number not equal to 1, but is ${base}`);
  const inTens = base === 10 ? Math.log10(value) : base === 2 ? Math.log2(value) : undefined;
  return inTens ?? Math.log(value) / Math.log(base);
});

/** 32- and 64-bit integers only. */
function bits(name: string, start: bigint, apply: (a: bigint, b: bigint) => bigint): Operator {
  return onValues(name, MANY, (...values) => {
    if (values.some(isNullish)) return null;
    return fromBig(values.reduce<bigint>((result, value) => apply(result, bitsOf(name, value)), start));
  });
}

function bitsOf(name: string, value: unknown): bigint {
  if (!isInteger(value)) throw requestFailed(`${name} only supports int and long operands, not ${typeName(value)}`);
  return toBig(value);
}

const above = (limit: number) => (value: number) => value > limit;
const within = (value: number): boolean => value >= -1 && value <= 1;

export const arithmetic: Readonly<Record<string, Operator>> = {
  $abs: abs,
  $add: add,
  $ceil: whole('$ceil', Math.ceil),
  $divide: divide,
  $exp: real('$exp', Math.exp),
  $floor: whole('$floor', Math.floor),
  $ln: real('$ln', Math.log, above(0)),
  $log: log,
  $log10: real('$log10', Math.log10, above(0)),
  $mod: mod,
  $multiply: multiply,
  $pow: pow,
  $round: rounding('$round', halfToEven),
  $sqrt: real('$sqrt', Math.sqrt, (value) => value >= 0),
  $subtract: subtract,
  $trunc: rounding('$trunc', Math.trunc),
  $bitAnd: bits('$bitAnd', -1n, (a, b) => a & b),
  $bitOr: bits('$bitOr', 0n, (a, b) => a | b),
  $bitXor: bits('$bitXor', 0n, (a, b) => a ^ b),
  $bitNot: nullable('$bitNot', [1, 1], (value) => fromBig(~bitsOf('$bitNot', value))),
  $sin: real('$sin', Math.sin, Number.isFinite),
  $cos: real('$cos', Math.cos, Number.isFinite),
  $tan: real('$tan', Math.tan, Number.isFinite),
  $asin: real('$asin', Math.asin, within),
  $acos: real('$acos', Math.acos, within),
  $atan: real('$atan', Math.atan),
  $atan2: nullable('$atan2', [2, 2], (y, x) => Math.atan2(double('$atan2', y), double('$atan2', x))),
  $sinh: real('$sinh', Math.sinh),
  $cosh: real('$cosh', Math.cosh),
  $tanh: real('$tanh', Math.tanh),
  $asinh: real('$asinh', Math.asinh),
  $acosh: real('$acosh', Math.acosh, (value) => value >= 1),
  $atanh: real('$atanh', Math.atanh, within),
  $degreesToRadians: real('$degreesToRadians', (value) => (value * Math.PI) / 180),
  $radiansToDegrees: real('$radiansToDegrees', (value) => (value * 180) / Math.PI),
};
