import { content, refused, type Bench, type ParityCase } from '../case';

export const uniqueCollection = 'parity_unique';

/** Runs on the collection whose field `u` is unique. */
const unique =
  (act: (bench: Bench) => Promise<unknown>): ParityCase['act'] =>
  async (bench) => {
    const things = bench.db.collection(uniqueCollection);
    await things.where({ _id: bench.db.command.exists(true) }).remove();
    return act({ ...bench, name: uniqueCollection, things });
  };

const duplicate = { code: 'DATABASE_REQUEST_FAILED', duplicate: true };
const one = (name: string, source: string, act: ParityCase['act'], expect: unknown): ParityCase => ({
  name,
  source,
  arrange: [{ _id: 'x', a: 1 }],
  act,
  expect,
});
const missing = (bench: Bench) => bench.db.collection('parity_none');
const codes = 'CloudBase documentation, error codes';
const indexes = 'CloudBase documentation, unique indexes';

export const errorCases: ParityCase[] = [
  one('reading a missing collection', codes, (b) => missing(b).get(), refused('DATABASE_COLLECTION_NOT_EXIST')),
  one('adding to a missing collection', codes, (b) => missing(b).add({}), refused('DATABASE_COLLECTION_NOT_EXIST')),
  one('counting a missing collection', codes, (b) => missing(b).count(), refused('DATABASE_COLLECTION_NOT_EXIST')),
  one(
    'setting in a missing collection',
    codes,
    (b) => missing(b).doc('x').set({}),
    refused('DATABASE_COLLECTION_NOT_EXIST'),
  ),
  one(
    'removing from a missing collection',
    codes,
    (b) => missing(b).where({ a: 1 }).remove(),
    refused('DATABASE_COLLECTION_NOT_EXIST'),
  ),
  one(
    'aggregating a missing collection',
    codes,
    (b) => missing(b).aggregate().match({ a: 1 }).end(),
    refused('DATABASE_COLLECTION_NOT_EXIST'),
  ),
  one(
    'making a collection twice',
    codes,
    (b) => b.db.createCollection(b.name),
    refused('DATABASE_COLLECTION_ALREADY_EXIST'),
  ),
  one('an id that is taken', codes, ({ things }) => things.add({ _id: 'x' }), duplicate),
  one('a $ name in a document', codes, ({ things }) => things.add({ a: { $b: 1 } }), refused()),
  one('a path below a number', codes, ({ things }) => things.doc('x').update({ a: { b: 1 } }), refused()),
  one(
    'inc on a text',
    codes,
    async ({ things, db }) => {
      await things.doc('x').set({ a: 'text' });
      return things.doc('x').update({ a: db.command.inc(1) });
    },
    refused(),
  ),
  one(
    'an update that names no document',
    'a public report of the cloud’s answer',
    ({ things }) => things.update({ a: 2 }),
    refused('INVALID_PARAM'),
  ),
  one(
    'a removal with an empty query',
    'a public report of the cloud’s answer',
    ({ things }) => things.where({}).remove(),
    refused('INVALID_PARAM'),
  ),
  one(
    'a unique value that is taken, by add',
    indexes,
    unique(async ({ things }) => {
      await things.add({ u: 1 });
      return things.add({ u: 1 });
    }),
    duplicate,
  ),
  one(
    'by update',
    indexes,
    unique(async ({ things }) => {
      await things.add([
        { _id: 'a', u: 1 },
        { _id: 'b', u: 2 },
      ]);
      return things.doc('b').update({ u: 1 });
    }),
    duplicate,
  ),
  one(
    'by set',
    indexes,
    unique(async ({ things }) => {
      await things.add([
        { _id: 'a', u: 1 },
        { _id: 'b', u: 2 },
      ]);
      return things.doc('b').set({ u: 1 });
    }),
    duplicate,
  ),
  one(
    'a missing field counts as null, so one document may lack it',
    indexes,
    unique(async ({ things }) => {
      await things.add({ _id: 'a' });
      return things.add({ _id: 'b' });
    }),
    duplicate,
  ),
  one(
    'elements of arrays count one by one',
    indexes,
    unique(async ({ things }) => {
      await things.add({ u: [1, 2] });
      return things.add({ u: [2, 3] });
    }),
    duplicate,
  ),
  one(
    'equal elements of one document do not collide',
    indexes,
    unique(async ({ things }) => {
      await things.add({ _id: 'a', u: [1, 1] });
      return content(things, 'a');
    }),
    { u: [1, 1] },
  ),
  one(
    'true is not 1, and a text is no number',
    indexes,
    unique(async ({ things }) => {
      const { ids } = await things.add([
        { _id: 'a', u: 1 },
        { _id: 'b', u: true },
        { _id: 'c', u: '1' },
      ]);
      return ids;
    }),
    ['a', 'b', 'c'],
  ),
  one(
    'a value is free again when its document goes',
    indexes,
    unique(async ({ things }) => {
      await things.add({ _id: 'a', u: 1 });
      await things.doc('a').remove();
      return things.add({ _id: 'b', u: 1 }).then(({ id }) => id);
    }),
    'b',
  ),
];
