import { startHarness, failure, type Harness } from './harness';
import type { Collection, Doc, Sdk } from './sdk';

let h: Harness;
let db: Sdk;
let things: Collection;
const NOW = Date.UTC(2026, 4, 1, 2, 3, 4, 5);

beforeAll(async () => {
  h = await startHarness(
    {
      collections: {
        things: {
          indexes: [
            { name: 'by_tags', keys: [['tags', 1]] },
            { name: 'by_loc', keys: [['loc', '2dsphere']] },
          ],
        },
      },
    },
    { now: () => NOW },
  );
  db = h.db;
  things = db.collection('things');
});
afterAll(() => h.close());
beforeEach(async () => {
  await things.where({ _id: db.command.exists(true) }).remove();
});

async function read(id: string): Promise<Doc> {
  const [doc] = (await things.doc(id).get()).data;
  if (!doc) throw new Error(`no ${id}`);
  const { _id, ...rest } = doc;
  expect(_id).toBe(id);
  return rest;
}

describe('update commands, as the SDK sends them', () => {
  test('fields: plain values merge by path, set replaces, remove drops, rename moves', async () => {
    const _ = db.command;
    await things.doc('x').set({ a: { p: 1, q: 1 }, b: { p: 1, q: 1 }, c: 1, d: 1 });
    await things.doc('x').update({ a: { p: 2 }, b: _.set({ p: 2 }), c: _.remove(), d: _.rename('e') });
    expect(await read('x')).toEqual({ a: { p: 2, q: 1 }, b: { p: 2 }, e: 1 });
  });

  test('numbers: inc, mul, min, max, bit', async () => {
    const _ = db.command;
    await things.doc('x').set({ a: 1, b: 2, c: 3, d: 3, deep: { n: 1 } });
    await things
      .doc('x')
      .update({ a: _.inc(5), b: _.mul(3), c: _.min(1), d: _.max(9), deep: { n: _.inc(-2) }, f: _.inc(1) });
    expect(await read('x')).toEqual({ a: 6, b: 6, c: 1, d: 9, deep: { n: -1 }, f: 1 });
    await things
      .options({ raw: true })
      .where({ _id: 'x' })
      .update({ $bit: { a: { or: 8 } } });
    expect(await read('x')).toMatchObject({ a: 14 });
  });

  test('arrays: push, unshift, pop, shift, pull, pullAll, addToSet', async () => {
    const _ = db.command;
    const all = { a: [1], b: [1], c: [1, 2], d: [1, 2], e: [1, 2, 3], f: [1, 2, 3], g: [1], h: [1] };
    await things.doc('x').set(all);
    await things.doc('x').update({
      a: _.push([2, 3]),
      b: _.unshift([0]),
      c: _.pop(),
      d: _.shift(),
      e: _.pull(_.gte(2)),
      f: _.pullAll([1, 3]),
      g: _.addToSet(1),
      h: _.push({ each: [3, 2], position: 0, sort: 1, slice: 2 }),
    });
    expect(await read('x')).toEqual({ a: [1, 2, 3], b: [0, 1], c: [1], d: [2], e: [1], f: [2], g: [1], h: [1, 2] });
  });

  test('a server date is the server’s, with its offset', async () => {
    await things.add({ _id: 'x', at: db.serverDate() });
    await things
      .doc('x')
      .update({ later: db.serverDate({ offset: 60_000 }), list: db.command.push([db.serverDate()]) });
    expect(await read('x')).toEqual({ at: new Date(NOW), later: new Date(NOW + 60_000), list: [new Date(NOW)] });
  });

  test('updateAndReturn gives the document as it is afterwards, or null', async () => {
    await things.doc('x').set({ n: 1, at: new Date(5) });
    expect(await things.where({ n: 1 }).updateAndReturn({ n: db.command.inc(1) })).toMatchObject({
      updated: 1,
      doc: { _id: 'x', n: 2, at: new Date(5) },
    });
    expect(await things.where({ n: 2 }).updateAndReturn({ n: 2 })).toMatchObject({ updated: 1 });
    expect(await things.where({ n: 99 }).updateAndReturn({ n: 1 })).toMatchObject({ updated: 0, doc: null });
  });

  test('where updates all matches, or one with multiple: false', async () => {
    await things.add([{ k: 1 }, { k: 1 }, { k: 2 }]);
    expect((await things.where({ k: 1 }).options({ multiple: false }).update({ seen: true })).updated).toBe(1);
    expect((await things.where({ k: 1 }).update({ seen: true })).updated).toBe(1);
    expect((await things.where({ seen: true }).count()).total).toBe(2);
  });

  test('an update that fails on one document changes none', async () => {
    await things.add([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 'text' },
    ]);
    expect((await failure(things.where({ _id: db.command.exists(true) }).update({ n: db.command.inc(1) }))).code).toBe(
      'DATABASE_REQUEST_FAILED',
    );
    expect(await read('a')).toEqual({ n: 1 });
  });

  test('wrong types are errors: inc on text, push on text, a path below null', async () => {
    const _ = db.command;
    await things.doc('x').set({ t: 'text', z: null, n: 1 });
    const inc = await failure(things.doc('x').update({ t: _.inc(1) }));
    expect(inc).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('non-numeric type') as unknown,
    });
    await failure(things.doc('x').update({ t: _.push([1]) }));
    const below = await failure(things.doc('x').update({ z: { b: 1 } }));
    expect(below.message).toContain("Cannot create field 'b' in element {z: null}");
    await failure(things.doc('x').update({ n: { b: 1 } }));
  });
});

