import { Timestamp } from 'bson';
import { requestFailed } from '../../errors';
import { dateArithmetic } from '../dates/arithmetic';
import { dateExpressions } from '../dates/operators';
import { arithmetic } from './arithmetic';
import { arrays } from './arrays';
import { compiler, type Operator, type Scope } from './compile';
import { conversions } from './convert';
import { nullable, operandsOf, typeName } from './helpers';
import { logic } from './logic';
import { loops } from './loops';
import { objects } from './objects';
import { regexes } from './regex';
import { sets } from './sets';
import { statistics } from './statistics';
import { strings } from './strings';

const literal: Operator = (operand) => () => operand;

const rand: Operator = (operand) => {
  operandsOf('$rand', Array.isArray(operand) ? operand : [], [0, 0]);
  return () => Math.random();
};

function timestamp(name: string, read: (value: Timestamp) => number): Operator {
  return nullable(name, [1, 1], (value) => {
    if (!(value instanceof Timestamp)) throw requestFailed(`${name} requires a timestamp, found: ${typeName(value)}`);
    return read(value);
  });
}

/** Every expression operator there is here. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    ...arithmetic,
    ...logic,
    ...strings,
    ...regexes,
    ...arrays,
    ...loops,
    ...sets,
    ...objects,
    ...conversions,
    ...statistics,
    ...dateExpressions,
    ...dateArithmetic,
    $literal: literal,
    $const: literal,
    $rand: rand,
    $tsSecond: timestamp('$tsSecond', (value) => value.getHighBitsUnsigned()),
    $tsIncrement: timestamp('$tsIncrement', (value) => value.getLowBitsUnsigned()),
  }),
);

const compile = compiler(OPERATORS);

/** An expression on one document; `current` is where its fields start, the document itself when absent. */
export type Expression = (doc: unknown, current?: unknown) => unknown;

/** Compiles an expression; `outer` are variables from outside, such as those of a `$lookup`. Throws for what is unknown. */
export function compileExpression(expression: unknown, outer: Scope): Expression {
  return compile(expression, outer);
}
