import { requestFailed } from '../errors';
import { geoNear, inRange, pointOf } from '../geo/operators';
import { isPlain, type Doc } from '../values';
import { targetsOf } from '../update/target';

/**
 * `$geoNear`: documents by distance from a point. Needs `near` and `distanceField`, and `key` unless one geo index names the field; takes `query`, `minDistance`,
 * `maxDistance` (metres), `limit`, `distanceMultiplier` and `includeLocs`.
 */
export function geoNearStage(spec: unknown, indexed: string | undefined, search: (query: Doc) => Doc[]): Doc[] {
  if (!isPlain(spec)) throw requestFailed('$geoNear requires an object');
  const { key = indexed, distanceField, query = {}, limit = Infinity, distanceMultiplier = 1, includeLocs } = spec;
  if (typeof distanceField !== 'string') throw requestFailed("$geoNear requires a 'distanceField' option as a String");
  if (typeof key !== 'string') throw requestFailed("$geoNear requires a 'key', or exactly one geo index");
  if (!isPlain(query)) throw requestFailed("$geoNear 'query' must be an object");
  if (typeof limit !== 'number' || typeof distanceMultiplier !== 'number') throw requestFailed('$geoNear: bad number');
  const near = geoNear(key.split('.'), pointOf(spec.near, '$geoNear'));
  const within = inRange(near, spec.minDistance, spec.maxDistance);
  return search(query)
    .filter(within)
    .map((doc) => ({ doc, metres: near.distanceOf(doc) as number }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit)
    .map(({ doc, metres }) => {
      const copy = { ...doc };
      targetsOf(copy, distanceField)[0]?.set(metres * distanceMultiplier);
      if (typeof includeLocs === 'string') targetsOf(copy, includeLocs)[0]?.set(targetsOf(doc, key)[0]?.get());
      return copy;
    });
}
