import fc from 'fast-check';
import { Catalog } from '../../../src/database/tables/catalog';
import { find } from '../../../src/database/search/find';
import type { Stats } from '../../../src/database/search/found';
import type { Doc } from '../../../src/database/values/values';
import type { IndexDeclaration } from '../../../src/service';
import { metres, type LngLat } from '../../parity/model/sphere';
import { openStore, type Store } from './store';

let store: Store;
beforeAll(() => (store = openStore()));
afterAll(() => store.close());
jest.setTimeout(120_000);

const PLACE: IndexDeclaration = { name: 'by_place', keys: [['place', '2dsphere']] };
const KIND_PLACE: IndexDeclaration = {
  name: 'by_kind_place',
  keys: [
    ['kind', 1],
    ['place', '2dsphere'],
  ],
};

/** Everywhere, with plenty at the poles, at the antimeridian and close together. */
const lngLat: fc.Arbitrary<LngLat> = fc.oneof(
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  fc.tuple(fc.constantFrom(-180, 180, 179.999, -179.999, 0, 90, 45), fc.constantFrom(-90, 90, 89.999, 0, 45)),
  fc.tuple(fc.double({ min: 116, max: 116.1, noNaN: true }), fc.double({ min: 39.9, max: 40, noNaN: true })),
);
const point = (at: LngLat): Doc => ({ type: 'Point', coordinates: at });
const near = (at: LngLat, dx: number, dy: number): LngLat => [
  Math.max(-180, Math.min(180, at[0] + dx)),
  Math.max(-90, Math.min(90, at[1] + dy)),
];
const span = fc.constantFrom(0.001, 0.1, 3, 20);
const line = fc
  .tuple(lngLat, span)
  .map(([at, d]): Doc => ({ type: 'LineString', coordinates: [at, near(at, d, at[1] > 0 ? -d : d)] }));
const triangle = fc
  .tuple(fc.tuple(fc.double({ min: -170, max: 150, noNaN: true }), fc.double({ min: -60, max: 60, noNaN: true })), span)
  .map(([[x, y], d]): Doc => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + d, y],
        [x + d / 2, y + d],
        [x, y],
      ],
    ],
  }));
const place = fc.oneof(
  { weight: 5, arbitrary: lngLat.map(point) },
  { weight: 1, arbitrary: lngLat },
  { weight: 1, arbitrary: line },
  { weight: 1, arbitrary: triangle },
  { weight: 1, arbitrary: fc.array(lngLat.map(point), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, []) },
);
const doc = fc.record({ place, kind: fc.constantFrom('a', 'b') }, { requiredKeys: ['kind'], noNullPrototype: true });
const region = fc.oneof(
  triangle.map(($geometry): Doc => ({ $geoWithin: { $geometry } })),
  fc.oneof(triangle, line, lngLat.map(point)).map(($geometry): Doc => ({ $geoIntersects: { $geometry } })),
  fc
    .tuple(lngLat, fc.constantFrom(0.0001, 0.01, 0.5, 1.5))
    .map((circle): Doc => ({ $geoWithin: { $centerSphere: circle } })),
);
const numbered = (docs: object[]): Doc[] => docs.map((one, _id) => ({ _id, ...one }));
const idsOf = (found: { doc: Doc }[]): unknown[] => found.map(({ doc: { _id } }) => _id);

test('regions find the same with and without an index', () => {
  fc.assert(
    fc.property(fc.array(doc, { maxLength: 12 }), region, fc.boolean(), (docs, where, byKind) => {
      const query: Doc = byKind ? { kind: 'a', place: where } : { place: where };
      const bare = store.collection(numbered(docs));
      const indexed = store.collection(numbered(docs), byKind ? [KIND_PLACE] : [PLACE]);
      const [plain, stats]: Stats[] = [{ examined: 0 }, { examined: 0 }] as [Stats, Stats];
      const expected = idsOf(find(store.session, bare, { query }, plain)).sort();
      expect(idsOf(find(store.session, indexed, { query }, stats)).sort()).toEqual(expected);
      expect(stats?.index).toBe(byKind ? 'by_kind_place' : 'by_place');
      expect(plain?.index).toBeNull();
    }),
    { numRuns: 100 },
  );
});

