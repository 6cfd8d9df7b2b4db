import { requestFailed } from '../errors';
import { groupFields } from './group';
import { compareValues, isPlain, type Doc } from '../values';

/**
 * `$bucket` as the `$group` and `$sort` it stands for; mingo 7.2 puts a value that equals a boundary into the bucket
 * below it. A value in no bucket is an error unless there is a default, as in MongoDB.
 */
export function bucketAsGroup(spec: unknown): Doc[] {
  if (!isPlain(spec)) throw requestFailed('Argument to $bucket stage must be an object');
  const { groupBy, boundaries, default: fallback, output = { count: { $sum: 1 } } } = spec;
  if (groupBy === undefined || !Array.isArray(boundaries) || !isPlain(output)) {
    throw requestFailed("$bucket requires 'groupBy' and 'boundaries' to be specified.");
  }
  const bounds = boundaries as unknown[];
  const ascending = bounds.every((bound, i) => i === 0 || compareValues(bounds[i - 1], bound) < 0);
  if (bounds.length < 2 || !ascending)
    throw requestFailed("The 'boundaries' option to $bucket must be at least two values in ascending order");
  if (fallback !== undefined && compareValues(fallback, bounds[0]) >= 0 && compareValues(fallback, bounds.at(-1)) < 0)
    throw requestFailed("The $bucket 'default' field must be less than the lowest boundary or above the highest.");
  const branches = bounds.slice(1).map((upper, i) => ({
    case: { $and: [{ $gte: [groupBy, literal(bounds[i])] }, { $lt: [groupBy, literal(upper)] }] },
    then: literal(bounds[i]),
  }));
  const choice = fallback === undefined ? { branches } : { branches, default: literal(fallback) };
  return [{ $group: { _id: { $switch: choice }, ...groupFields(output, '$bucket') } }, { $sort: { _id: 1 } }];
}

function literal(value: unknown): Doc {
  return { $literal: value };
}
