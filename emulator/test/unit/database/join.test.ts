import fc from 'fast-check';
import { aggregate } from '../../../src/database/aggregate/pipeline';
import { Collector } from '../../../src/database/aggregate/sink';
import type { StageSpec } from '../../../src/database/aggregate/stages/stage';
import type { Stats } from '../../../src/database/search/found';
import type { Collection } from '../../../src/database/tables/collection';
import { encodeValue } from '../../../src/database/values/keys';
import { hasOwn, isPlain, type Doc } from '../../../src/database/values/values';
import { openStore, type Store } from './store';
import { anyValue, smallDoc } from './values';

let store: Store;
beforeAll(() => {
  store = openStore();
});
afterAll(() => store.close());

const ROOM = 100 * 1024 * 1024;

function run(on: Collection, stages: StageSpec[], memory = ROOM): { docs: Doc[]; stats: Stats } {
  const stats: Stats = { examined: 0 };
  const into = new Collector();
  const context = { source: store.session, catalog: store.catalog, stats, now: 0, memory };
  aggregate(context, on, stages, into);
  return { docs: into.docs, stats };
}

const lookup = (from: Collection, local: string, foreign: string, more: Doc = {}): StageSpec => [
  '$lookup',
  { from: from.name, localField: local, foreignField: foreign, as: 'joined', ...more },
];

const withIds = (docs: Doc[]): Doc[] => docs.map((doc, i) => ({ _id: i, ...doc }));
const idsOf = (docs: Doc[]): unknown[] => docs.map((doc) => (doc.joined as Doc[]).map(({ _id }) => _id));

/** The values of a path as `$lookup` takes them, written again from MongoDB's manual. */
function valuesAt(value: unknown, [key, ...rest]: string[]): unknown[] {
  const next = isPlain(value) && hasOwn(value, key!) ? value[key!] : undefined;
  const all = Array.isArray(next) ? (next as unknown[]) : [next];
  return rest.length === 0 ? all : all.flatMap((one) => valuesAt(one, rest));
}

/** Which documents a query for one value finds: the nested loop that a join stands for. */
function nestedLoop(left: Doc[], right: Collection, local: string, foreign: string): unknown[] {
  return left.map((doc) => {
    const values = valuesAt(doc, local.split('.')).filter((value) => !(value instanceof RegExp));
    const ids = values.flatMap((value) =>
      run(right, [['$match', { [foreign]: { $eq: value ?? null } }]]).docs.map(({ _id }) => _id as number),
    );
    return [...new Set(ids)].sort((a, b) => a - b);
  });
}

const path = fc.constantFrom('a', 'b', 'c', 'c.p', 'c.q', 'c.0', '_id');
/** A path by position is another matter in an index. */
const indexable = path.filter((one) => one !== 'c.0');

test('a join by hash finds what a query for each value finds, in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(smallDoc, { maxLength: 8 }),
      fc.array(smallDoc, { maxLength: 8 }),
      path,
      path,
      (l, r, local, foreign) => {
        const [left, right] = [withIds(l), withIds(r)];
        const other = store.collection(right);
        const { docs } = run(store.collection(left), [lookup(other, local, foreign)]);
        expect(idsOf(docs)).toEqual(nestedLoop(left, other, local, foreign));
      },
    ),
    { numRuns: 120 },
  );
});

test('so it does with every type of value, their near misses, nested ones, and none at all', () => {
  const docs = fc.array(fc.record({ v: anyValue }, { requiredKeys: [], noNullPrototype: true }), { maxLength: 8 });
  fc.assert(
    fc.property(docs, docs, (l, r) => {
      const [left, right] = [withIds(l), withIds(r)];
      const other = store.collection(right);
      const joined = run(store.collection(left), [lookup(other, 'v', 'v')]).docs;
      expect(idsOf(joined)).toEqual(nestedLoop(left, other, 'v', 'v'));
    }),
    { numRuns: 120 },
  );
});

test('with room for a table, with none, and through an index it finds the same', () => {
  fc.assert(
    fc.property(fc.array(smallDoc, { minLength: 1, maxLength: 8 }), path, indexable, (some, local, foreign) => {
      const docs = withIds(some);
      const left = store.collection(docs);
      const plain = store.collection(docs);
      const indexed = store.collection(docs, [{ name: 'by', keys: [[foreign, 1]] }]);
      const stages = (from: Collection): StageSpec[] => [lookup(from, local, foreign)];
      const wanted = idsOf(run(left, stages(plain)).docs).map((ids) => new Set(ids as unknown[]));
      expect(idsOf(run(left, stages(indexed)).docs).map((ids) => new Set(ids as unknown[]))).toEqual(wanted);
      // A document alone fits where all of them and their table do not.
      const most = Math.max(...docs.map((doc) => encodeValue(doc).length)) * 20 * docs.length;
      expect(idsOf(run(left, stages(plain), most).docs).map((ids) => new Set(ids as unknown[]))).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

test('a join that no index serves reads each document once: 10,000 with 10,000', () => {
  const count = 10_000;
  const docs = Array.from({ length: count }, (_, i) => ({ _id: i, key: `k${i % 5000}` }));
  const left = store.collection(docs);
  const right = store.collection(docs);
  const { docs: joined, stats } = run(left, [lookup(right, 'key', 'key')]);
  expect(stats).toEqual({ index: null, examined: 2 * count });
  expect(joined).toHaveLength(count);
  expect((joined[7]!.joined as Doc[]).map(({ _id }) => _id)).toEqual([7, 5007]);
});

test('so does one that goes on with a pipeline, and a walk from document to document', () => {
  const count = 200;
  const docs = Array.from({ length: count }, (_, i) => ({ _id: i, key: i % 100, next: i + 1 }));
  const left = store.collection(docs);
  const right = store.collection(docs);
  const pipeline = [{ $match: { $expr: { $gt: ['$_id', '$$own'] } } }, { $project: { _id: 1 } }];
  const piped = run(left, [lookup(right, 'key', 'key', { let: { own: '$_id' }, pipeline })]);
  expect(piped.stats.examined).toBe(2 * count);
  expect(piped.docs[3]!.joined).toEqual([{ _id: 103 }]);
  expect(piped.docs[103]!.joined).toEqual([]);
  const graph = { from: right.name, startWith: '$next', connectFromField: 'next', connectToField: 'key', as: 'path' };
  const walked = run(left, [
    ['$match', { _id: { $lt: 10 } }],
    ['$graphLookup', { ...graph, maxDepth: 2, restrictSearchWithMatch: { _id: { $lt: 100 } } }],
  ]);
  // Ten are found by their id, then each of the others is read once.
  expect(walked.stats.examined).toBe(10 + count);
  expect((walked.docs[0]!.path as Doc[]).map(({ _id }) => _id)).toEqual([1, 2, 3]);
});

test('a collection that is larger than a stage may hold is searched again and again, but not refused', () => {
  const docs = Array.from({ length: 50 }, (_, i) => ({ _id: i, key: i % 5, text: 'x'.repeat(100) }));
  const left = store.collection(docs.slice(0, 3));
  const { docs: joined, stats } = run(left, [lookup(store.collection(docs), 'key', 'key')], 2500);
  expect(joined.map((doc) => (doc.joined as Doc[]).length)).toEqual([10, 10, 10]);
  expect(stats.examined).toBeGreaterThan(150);
});
