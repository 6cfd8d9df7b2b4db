import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { Lazy, type Iterator } from 'mingo/lazy';
import { bucketAuto } from './bucket-auto';
import { compileFilter } from '../query/filter';
import { parseSort, sortDocs } from '../query/sort';
import { isPlain, type Doc } from '../values';

type Stage = (input: Iterator, operand: never, options: Options) => Iterator;

/** Delays the work of a stage until its output is first asked for. */
function deferred(make: () => Iterable<unknown>): Iterator {
  let source: globalThis.Iterator<unknown, undefined> | undefined;
  return Lazy(() => {
    source ??= make()[Symbol.iterator]() as globalThis.Iterator<unknown, undefined>;
    const next = source.next();
    return next.done ? { done: true } : { value: next.value, done: false };
  });
}

const match: Stage = (input, query: Doc, options) => {
  const { test, near } = compileFilter(query, options);
  if (near) throw new Error('$geoNear, $near, and $nearSphere are not allowed in this context');
  return input.filter((doc) => test(doc as Doc));
};

const sort: Stage = (input, order: Doc) => {
  const keys = parseSort(order);
  if (keys.length === 0) throw new Error('$sort stage must have at least one sort key');
  return deferred(() => sortDocs(input.collect<Doc>(), keys, (doc) => doc));
};

/** No documents give no count, rather than a count of 0. */
const count: Stage = (input, field: unknown) => {
  if (typeof field !== 'string' || field === '' || field.startsWith('$') || field.includes('.')) {
    throw new Error('the count field must be a non-empty string without $ or .');
  }
  return deferred(() => {
    const total = input.size();
    return total === 0 ? [] : [{ [field]: total }];
  });
};

const limit: Stage = (input, size: unknown) => {
  if (typeof size !== 'number' || !Number.isInteger(size) || size <= 0) throw new Error('the limit must be positive');
  return input.take(size);
};

const skip: Stage = (input, size: unknown) => {
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0)
    throw new Error('Argument to $skip cannot be negative');
  return input.drop(size);
};

/** At most as many as there are; mingo repeats documents, and never ends for a negative size. */
const sample: Stage = (input, spec: unknown) => {
  const size = isPlain(spec) ? spec.size : undefined;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0)
    throw new Error('size argument to $sample must be a non-negative integer');
  return deferred(() => {
    const rest = input.collect<unknown>().slice();
    return Array.from({ length: Math.min(size, rest.length) }, () => {
      const [chosen] = rest.splice(Math.floor(Math.random() * rest.length), 1);
      return chosen;
    });
  });
};

const buckets: Stage = (input, spec: unknown, options) =>
  deferred(() =>
    bucketAuto(input.collect<Doc>(), spec, (group, fields) =>
      Object.fromEntries(Object.keys(fields).map((name) => [name, evalExpr(group, fields[name], options)])),
    ),
  );

/** A join by equality, given the function that finds foreign documents. */
export function lookupStage(find: (from: string, query: Doc) => Doc[]): Stage {
  return (input, spec: Doc) => {
    const { from, localField, foreignField, as } = spec;
    if (![from, localField, foreignField, as].every((part) => typeof part === 'string' && part !== '')) {
      throw new Error('$lookup requires from, localField, foreignField and as');
    }
    return input.map((doc) => {
      const local = valuesAt(doc as Doc, localField as string);
      const query = { [foreignField as string]: { $in: local } };
      return { ...(doc as Doc), [as as string]: find(from as string, query) };
    });
  };
}

/** The values a document is joined by: an array joins by its elements, a missing field as null. */
function valuesAt(doc: Doc, path: string): unknown[] {
  let values: unknown[] = [doc];
  for (const key of path.split('.')) {
    values = values.flatMap((value) => {
      const next = isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined;
      return Array.isArray(next) ? (next as unknown[]) : [next];
    });
  }
  return values.filter((value) => !(value instanceof RegExp)).map((value) => value ?? null);
}

/** Stages where mingo 7.2 differs from MongoDB, or would ignore a wrong operand. */
export const correctedStages: Record<string, Stage> = {
  $match: match,
  $sort: sort,
  $count: count,
  $limit: limit,
  $skip: skip,
  $sample: sample,
  $bucketAuto: buckets,
};