describe('query commands, as the SDK sends them', () => {
  const ids = async (query: Doc): Promise<unknown[]> =>
    (await things.where(query).orderBy('_id', 'asc').get()).data.map(({ _id }) => _id);

  beforeEach(async () => {
    await things.add([
      { _id: 'a', n: 1, tags: ['red', 'blue'], name: 'Alpha', at: new Date(1000) },
      { _id: 'b', n: 2, tags: ['red'], name: 'beta', at: new Date(2000), sub: { k: 1 } },
      {
        _id: 'c',
        n: 3,
        tags: [],
        name: 'gamma',
        items: [
          { q: 1, r: 1 },
          { q: 5, r: 9 },
        ],
      },
      { _id: 'd', name: 'delta', n: null },
    ]);
  });

  test('comparisons, and chains of them', async () => {
    const _ = db.command;
    expect(await ids({ n: _.gt(1) })).toEqual(['b', 'c']);
    expect(await ids({ n: _.gte(1).and(_.lt(3)) })).toEqual(['a', 'b']);
    expect(await ids({ n: _.in([1, 3]) })).toEqual(['a', 'c']);
    expect(await ids({ n: _.nin([1, 3]) })).toEqual(['b', 'd']);
    expect(await ids({ n: _.neq(2) })).toEqual(['a', 'c', 'd']);
    expect(await ids({ n: _.eq(null) })).toEqual(['d']);
    expect(await ids({ at: _.gte(new Date(1500)) })).toEqual(['b']);
    expect(await ids({ n: _.mod(2, 1) })).toEqual(['a', 'c']);
  });

  test('logic', async () => {
    const _ = db.command;
    expect(await ids({ n: _.lt(2).or(_.gt(2)) })).toEqual(['a', 'c']);
    expect(await ids({ n: _.not(_.gt(1)) })).toEqual(['a', 'd']);
    expect(await ids(_.or([{ n: 1 }, { name: 'delta' }]) as unknown as Doc)).toEqual(['a', 'd']);
    expect(await ids(_.and([{ tags: 'red' }, { n: 2 }]) as unknown as Doc)).toEqual(['b']);
    expect(await ids(_.nor([{ tags: 'red' }, { n: 3 }]) as unknown as Doc)).toEqual(['d']);
  });

  test('arrays and embedded documents', async () => {
    const _ = db.command;
    expect(await ids({ tags: 'red' })).toEqual(['a', 'b']);
    expect(await ids({ tags: _.all(['red', 'blue']) })).toEqual(['a']);
    expect(await ids({ tags: _.size(0) })).toEqual(['c']);
    expect(await ids({ tags: _.elemMatch(_.eq('blue')) })).toEqual(['a']);
    expect(await ids({ items: _.elemMatch({ q: 5, r: _.gt(5) }) })).toEqual(['c']);
    expect(await ids({ sub: { k: 1 } })).toEqual(['b']);
    expect(await ids({ sub: _.exists(true) })).toEqual(['b']);
    expect(await ids({ tags: _.exists(false) })).toEqual(['d']);
  });

  test('regular expressions, native and as command', async () => {
    expect(await ids({ name: /^[a-b]/i })).toEqual(['a', 'b']);
    expect(await ids({ name: db.RegExp({ regexp: 'TA$', options: 'i' }) })).toEqual(['b', 'd']);
  });

  test('geo', async () => {
    const _ = db.command;
    await things.add([
      { _id: 'p1', loc: new db.Geo.Point(116.4, 39.9) },
      { _id: 'p2', loc: new db.Geo.Point(121.47, 31.23) },
      { _id: 'p3', loc: new db.Geo.Point(116.41, 39.91) },
    ]);
    const near = await things
      .where({ loc: _.geoNear({ geometry: new db.Geo.Point(116.4, 39.9), maxDistance: 5000 }) })
      .get();
    expect(near.data.map(({ _id }) => _id)).toEqual(['p1', 'p3']);
    const ring = [
      [116, 39],
      [117, 39],
      [117, 40],
      [116, 40],
      [116, 39],
    ].map(([x, y]) => new db.Geo.Point(x as number, y as number));
    expect(await ids({ loc: _.geoWithin({ geometry: new db.Geo.Polygon([new db.Geo.LineString(ring)]) }) })).toEqual([
      'p1',
      'p3',
    ]);
    expect(await ids({ loc: _.geoIntersects({ geometry: new db.Geo.Point(121.47, 31.23) }) })).toEqual(['p2']);
  });

  test('an ObjectId comes back as a plain string', async () => {
    const id = '0123456789abcdef01234567';
    await things.add({ _id: 'o', ref: new db.ObjectId({ id }) });
    expect(await read('o')).toEqual({ ref: id });
    expect(await ids({ ref: new db.ObjectId({ id }) })).toEqual(['o']);
    expect((await things.where({ _id: 'o' }).field({ ref: true }).get()).data).toEqual([{ _id: 'o', ref: id }]);
  });

  test('numbers that JSON cannot hold survive', async () => {
    await things.add({ _id: 'n', big: 2 ** 52, half: 0.5, nan: NaN, inf: -Infinity });
    expect(await read('n')).toEqual({ big: 2 ** 52, half: 0.5, nan: NaN, inf: -Infinity });
  });
});
