import type { Collection } from '../../tables/collection';
import { requestFailed } from '../../errors';
import type { Source, Stats } from '../../search/found';
import { noIndex, stageNear } from '../../geo/near';
import { findNear } from '../../search/near-search';
import { compileFilter } from '../../query/filter';
import { isPlain, type Doc } from '../../values/values';
import { withField } from './fields';

const FIELDS = new Set(
  'near distanceField key spherical maxDistance minDistance query limit num distanceMultiplier includeLocs uniqueDocs'.split(
    ' ',
  ),
);

/**
 * `$geoNear`: documents by distance from a point, each with it in `distanceField`. The field is `key`, or that of the
 * only geo index; `most` is how many are looked at afterwards. Throws where no geo index serves, as MongoDB does.
 */
export function geoNearStage(source: Source, collection: Collection, spec: unknown, stats: Stats, most: number): Doc[] {
  if (!isPlain(spec)) throw requestFailed('The $geoNear stage specification must be an object');
  const unknown = Object.keys(spec).find((field) => !FIELDS.has(field));
  if (unknown) throw requestFailed(`$geoNear: unknown field '${unknown}'`);
  const { distanceField, query = {}, limit, num = limit ?? Infinity, distanceMultiplier = 1, includeLocs } = spec;
  if (typeof distanceField !== 'string' || distanceField === '')
    throw requestFailed("$geoNear requires a 'distanceField' option as a String");
  if (spec.near === undefined) throw requestFailed("$geoNear requires a 'near' option as an Array");
  if (!isPlain(query)) throw requestFailed("$geoNear 'query' must be an object");
  if (typeof num !== 'number' || num < 1) throw requestFailed('$geoNear: limit must be a positive number');
  if (typeof distanceMultiplier !== 'number' || distanceMultiplier < 0)
    throw requestFailed("$geoNear 'distanceMultiplier' must be a non-negative number");
  const near = stageNear(fieldOf(collection, spec.key), spec);
  const { test, near: other } = compileFilter(query);
  if (other) throw requestFailed('$near and $nearSphere are not allowed inside of a $geoNear aggregation stage');
  return findNear(source, collection, { query, near, test, limit: Math.min(num, most) }, stats).map(
    ({ found, place }) => {
      const measured = withField(found.doc, distanceField.split('.'), place.distance * distanceMultiplier);
      return typeof includeLocs === 'string' ? withField(measured, includeLocs.split('.'), place.location) : measured;
    },
  );
}

/** The field named, or the one that has a geo index. */
function fieldOf(collection: Collection, key: unknown): string {
  if (typeof key === 'string' && key !== '') return key;
  if (key !== undefined) throw requestFailed("$geoNear parameter 'key' must be a non-empty string");
  const fields = new Set(
    collection.indexes.flatMap((index) => index.fields.filter(([, kind]) => kind === '2dsphere').map(([path]) => path)),
  );
  if (fields.size > 1) throw requestFailed('There is more than one 2dsphere index; $geoNear needs a key');
  const [only] = fields;
  if (only === undefined) throw noIndex();
  return only;
}
