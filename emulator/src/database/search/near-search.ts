import type { Collection } from '../tables/collection';
import { Found, note, rowKey, type FindRequest, type Source, type Stats } from './found';
import { noIndex, type Near, type Place } from '../geo/near';
import { EARTH_RADIUS } from '../geo/sphere';
import { planNear } from '../plan/planner';
import { sortDocs } from '../query/sort';
import type { Doc } from '../values/values';

/** A document found by distance. */
export interface FoundNear {
  found: Found;
  place: Place;
}

export interface NearRequest extends FindRequest {
  near: Near;
  /** The rest of the query, compiled. */
  test: (doc: Doc) => boolean;
}

/** How far the first look reaches, in radians: 500 m. */
const FIRST_REACH = 500 / EARTH_RADIUS;

/** Documents by distance, nearest first, unless another order is asked for. Throws where no geo index serves. */
export function findNear(source: Source, collection: Collection, request: NearRequest, stats: Stats): FoundNear[] {
  const { sort = [], skip = 0, limit = Infinity } = request;
  const enough = skip + limit;
  const result: FoundNear[] = [];
  if (enough === 0) return result;
  const stepwise = sort.length === 0 && Number.isFinite(enough);
  for (const item of nearest(source, collection, request, stepwise, stats)) {
    result.push(item);
    if (stepwise && result.length === enough) break;
  }
  return (sort.length > 0 ? sortDocs(result, sort, ({ found }) => found.doc) : result).slice(skip, enough);
}

/** Looks at one ring around the centre after another, each wider than the last, so that few suffice for a limit. */
function* nearest(
  source: Source,
  collection: Collection,
  { near, query, test }: NearRequest,
  stepwise: boolean,
  stats: Stats,
): Generator<FoundNear> {
  let indexes = collection.shapes;
  let reach = stepwise ? FIRST_REACH : Math.PI;
  let waiting: (FoundNear & { place: { radians: number } })[] = [];
  const seen = new Set<number | string>();
  for (let from = near.min; ;) {
    const wanted = Math.min(near.max, from + reach);
    const plan = planNear(indexes, query, near.path, near.ring(from, wanted));
    if (!plan) throw noIndex();
    if (seen.size === 0) note(stats, plan.index.name, 0);
    indexes = [plan.index];
    // Where the cells could not narrow the ranges, everything has been looked at.
    const to = plan.geo ? wanted : near.max;
    const before = waiting.length;
    for (const row of source.rows(collection, plan).rows) {
      const key = rowKey(row);
      if (seen.has(key)) continue;
      seen.add(key);
      stats.examined += 1;
      const found = new Found(...row);
      const place = test(found.doc) ? near.placeOf(found.doc) : undefined;
      if (place) waiting.push({ found, place });
    }
    reach *= waiting.length > before ? 2 : 4;
    waiting.sort((a, b) => a.place.radians - b.place.radians || a.found.n - b.found.n);
    yield* waiting.filter(({ place }) => place.radians <= to);
    waiting = waiting.filter(({ place }) => place.radians > to);
    if (to >= near.max) return;
    from = to;
  }
}
