import type { Collection, Database } from './support';
import { startWxHost, type WxHost } from './support';

let host: WxHost;
let db: Database;
let things: Collection;
beforeAll(async () => {
  host = await startWxHost();
  db = host.cloud.database();
  things = db.collection('things');
});
beforeEach(() => things.where({ _id: db.command.exists(true) }).remove());
afterAll(() => host.stop());

/** Ids of the documents a condition finds, in order. */
const idsOf = async (where: Parameters<Collection['where']>[0]): Promise<unknown[]> =>
  (await things.where(where).orderBy('_id', 'asc').get()).data.map(({ _id }) => _id);

const contentOf = async (id: string): Promise<unknown> => (await things.doc(id).get()).data;

describe('documents', () => {
  test('add gives the id, a batch the ids, and both say ok', async () => {
    expect(await things.add({ data: { _id: 'a', n: 1 } })).toEqual({ _id: 'a', errMsg: 'collection.add:ok' });
    const { _id } = await things.add({ data: { n: 2 } });
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
    expect((await things.add({ data: [{ _id: 'b' }, { _id: 'c' }] }))._ids).toEqual(['b', 'c']);
  });

  test('set says what it made and what it replaced', async () => {
    const made = await things.doc('s').set({ data: { a: 1, b: 2 } });
    expect(made).toEqual({ _id: 's', stats: { updated: 0, created: 1 }, errMsg: 'document.set:ok' });
    expect((await things.doc('s').set({ data: { c: 3 } })).stats).toEqual({ updated: 1, created: 0 });
    expect(await contentOf('s')).toEqual({ _id: 's', c: 3 });
  });

  test('dates, server dates, geometries and null come back as what they were', async () => {
    const before = Date.now();
    const data = { due: new Date(86_400_000), at: db.serverDate(), place: db.Geo.Point(113.3, 23.1), none: null };
    await things.add({ data: { _id: 'x', ...data, later: db.serverDate({ offset: 60_000 }) } });
    const doc = (await things.doc('x').get()).data as Record<string, unknown>;
    expect(doc).toMatchObject({ due: new Date(86_400_000), place: { longitude: 113.3, latitude: 23.1 }, none: null });
    expect((doc.at as Date).getTime()).toBeGreaterThanOrEqual(before);
    expect((doc.later as Date).getTime() - (doc.at as Date).getTime()).toBe(60_000);
  });

  test('updating and removing count what they touched, alone and by a condition', async () => {
    await things.add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
        { _id: 'c', n: 3 },
      ],
    });
    expect((await things.doc('a').update({ data: { n: 5 } })).stats).toEqual({ updated: 1 });
    expect((await things.doc('none').update({ data: { n: 5 } })).stats).toEqual({ updated: 0 });
    const updated = await things.where({ n: db.command.lt(5) }).update({ data: { low: true } });
    expect(updated).toEqual({ stats: { updated: 2 }, errMsg: 'collection.update:ok' });
    expect((await things.doc('a').remove()).stats).toEqual({ removed: 1 });
    expect((await things.where({ low: true }).remove()).stats).toEqual({ removed: 2 });
    expect(await things.count()).toEqual({ total: 0, errMsg: 'collection.count:ok' });
  });

  test('a query is sorted, paged and projected', async () => {
    await things.add({ data: [1, 2, 3, 4, 5].map((n) => ({ _id: `d${n}`, n, secret: n })) });
    const { data, errMsg } = await things
      .where({ n: db.command.gt(1) })
      .orderBy('n', 'desc')
      .skip(1)
      .limit(2)
      .field({ n: true })
      .get();
    expect(data).toEqual([
      { _id: 'd4', n: 4 },
      { _id: 'd3', n: 3 },
    ]);
    expect(errMsg).toBe('collection.get:ok');
  });

  test('a hundred documents come at once unless a limit says otherwise, a thousand at most', async () => {
    await things.add({ data: Array.from({ length: 1005 }, (_, n) => ({ n })) });
    expect((await things.where({ n: db.command.gte(0) }).get()).data).toHaveLength(100);
    expect(
      (
        await things
          .where({ n: db.command.gte(0) })
          .limit(1000)
          .get()
      ).data,
    ).toHaveLength(1000);
  });
});

