import { content, refused, type ParityCase } from '../case';

/** More of what the tests of the SDK's own repository state, in words of our own. */
const upstream = (
  file: string,
  name: string,
  arrange: ParityCase['arrange'],
  act: ParityCase['act'],
  expect: unknown,
): ParityCase => ({ name, source: `tests of @cloudbase/node-sdk, database/${file}`, arrange, act, expect });

const oid = '5e7b474a5e54c773b58d7b39';
const other = '5e7b474a5e54c773b58d7b40';

export const upstreamSdkCases: ParityCase[] = [
  upstream(
    'index.test.ts',
    'updateAndReturn counts a document it leaves as it is, and none where there is none',
    [{ _id: 'x', a: 1 }],
    async ({ things }) => {
      const same = await things.where({ a: 1 }).updateAndReturn({ a: 1 });
      const none = await things.where({ a: -1 }).updateAndReturn({ a: 1 });
      return [same.updated, same.doc?.a, none.updated, none.doc];
    },
    [1, 1, 0, null],
  ),
  upstream(
    'index.test.ts',
    'an id of 24 hexadecimal digits is the text it was given as',
    [{ _id: oid, a: 'test' }],
    async ({ things }) => (await things.where({ _id: oid }).get()).data.map(({ _id }) => _id),
    [oid],
  ),
  upstream(
    'index.test.ts',
    'an update of one only, though many match, on request',
    [{ t: 1 }, { t: 1 }, { t: 1 }],
    async ({ things, db }) => {
      const bumped = { t: db.command.inc(1) };
      const one = await things.where({ t: 1 }).options({ multiple: false }).update(bumped);
      const all = await things
        .where({ t: db.command.gt(0) })
        .options({ multiple: true })
        .update(bumped);
      return [one.updated, all.updated];
    },
    [1, 3],
  ),
  upstream(
    'index.test.ts',
    'a removal of one only, though many match, on request',
    [{ t: 1 }, { t: 1 }, { t: 1 }],
    async ({ things }) => {
      const one = await things.where({ t: 1 }).options({ multiple: false }).remove();
      return [one.deleted, (await things.where({ t: 1 }).remove()).deleted];
    },
    [1, 2],
  ),
  upstream(
    'index.test.ts',
    'a name that begins with $ is refused',
    [],
    ({ things }) => things.add({ $_key: 1 }),
    refused(),
  ),
  upstream(
    'unit/oid.test.ts',
    'an ObjectId comes back as its digits, and is found by an ObjectId',
    [],
    async ({ things, db }) => {
      const { id } = await things.add({ _id: new db.ObjectId({ id: oid }), ref: new db.ObjectId({ id: other }) });
      const { data } = await things.where({ ref: new db.ObjectId({ id: other }) }).get();
      return [id, data[0]?._id, data[0]?.ref];
    },
    [oid, oid, other],
  ),
  upstream(
    'unit/oid.test.ts',
    'a join finds an _id that is an ObjectId',
    [],
    async ({ things, db, name }) => {
      await things.add({ _id: new db.ObjectId({ id: oid }), ref: new db.ObjectId({ id: oid }) });
      const join = { from: name, localField: 'ref', foreignField: '_id', as: 'found' };
      const { data } = await things.aggregate().lookup(join).end();
      return (data[0]?.found as unknown[]).length;
    },
    1,
  ),
  upstream(
    'unit/advanced-operator.test.ts',
    'an increment adds doubles as doubles add',
    [{ _id: 'x', n: 0.2 }],
    async ({ things, db }) => {
      await things.doc('x').update({ n: db.command.inc(-0.05) });
      return content(things);
    },
    { n: 0.2 - 0.05 },
  ),
  upstream(
    'unit/advanced-operator.test.ts',
    'remove inside an array takes a field away and makes an element null',
    [{ _id: 'x', list: [{ name: 'A', sub: {} }, { name: 'B' }] }],
    async ({ things, db }) => {
      await things.doc('x').update({ list: { 0: { sub: db.command.remove() }, 1: db.command.remove() } });
      return content(things);
    },
    { list: [{ name: 'A' }, null] },
  ),
  upstream(
    'unit/query.limit.test.ts',
    'a hundred documents come by default, a thousand at most, and a batch may be larger',
    Array.from({ length: 1001 }, () => ({ t: 1 })),
    async ({ things }) => {
      const query = things.where({ t: 1 });
      const lists = await Promise.all([query.get(), query.limit(101).get(), query.limit(1001).get()]);
      return lists.map(({ data }) => data.length);
    },
    [100, 101, 1000],
  ),
  upstream(
    'unit/date.test.ts',
    'a server date with an offset is that much later than one without',
    [],
    async ({ things, db }) => {
      await things.add({ _id: 'x', now: db.serverDate(), later: db.serverDate({ offset: 60_000 }) });
      const { now, later } = (await content(things)) as { now: Date; later: Date };
      return later.getTime() - now.getTime();
    },
    60_000,
  ),
  upstream(
    'unit/transaction.test.ts',
    'a transaction takes a batch of more than a thousand and finds it at once',
    [],
    ({ db, name }) =>
      db.runTransaction(async (transaction) => {
        const inside = transaction.collection(name);
        await inside.add(Array.from({ length: 1001 }, (_, n) => ({ n })));
        return (
          await inside
            .where({ n: db.command.gte(0) })
            .limit(1000)
            .get()
        ).data.length;
      }),
    1000,
  ),
];
