import { failure, startHarness, type Harness } from './harness';
import type { Doc } from './sdk';

/** A limit of 20 KB in place of MongoDB's 100 MB; a document has some 150 bytes. */
const LIMIT = 20_000;
const COUNT = 1000;

let h: Harness;
beforeAll(async () => {
  const things = { indexes: [{ name: 'by_rank', keys: [['rank', 1]] as [string, 1][] }] };
  h = await startHarness({ collections: { things, one: {} } }, { stageMemory: LIMIT });
  const documents = Array.from({ length: COUNT }, (_, i) => ({
    ...{ _id: `t${String(i).padStart(4, '0')}`, rank: (i * 7) % COUNT, kind: i % 10, text: 'x'.repeat(80) },
  }));
  await h.db.collection('things').add(documents);
  await h.db.collection('one').add({ _id: 'one', kind: 3 });
});
afterAll(() => h.close());

const things = () => h.db.collection('things').options({ raw: true });
const piped = async (...stages: Doc[]): Promise<Doc[]> => (await things().aggregate(stages).end()).data;
const refusal = async (...stages: Doc[]): Promise<string> => {
  const { code, message } = await failure(piped(...stages));
  expect(code).toBe('DATABASE_REQUEST_FAILED');
  return message;
};

describe('a sort', () => {
  test('of more than the limit is refused, and told the way out', async () => {
    const { code, message } = await failure(h.db.collection('things').orderBy('text', 'asc').limit(1000).get());
    expect(code).toBe('DATABASE_REQUEST_FAILED');
    expect(message).toContain(`Sort exceeded memory limit of ${LIMIT} bytes`);
    expect(message).toContain('Add an index for the order, or a limit.');
    expect(await refusal({ $sort: { text: 1 } }, { $count: 'n' })).toContain('Sort exceeded memory limit');
    expect(await refusal({ $set: { a: 1 } }, { $sort: { a: 1 } })).toContain('Sort exceeded memory limit');
  });

  test('holds only the few that a limit asks for, however many there are', async () => {
    const { data } = await h.db.collection('things').orderBy('kind', 'desc').orderBy('_id', 'desc').limit(2).get();
    expect(data.map(({ _id }) => _id)).toEqual(['t0999', 't0989']);
    const stages = [{ $sort: { kind: -1, _id: -1 } }, { $project: { kind: 1 } }, { $skip: 1 }, { $limit: 2 }];
    expect((await piped({ $set: { a: 1 } }, ...stages)).map(({ _id }) => _id)).toEqual(['t0989', 't0979']);
    expect((await piped(...stages)).map(({ _id }) => _id)).toEqual(['t0989', 't0979']);
  });

  test('by an index holds nothing', async () => {
    const { data } = await h.db.collection('things').orderBy('rank', 'asc').limit(1000).get();
    expect(data).toHaveLength(COUNT);
    expect(await piped({ $sort: { rank: 1 } }, { $count: 'n' })).toEqual([{ n: COUNT }]);
  });
});

describe('a group', () => {
  test('of few values takes any number of documents', async () => {
    const sums = { n: { $sum: 1 }, most: { $max: '$text' }, last: { $last: '$text' }, kinds: { $addToSet: '$kind' } };
    expect(await piped({ $group: { _id: '$kind', ...sums } }, { $count: 'n' })).toEqual([{ n: 10 }]);
    expect(await piped({ $sortByCount: '$kind' }, { $limit: 1 })).toEqual([{ _id: 0, count: 100 }]);
    expect(await piped({ $bucket: { groupBy: '$kind', boundaries: [0, 5, 10] } })).toHaveLength(2);
  });

  test.each([
    ['too many values', '$group', { $group: { _id: '$_id' } }],
    ['lists that are too long together', '$group', { $group: { _id: '$kind', all: { $push: '$text' } } }],
    [
      'sets that are too large together',
      '$group',
      { $group: { _id: '$kind', all: { $addToSet: { $concat: ['$_id', '$text'] } } } },
    ],
    ['too many values', '$sortByCount', { $sortByCount: '$_id' }],
    [
      'lists in buckets',
      '$bucket',
      { $bucket: { groupBy: '$kind', boundaries: [0, 5, 10], output: { a: { $push: '$text' } } } },
    ],
  ])('of %s is refused: %s', async (_what, stage, spec) => {
    expect(await refusal(spec)).toContain(
      `Exceeded memory limit for ${stage}, but didn't allow external sort. Pass allowDiskUse:true to opt in.`,
    );
  });

  test('with one accumulator that holds more than the limit says which', async () => {
    const huge = { $reduce: { input: { $range: [0, 300] }, initialValue: '', in: { $concat: ['$$value', '$text'] } } };
    expect(await refusal({ $limit: 1 }, { $group: { _id: null, all: { $push: huge } } })).toContain(
      `$push used too much memory and cannot spill to disk. Memory limit: ${LIMIT} bytes`,
    );
  });
});

test('what a lookup finds for one document, a facet holds and a graph reaches is limited', async () => {
  const one = (stages: Doc[]) => failure(h.db.collection('one').options({ raw: true }).aggregate(stages).end());
  expect((await one([{ $lookup: { from: 'things', pipeline: [], as: 'all' } }])).message).toContain(
    `Total size of documents in things matching pipeline's $lookup stage exceeds ${LIMIT} bytes`,
  );
  const graph = { from: 'things', startWith: '$kind', connectFromField: 'kind', connectToField: 'kind', as: 'all' };
  const near = await h.db
    .collection('one')
    .options({ raw: true })
    .aggregate([{ $graphLookup: graph }])
    .end();
  expect(near.data[0]?.all).toHaveLength(100);
  expect((await one([{ $graphLookup: { ...graph, startWith: [1, 2, 3] } }])).message).toContain(
    '$graphLookup reached maximum memory consumption',
  );
  expect(await refusal({ $facet: { all: [], few: [{ $limit: 1 }] } })).toContain('$facet exceeds the limit');
  expect(await piped({ $facet: { few: [{ $limit: 1 }], total: [{ $count: 'n' }] } })).toHaveLength(1);
});

test.each([
  ['$bucketAuto', { $bucketAuto: { groupBy: '$kind', buckets: 2 } }],
  ['$setWindowFields', { $setWindowFields: { output: { n: { $sum: 1 } } } }],
  ['$fill', { $fill: { output: { none: { value: 1 } } } }],
])('%s, which needs all documents at once, is limited', async (stage, spec) => {
  expect(await refusal(spec)).toContain(`Exceeded memory limit for ${stage}`);
  expect(await refusal(spec)).not.toContain('undefined');
  expect(await piped({ $limit: 10 }, spec)).not.toEqual([]);
});

test('no document of a result is larger than 16 MB', async () => {
  const double = { $set: { text: { $concat: ['$text', '$text'] } } };
  const stages = [{ $limit: 1 }, ...Array.from({ length: 18 }, () => double)];
  expect(await refusal(...stages)).toMatch(/BSONObj size: \d+ \(0x[0-9A-F]+\) is invalid/);
  expect(await piped(...stages, { $project: { size: { $strLenBytes: '$text' } } })).toEqual([
    { _id: 't0000', size: 80 * 2 ** 18 },
  ]);
});