test('near finds every point within its bounds, nearest first, whatever the limit', () => {
  const bounds = fc.constantFrom<[number, number]>([0, 1000], [0, 5e6], [1000, 2e7], [0, 3e7], [5e6, 1.5e7]);
  fc.assert(
    fc.property(fc.array(lngLat, { maxLength: 20 }), lngLat, bounds, fc.nat(6), (places, centre, [min, max], limit) => {
      const collection = store.collection(numbered(places.map((at) => ({ place: point(at), kind: 'a' }))), [PLACE]);
      const query = { place: { $nearSphere: { $geometry: point(centre), $minDistance: min, $maxDistance: max } } };
      const distances = places.map((at) => metres(centre, at));
      // Half a metre about the bounds and between neighbours is left to rounding.
      const certain = distances.filter((far) => far > min + 0.5 && far < max - 0.5).length;
      const possible = distances.filter((far) => far > min - 0.5 && far < max + 0.5).length;
      const stats: Stats = { examined: 0 };
      const found = idsOf(find(store.session, collection, { query, limit }, stats)).map(
        (id) => distances[id as number],
      );
      expect(found.length).toBeGreaterThanOrEqual(Math.min(limit, certain));
      expect(found.length).toBeLessThanOrEqual(Math.min(limit, possible));
      const sorted = distances.filter((far) => far > min - 0.5).sort((a, b) => a - b);
      found.forEach((far, i) => expect(Math.abs((far as number) - (sorted[i] as number))).toBeLessThan(0.5));
    }),
    { numRuns: 100 },
  );
});

test('near looks only as far as its limit needs', () => {
  const docs = Array.from({ length: 2000 }, (_, _id) => ({
    _id,
    kind: _id % 2 ? 'a' : 'b',
    place: point([100 + (_id % 50) / 10, 30 + Math.floor(_id / 50) / 10]),
  }));
  const collection = store.collection(docs, [PLACE, KIND_PLACE]);
  const look = (query: Doc): Stats & { ids: unknown[] } => {
    const stats: Stats = { examined: 0 };
    return { ids: idsOf(find(store.session, collection, { query, limit: 3 }, stats)), ...stats };
  };
  const place = { $near: { $geometry: point([102.5, 32]) } };
  const both = look({ place });
  expect(both).toMatchObject({ index: 'by_place' });
  expect(both.examined).toBeLessThan(100);
  const some = look({ place, kind: 'a' });
  expect(some.index).toBe('by_kind_place');
  expect(some.examined).toBeLessThan(60);
  expect(some.ids.every((id) => (id as number) % 2 === 1)).toBe(true);
});

test('an index over places follows updates and removals, and is built over what is stored', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 6 }), region, (steps, where) => {
      const collection = store.collection(numbered(steps.map(([before]) => ({ place: before }))), [PLACE]);
      const after = steps.map(([, next], _id): Doc => ({ _id, place: next }));
      after.forEach((next) => {
        const [found] = find(store.session, collection, { query: { _id: next._id } }, { examined: 0 });
        if (found) store.sql.atomically(() => store.session.replace(collection, found, next));
      });
      const bare = store.collection(after);
      const query = { place: where };
      expect(idsOf(find(store.session, collection, { query }, { examined: 0 })).sort()).toEqual(
        idsOf(find(store.session, bare, { query }, { examined: 0 })).sort(),
      );
    }),
    { numRuns: 40 },
  );
});

test('an index made before geo keys were is built anew', () => {
  const collection = store.collection([{ _id: 1, place: point([10, 10]) }], [PLACE]);
  const [index] = collection.indexes;
  const num = index?.num ?? 0;
  const old = JSON.stringify({ name: 'by_place', unique: false, keys: [['place', '2dsphere']] });
  store.sql.run('UPDATE index_catalog SET declaration = ? WHERE num = ?', old, num);
  store.sql.run(`DELETE FROM index_${num}`);
  const query = { place: { $near: { $geometry: point([10, 10]) } } };
  const again = new Catalog(store.sql);
  expect(find(store.session, again.require(collection.name), { query }, { examined: 0 })).toEqual([]);
  again.apply({ collections: { [collection.name]: { indexes: [PLACE] } } });
  expect(idsOf(find(store.session, again.require(collection.name), { query }, { examined: 0 }))).toEqual([1]);
});
