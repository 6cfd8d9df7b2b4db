import { failure, startHarness, type Harness } from './harness';
import type { Collection, Doc, Pipeline, Sdk } from './sdk';

let h: Harness;
let db: Sdk;
let reads: Collection;

beforeAll(async () => {
  h = await startHarness({
    collections: {
      reads: {
        indexes: [
          {
            name: 'by_branch',
            keys: [
              ['branch', 1],
              ['minutes', -1],
            ],
          },
        ],
      },
      books: { indexes: [{ name: 'by_code', keys: [['code', 1]] }] },
      places: { indexes: [{ name: 'by_loc', keys: [['loc', '2dsphere']] }] },
    },
  });
  db = h.db;
  reads = db.collection('reads');
  await reads.add([
    {
      _id: '1',
      branch: 'x',
      minutes: 10,
      book: 'A',
      day: new Date('2026-01-01T20:00:00Z'),
      tags: ['t1', 't2'],
      title: '边城',
    },
    {
      _id: '2',
      branch: 'x',
      minutes: 30,
      book: 'B',
      day: new Date('2026-01-03T01:00:00Z'),
      tags: ['t1'],
      title: '围城',
    },
    { _id: '3', branch: 'y', minutes: 20, book: 'A', day: new Date('2026-01-04T01:00:00Z'), tags: [], title: 'abc' },
    { _id: '4', branch: 'y', book: 'Z', day: new Date('2026-01-05T01:00:00Z') },
  ]);
  await db.collection('books').add([
    { code: 'A', name: '边城' },
    { code: 'B', name: '围城' },
  ]);
});
afterAll(() => h.close());

const run = async (build: (pipeline: Pipeline) => Pipeline): Promise<Doc[]> =>
  (await build(reads.aggregate()).end()).data;

describe('pipelines', () => {
  test('group, with sums, averages and extremes', async () => {
    const $ = db.command.aggregate;
    const data = await run((p) =>
      p
        .group({
          _id: '$branch',
          total: $.sum?.('$minutes'),
          mean: $.avg?.('$minutes'),
          most: $.max?.('$minutes'),
          count: $.sum?.(1),
          books: $.addToSet?.('$book'),
        })
        .sort({ _id: 1 }),
    );
    expect(data).toEqual([
      { _id: 'x', total: 40, mean: 20, most: 30, count: 2, books: ['A', 'B'] },
      { _id: 'y', total: 20, mean: 20, most: 20, count: 2, books: ['A', 'Z'] },
    ]);
  });

  test('match, sort, skip and limit at the head use the index', async () => {
    h.calls.length = 0;
    expect((await run((p) => p.match({ branch: 'x' }).sort({ minutes: -1 }).limit(1))).map(({ _id }) => _id)).toEqual([
      '2',
    ]);
    expect(h.calls.at(-1)).toMatchObject({
      action: 'database.aggregateDocuments',
      index: 'by_branch',
      examined: 1,
      returned: 1,
    });
    expect(
      await run((p) =>
        p
          .match({ branch: db.command.in(['x', 'y']) })
          .sort({ branch: -1, minutes: 1 })
          .skip(1)
          .limit(2)
          .project({ _id: 1 }),
      ),
    ).toEqual([{ _id: '3' }, { _id: '1' }]);
  });

  test('a match that finds nothing counts nothing', async () => {
    expect(await run((p) => p.match({ branch: 'none' }).count('n'))).toEqual([]);
    expect(await run((p) => p.match({ branch: 'x' }).count('n'))).toEqual([{ n: 2 }]);
  });

  test('unwind, project, addFields, replaceRoot, sortByCount, bucket', async () => {
    expect(
      await run((p) =>
        p
          .unwind('$tags')
          .group({ _id: '$tags', n: { $sum: 1 } })
          .sort({ n: -1 }),
      ),
    ).toEqual([
      { _id: 't1', n: 2 },
      { _id: 't2', n: 1 },
    ]);
    expect(
      await run((p) => p.match({ _id: '1' }).project({ _id: 0, twice: { $multiply: ['$minutes', 2] }, branch: 1 })),
    ).toEqual([{ twice: 20, branch: 'x' }]);
    expect((await run((p) => p.match({ _id: '1' }).addFields({ long: { $gte: ['$minutes', 10] } })))[0]).toMatchObject({
      long: true,
      branch: 'x',
    });
    expect(await run((p) => p.match({ _id: '1' }).replaceRoot({ newRoot: { who: '$branch' } }))).toEqual([
      { who: 'x' },
    ]);
    expect((await run((p) => p.sortByCount('$book')))[0]).toEqual({ _id: 'A', count: 2 });
    expect(
      await run((p) =>
        p.match({ minutes: db.command.exists(true) }).bucket({ groupBy: '$minutes', boundaries: [0, 20, 40] }),
      ),
    ).toEqual([
      { _id: 0, count: 1 },
      { _id: 20, count: 2 },
    ]);
  });

  test('lookup joins by equality through the index of the other collection', async () => {
    h.calls.length = 0;
    const data = await run((p) =>
      p
        .match({ branch: 'x' })
        .sort({ _id: 1 })
        .lookup({ from: 'books', localField: 'book', foreignField: 'code', as: 'found' })
        .project({ 'found.name': 1 }),
    );
    expect(data).toEqual([
      { _id: '1', found: [{ name: '边城' }] },
      { _id: '2', found: [{ name: '围城' }] },
    ]);
    expect(h.calls.at(-1)?.index).not.toBeNull();
    await run((p) =>
      p.match({ branch: 'x' }).lookup({ from: 'books', localField: 'book', foreignField: 'name', as: 'found' }),
    );
    expect(h.calls.at(-1)?.index).toBeNull();
    expect(
      (
        await run((p) =>
          p.match({ _id: '4' }).lookup({ from: 'nowhere', localField: 'book', foreignField: 'code', as: 'found' }),
        )
      )[0]?.found,
    ).toEqual([]);
  });

  test('geoNear orders by distance and reports it', async () => {
    await db.collection('places').add([
      { _id: 'far', loc: new db.Geo.Point(121.47, 31.23) },
      { _id: 'near', loc: new db.Geo.Point(116.41, 39.91) },
    ]);
    const { data } = await db
      .collection('places')
      .aggregate()
      .geoNear({ near: new db.Geo.Point(116.4, 39.9), key: 'loc', distanceField: 'away', spherical: true })
      .end();
    expect(data.map(({ _id }) => _id)).toEqual(['near', 'far']);
    expect(data[0]?.away).toBeCloseTo(1401.9, -1);
    expect(data[1]?.away).toBeGreaterThan(1_000_000);
    h.calls.length = 0;
    const nearest = { near: new db.Geo.Point(116.4, 39.9), key: 'loc', distanceField: 'away', spherical: true };
    const first = await db.collection('places').aggregate().geoNear(nearest).project({ away: 0 }).limit(1).end();
    expect(first.data.map(({ _id }) => _id)).toEqual(['near']);
    // A limit further on lets it stop once the nearest are found.
    expect(h.calls.at(-1)).toMatchObject({ index: 'by_loc', examined: 1 });
  });
});