describe('commands of a query', () => {
  beforeEach(() =>
    things.add({
      data: [
        { _id: 'a', n: 1, tags: ['x', 'y'], rows: [{ k: 1, v: 5 }], name: 'Anna', place: db.Geo.Point(113, 23) },
        {
          _id: 'b',
          n: 2,
          tags: ['y'],
          rows: [
            { k: 1, v: 1 },
            { k: 2, v: 5 },
          ],
          name: 'bob',
        },
        { _id: 'c', n: 3, tags: [], name: null },
      ],
    }),
  );

  const cases: [string, (_: Database['command']) => Parameters<Collection['where']>[0], string[]][] = [
    ['eq', (_) => ({ n: _.eq(1) }), ['a']],
    ['neq', (_) => ({ n: _.neq(1) }), ['b', 'c']],
    ['gt and lte', (_) => ({ n: _.gt(1).and(_.lte(2)) }), ['b']],
    ['in', (_) => ({ n: _.in([1, 3]) }), ['a', 'c']],
    ['nin', (_) => ({ n: _.nin([1, 3]) }), ['b']],
    ['mod', (_) => ({ n: _.mod(2, 1) }), ['a', 'c']],
    ['exists', (_) => ({ rows: _.exists(false) }), ['c']],
    ['all', (_) => ({ tags: _.all(['x', 'y']) }), ['a']],
    ['size', (_) => ({ tags: _.size(0) }), ['c']],
    ['elemMatch', (_) => ({ rows: _.elemMatch({ k: 1, v: 5 }) }), ['a']],
    ['or on a field', (_) => ({ n: _.lt(2).or(_.gt(2)) }), ['a', 'c']],
    ['or of documents', (_) => _.or({ n: 1 }, { tags: 'y' }), ['a', 'b']],
    ['and of documents', (_) => _.and({ n: _.gt(1) }, { tags: 'y' }), ['b']],
    ['nor', (_) => _.nor({ n: 1 }, { n: 2 }), ['c']],
    ['not', (_) => ({ n: _.not(_.gt(1)) }), ['a']],
  ];

  test.each(cases)('%s', async (_name, query, expected) => {
    expect(await idsOf(query(db.command))).toEqual(expected);
  });

  test('regular expressions of both kinds, and null', async () => {
    expect(await idsOf({ name: /^a/i })).toEqual(['a']);
    expect(await idsOf({ name: db.RegExp({ regexp: '^B', options: 'i' }) })).toEqual(['b']);
    expect(await idsOf({ name: null })).toEqual(['c']);
  });

  test('a place is found near a point and within a polygon', async () => {
    const near = { geometry: db.Geo.Point(113, 23.0001), maxDistance: 50 };
    expect((await things.where({ place: db.command.geoNear(near) }).get()).data.map(({ _id }) => _id)).toEqual(['a']);
    const ring = [
      [112, 22],
      [114, 22],
      [114, 24],
      [112, 22],
    ] as const;
    const geometry = db.Geo.Polygon([db.Geo.LineString(ring.map(([lng, lat]) => db.Geo.Point(lng, lat)))]);
    expect(await idsOf({ place: db.command.geoWithin({ geometry }) })).toEqual(['a']);
  });
});

describe('commands of an update', () => {
  const untouched = { n: 1, o: { a: 1 }, list: [1, 2] };
  const cases: [string, (_: Database['command']) => Record<string, unknown>, Record<string, unknown>][] = [
    ['inc', (_) => ({ n: _.inc(2) }), { n: 3 }],
    ['mul', (_) => ({ n: _.mul(5) }), { n: 5 }],
    ['min', (_) => ({ n: _.min(0) }), { n: 0 }],
    ['max', (_) => ({ n: _.max(9) }), { n: 9 }],
    ['set', (_) => ({ o: _.set({ z: 1 }) }), { o: { z: 1 } }],
    ['a nested document is merged', () => ({ o: { z: 1 } }), { o: { a: 1, z: 1 } }],
    ['push', (_) => ({ list: _.push([3, 4]) }), { list: [1, 2, 3, 4] }],
    ['push with a position', (_) => ({ list: _.push({ each: [9], position: 1 }) }), { list: [1, 9, 2] }],
    ['pop', (_) => ({ list: _.pop() }), { list: [1] }],
    ['shift', (_) => ({ list: _.shift() }), { list: [2] }],
    ['unshift', (_) => ({ list: _.unshift([0]) }), { list: [0, 1, 2] }],
    ['pull', (_) => ({ list: _.pull(_.gt(1)) }), { list: [1] }],
    ['pullAll', (_) => ({ list: _.pullAll([1, 2]) }), { list: [] }],
    ['addToSet', (_) => ({ list: _.addToSet(2) }), {}],
  ];

  test.each(cases)('%s', async (_name, data, expected) => {
    await things.add({ data: { _id: 'x', n: 1, o: { a: 1 }, list: [1, 2] } });
    await things.doc('x').update({ data: data(db.command) });
    expect(await contentOf('x')).toEqual({ _id: 'x', ...untouched, ...expected });
  });

  test('remove and rename take the field away', async () => {
    await things.add({ data: { _id: 'x', n: 1, m: 2 } });
    await things.doc('x').update({ data: { n: db.command.remove(), m: db.command.rename('k') } });
    expect(await contentOf('x')).toEqual({ _id: 'x', k: 2 });
  });
});

test('an aggregation gives its list', async () => {
  await things.add({
    data: [
      { k: 'a', n: 1 },
      { k: 'a', n: 2 },
      { k: 'b', n: 5 },
    ],
  });
  const $ = db.command.aggregate;
  const result = await things
    .aggregate()
    .match({ n: db.command.lt(9) })
    .group({ _id: '$k', sum: $.sum!('$n') })
    .sort({ sum: -1 })
    .limit(2)
    .end();
  expect(result).toEqual({
    list: [
      { _id: 'b', sum: 5 },
      { _id: 'a', sum: 3 },
    ],
    errMsg: 'collection.aggregate:ok',
  });
});
