import * as v from 'valibot';
import type { FieldError } from '../../contract/errors';
import type { ClientFunction } from '../../contract/functions';
import { functionOf } from '../../contract/functions';
import type { ActionName, Wire } from '../../contract/registry';
import { actions, isActionName } from '../../contract/registry';
import { CONTRACT_VERSION } from '../../contract/version';
import { refuse } from './refuse';

/*
 * What comes in: `{action, input, contract}`. Anything else beside them is ignored; the platform itself adds keys.
 */

/** Far beyond what any action takes; below what a hostile caller needs to hurt. */
const DEPTH_MAX = 12;
const NODES_MAX = 2000;
const TEXT_MAX = 64_000;
const KEY_MAX = 64;
const FIELDS_MAX = 10;

/** Names that every object has: as keys they could pass for declared ones. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Refuses input that is too deep, too wide or too long, before anything walks it recursively. */
export function guardSize(input: unknown): void {
  const pending: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let nodes = 0;
  let text = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next;
    nodes += 1;
    if (typeof value === 'string') text += value.length;
    if (nodes > NODES_MAX || text > TEXT_MAX) refuse('TOO_LARGE');
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEPTH_MAX) refuse('BAD_INPUT');
    const keys = Object.keys(value);
    if (nodes + pending.length + keys.length > NODES_MAX) refuse('TOO_LARGE');
    for (const key of keys) {
      if (key.length > KEY_MAX || inherited.has(key)) refuse('BAD_INPUT');
      pending.push({ value: (value as Record<string, unknown>)[key], depth: depth + 1 });
    }
  }
}

/** How the caller's contract stands to ours. Whoever does not say, such as a console, is taken to know ours. */
type Age = 'older' | 'same' | 'newer';
function ageOf(contract: unknown): Age {
  if (typeof contract !== 'number' || contract === CONTRACT_VERSION) return 'same';
  return contract < CONTRACT_VERSION ? 'older' : 'newer';
}

/**
 * The action asked for and its raw input. A client with an older contract is refused before it can misunderstand a reply;
 * one with a newer contract is served what is known here.
 */
export function readWire(event: unknown, served: ClientFunction): { action: ActionName; input: unknown; age: Age } {
  const wire = typeof event === 'object' && event !== null ? (event as Partial<Record<keyof Wire, unknown>>) : {};
  const { action, input, contract } = wire;
  const age = ageOf(contract);
  if (age === 'older') refuse('CLIENT_TOO_OLD');
  if (!isActionName(action) || functionOf(action) !== served) {
    refuse(age === 'newer' ? 'UPDATING' : 'UNKNOWN_ACTION');
  }
  return { action, input, age };
}

/** The input as the contract declares it; BAD_INPUT with the wrong fields otherwise, or UPDATING for a newer client. */
export function parseInput(action: ActionName, input: unknown, age: Age = 'same'): unknown {
  guardSize(input);
  const parsed = v.safeParse<v.GenericSchema>(actions[action].input, input, { message: '填写有误' });
  if (parsed.success) return parsed.output;
  if (age === 'newer') refuse('UPDATING');
  refuse('BAD_INPUT', { fields: parsed.issues.slice(0, FIELDS_MAX).map(toFieldError) });
}

const toFieldError = (issue: v.BaseIssue<unknown>): FieldError => ({
  path: (issue.path ?? []).map((item) => String(item.key)).join('.'),
  message: issue.message,
});

/** The output with declared fields only; throws when the handler broke its promise. */
export function parseOutput(action: ActionName, output: unknown): unknown {
  const parsed = v.safeParse<v.GenericSchema>(actions[action].output, output);
  if (parsed.success) return parsed.output;
  // The values may be personal; the paths are not.
  throw new Error(`bad output at ${parsed.issues.map((issue) => toFieldError(issue).path).join(', ')}`);
}
