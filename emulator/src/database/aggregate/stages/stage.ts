import { requestFailed } from '../../errors';
import { isPlain, type Doc } from '../../values/values';
import type { Scope } from '../expression/compile';
import type { Run, Sink } from '../sink';

/** One stage as sent: its operator and operand. */
export type StageSpec = [operator: string, operand: unknown];

/** What stages may ask of the pipeline they stand in. */
export interface StageEnv {
  /** Variables from outside: `NOW`, and those of the `$lookup` around. */
  readonly outer: Scope;
  /** How many bytes a stage may hold. */
  readonly memory: number;
  /** How many of the documents of this stage the stages after it look at, as far as can be told; else Infinity. */
  readonly most: number;
  /** Stages of a pipeline inside a stage, as they are sent there. Throws for what is no list of stages. */
  specs(pipeline: unknown): StageSpec[];
  /** Compiles a pipeline that works on given documents. */
  compile(stages: readonly StageSpec[]): Run;
  /** Runs a pipeline over a collection, with more variables, into a sink; a missing collection is empty. */
  run(collection: string, stages: readonly StageSpec[], more: Scope, into: Sink): void;
  /**
   * Finds documents of a collection by values at a path, having read them all once; `undefined` where that is no help
   * and `run` must search: an index serves, there is no collection, or it holds more than a stage may.
   */
  finder(collection: string, path: string): (values: readonly unknown[]) => Iterable<Doc> | undefined;
  /** Runs a pipeline over given documents, with more variables, into a sink. */
  feed(docs: Iterable<Doc>, stages: readonly StageSpec[], more: Scope, into: Sink): void;
  /** Checks a pipeline that will be run later, with the names of its variables. */
  check(stages: readonly StageSpec[], more: Scope): void;
}

/** Checks an operand and prepares the stage. Throws DATABASE_REQUEST_FAILED. */
export type Stage = (operand: unknown, env: StageEnv) => Run;

/** The operand of a stage that takes a document of known fields. */
export function fieldsOf(
  stage: string,
  operand: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): Doc {
  if (!isPlain(operand)) throw requestFailed(`the ${stage} stage specification must be an object`);
  const unknown = Object.keys(operand).find((key) => !required.includes(key) && !optional.includes(key));
  if (unknown !== undefined) throw requestFailed(`unrecognized option to ${stage}: ${unknown}`);
  const lacking = required.find((key) => operand[key] === undefined);
  if (lacking) throw requestFailed(`${stage} requires '${lacking}'`);
  return operand;
}

/** The name of a field, given as text. */
export function nameOf(stage: string, key: string, value: unknown): string {
  if (typeof value !== 'string' || value === '' || /^\$|(^|\.)(__proto__)?(\.|$)/.test(value))
    throw requestFailed(`${stage}: '${key}' must be a field name`);
  return value;
}

/** True for an integer of at least `least`. */
export function isCount(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least;
}
