import { docToWire } from '../values/ejson';
import { requestFailed } from '../errors';
import { hasOwn, isPlain, type Doc } from '../values/values';

/** The place an update operator works on: one path in one document. */
export interface Target {
  readonly path: string;
  /** The present value; undefined when missing. */
  get(): unknown;
  /** Stores a value, creating embedded documents on the way; throws where a scalar or null is in the way. */
  set(value: unknown): void;
  /** Removes the field; an array element becomes null. */
  unset(): void;
}

/** MongoDB's limit on filling an array with nulls up to a new position. */
const MAX_PADDING = 1_500_000;

/** The places a dotted path names; `$[]` names every element of an array. */
export function targetsOf(doc: Doc, path: string): Target[] {
  const parts = path.split('.');
  if (parts.some((part) => part === ''))
    throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`);
  if (parts.includes('__proto__')) throw requestFailed("field name '__proto__' is not allowed");
  const bad = parts.find((part) => part.startsWith('$') && part !== '$[]');
  if (bad) throw requestFailed(`The positional path '${path}' is not supported here: ${bad}`);
  return expand(doc, parts).map((concrete) => new PathTarget(doc, concrete));
}

function expand(doc: Doc, parts: string[]): string[][] {
  const at = parts.indexOf('$[]');
  if (at < 0) return [parts];
  const array = new PathTarget(doc, parts.slice(0, at)).get();
  if (!Array.isArray(array)) {
    throw requestFailed(
      `The path '${parts.slice(0, at).join('.')}' must exist in the document in order to apply array updates.`,
    );
  }
  return array.flatMap((_, i) => expand(doc, [...parts.slice(0, at), String(i), ...parts.slice(at + 1)]));
}

class PathTarget implements Target {
  readonly path: string;

  constructor(
    private readonly doc: Doc,
    private readonly parts: readonly string[],
  ) {
    this.path = parts.join('.');
  }

  get(): unknown {
    let value: unknown = this.doc;
    for (const part of this.parts) value = child(value, part);
    return value;
  }

  set(value: unknown): void {
    let parent: unknown = this.doc;
    this.parts.forEach((part, i) => {
      const last = i === this.parts.length - 1;
      if (last) put(parent, part, value, this.parts.slice(0, i));
      else {
        let next = child(parent, part);
        if (next === undefined) put(parent, part, (next = {}), this.parts.slice(0, i));
        parent = next;
      }
    });
  }

  unset(): void {
    let parent: unknown = this.doc;
    for (const part of this.parts.slice(0, -1)) parent = child(parent, part);
    const key = this.parts.at(-1) as string;
    if (Array.isArray(parent)) {
      if (child(parent, key) !== undefined) parent[Number(key)] = null;
    } else if (isPlain(parent) && hasOwn(parent, key)) delete parent[key];
  }
}

function child(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(part) ? (value as unknown[])[Number(part)] : undefined;
  return isPlain(value) && hasOwn(value, part) ? value[part] : undefined;
}

function put(parent: unknown, key: string, value: unknown, way: readonly string[]): void {
  if (isPlain(parent)) {
    parent[key] = value;
    return;
  }
  if (Array.isArray(parent) && /^\d+$/.test(key)) {
    const position = Number(key);
    if (position - parent.length > MAX_PADDING) throw requestFailed(`can't backfill more than ${MAX_PADDING} elements`);
    while (parent.length < position) parent.push(null);
    parent[position] = value;
    return;
  }
  throw requestFailed(`Cannot create field '${key}' in element {${way.at(-1) ?? ''}: ${docToWire(parent)}}`);
}