describe('expressions', () => {
  const value = async (id: string, expression: Doc): Promise<unknown> =>
    (await run((p) => p.match({ _id: id }).project({ v: expression })))[0]?.v;

  test('$week counts weeks from Sunday', async () => {
    // 2026-01-01 is a Thursday, 2026-01-04 the first Sunday.
    expect(await value('1', { $week: '$day' })).toBe(0);
    expect(await value('2', { $week: '$day' })).toBe(0);
    expect(await value('3', { $week: '$day' })).toBe(1);
  });

  test('$indexOfCP, $substrBytes and $substr', async () => {
    expect(await value('1', { $indexOfCP: ['$title', '城'] })).toBe(1);
    expect(await value('1', { $indexOfCP: ['$title', 'x'] })).toBe(-1);
    expect(await value('4', { $indexOfCP: ['$title', 'x'] })).toBeNull();
    expect(await value('3', { $substrBytes: ['$title', 1, -1] })).toBe('bc');
    expect(await value('1', { $substr: ['$title', 3, 3] })).toBe('城');
    await failure(
      reads
        .aggregate()
        .match({ _id: '1' })
        .project({ v: { $substrBytes: ['$title', 1, 1] } })
        .end(),
    );
  });

  test('comparisons are of whole values across types', async () => {
    expect(await value('1', { $eq: ['$tags', 't1'] })).toBe(false);
    expect(await value('1', { $gt: ['$minutes', null] })).toBe(true);
    expect(await value('4', { $lt: ['$minutes', null] })).toBe(true);
    expect(await value('4', { $ifNull: ['$minutes', 'none'] })).toBe('none');
  });

  test('dates are formatted in the asked time zone', async () => {
    expect(await value('1', { $dateToString: { date: '$day', format: '%Y-%m-%d', timezone: '+08:00' } })).toBe(
      '2026-01-02',
    );
    expect(await value('1', { $dateToString: { date: '$day', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } })).toBe(
      '2026-01-02',
    );
    expect(await value('1', { $dateToString: { date: '$day', format: '%Y-%m-%d' } })).toBe('2026-01-01');
  });

  test('wrong operands are errors', async () => {
    for (const stage of [
      (p: Pipeline) => p.limit(-1),
      (p: Pipeline) => p.skip(-1),
      (p: Pipeline) => p.count('$x'),
      (p: Pipeline) => p.sort({ a: 2 }),
      (p: Pipeline) => p.group({ total: { $sum: 1 } }),
      (p: Pipeline) => p.lookup({ from: 'books' }),
      (p: Pipeline) => p.project({ a: { $divide: [1, 0] } }),
    ]) {
      expect((await failure(stage(reads.aggregate()).end())).code).toBe('DATABASE_REQUEST_FAILED');
    }
  });
});
