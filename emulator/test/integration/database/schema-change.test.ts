import type { SchemaFile } from '../../../src/service';
import { startHarness, type Harness } from './harness';
import type { Doc } from './sdk';

/** Indexes that the schema gains and loses between two starts, over what is stored already. */

let h: Harness;
const point = (longitude: number, latitude: number): Doc => ({ type: 'Point', coordinates: [longitude, latitude] });
const docs: Doc[] = Array.from({ length: 50 }, (_, i) => ({
  _id: `d${i}`,
  kind: i % 3,
  tags: [`t${i % 5}`, `t${i % 7}`],
  place: i % 10 === 0 ? null : point(i, i / 2),
  code: `c${i}`,
}));

beforeEach(async () => {
  h = await startHarness({ collections: { things: {} } });
  await h.db.collection('things').add(docs);
});
afterEach(() => h.close());

const withIndexes = (...indexes: NonNullable<SchemaFile['collections'][string]['indexes']>): SchemaFile => ({
  collections: { things: { indexes } },
});

const queries: [expected: string, query: Doc][] = [
  ['by_tags', { tags: 't3' }],
  ['by_kind_place', { kind: 1, place: { $geoWithin: { $centerSphere: [[10, 5], 0.2] } } }],
  ['by_code', { code: { $gte: 'c4', $lt: 'c5' } }],
];

async function ids(query: Doc): Promise<unknown[]> {
  const { data } = await h.db.collection('things').options({ raw: true }).where(query).orderBy('_id', 'asc').get();
  return data.map(({ _id }) => _id);
}

test('indexes declared later are built over what is stored, serve, and change no answer', async () => {
  const before = await Promise.all(queries.map(([, query]) => ids(query)));
  const hash = h.service.hash();
  await h.reopen({
    schema: withIndexes(
      { name: 'by_tags', keys: [['tags', 1]] },
      {
        name: 'by_kind_place',
        keys: [
          ['kind', 1],
          ['place', '2dsphere'],
        ],
      },
      { name: 'by_code', unique: true, keys: [['code', -1]] },
    ),
  });
  h.calls.length = 0;
  expect(await Promise.all(queries.map(([, query]) => ids(query)))).toEqual(before);
  expect(new Set(h.calls.map(({ index }) => index))).toEqual(new Set(queries.map(([index]) => index)));
  expect(h.service.hash()).toBe(hash);
  expect(before.every((found) => found.length > 0)).toBe(true);
});

test('an index that is gone from the schema serves no more', async () => {
  await h.reopen({ schema: withIndexes({ name: 'by_code', unique: true, keys: [['code', 1]] }) });
  await h.reopen({ schema: withIndexes() });
  h.calls.length = 0;
  expect((await h.db.collection('things').where({ code: 'c7' }).get()).data).toHaveLength(1);
  expect(h.calls[0]?.index).toBeNull();
  await h.db.collection('things').add({ _id: 'again', code: 'c7' });
});

test.each([
  ['a unique index over values that repeat', { name: 'bad', unique: true, keys: [['kind', 1]] }, /重复/],
  ['a geo index over what is no geometry', { name: 'bad', keys: [['code', '2dsphere']] }, /geo/],
  [
    'an index over two lists side by side',
    {
      name: 'bad',
      keys: [
        ['tags', 1],
        ['more', 1],
      ],
    },
    /parallel/,
  ],
] as [string, NonNullable<SchemaFile['collections'][string]['indexes']>[number], RegExp][])(
  '%s is told at the start, and nothing is changed',
  async (_name, index, reason) => {
    await h.db
      .collection('things')
      .doc('d1')
      .update({ more: [1, 2] });
    const hash = h.service.hash();
    await expect(h.reopen({ schema: withIndexes(index) })).rejects.toThrow(reason);
    await h.reopen({ schema: { collections: {} } });
    expect(h.service.hash()).toBe(hash);
  },
);

test('a transaction searches by distance in its own view', async () => {
  await h.reopen({ schema: withIndexes({ name: 'by_place', keys: [['place', '2dsphere']] }) });
  const near = { place: { $near: { $geometry: point(0.1, 0), $maxDistance: 500_000 } } };
  const send = async (transactionId: unknown): Promise<unknown[]> => {
    const body = { collectionName: 'things', query: JSON.stringify(near), limit: 3, transactionId };
    const { data } = await h.send('database.getDocument', body);
    return (data as { list: string[] }).list.map((text) => (JSON.parse(text) as Doc)._id);
  };
  const { transactionId } = await h.send('database.startTransaction', {});
  expect(await send(transactionId)).toEqual(['d1', 'd2', 'd3']);
  await h.send('database.insertDocument', {
    collectionName: 'things',
    data: [JSON.stringify({ _id: 'own', code: 'own', place: point(0, 0) })],
    transactionId,
  });
  await h.db.collection('things').doc('d1').remove();
  await h.db.collection('things').add({ _id: 'other', place: point(0.25, 0) });
  expect(await send(transactionId)).toEqual(['own', 'd1', 'd2']);
  expect(await send(undefined)).toEqual(['other', 'd2', 'd3']);
  await h.send('database.commitTransaction', { transactionId });
  expect(await send(undefined)).toEqual(['own', 'other', 'd2']);
});
