import { content, type ParityCase } from '../case';

const one = (name: string, method: string, act: ParityCase['act'], expect: unknown): ParityCase => ({
  name,
  source: `CloudBase documentation, ${method}`,
  arrange: [{ _id: 'x', a: 1, o: { p: 1, q: 2 } }],
  act,
  expect,
});

export const sdkCases: ParityCase[] = [
  one(
    'gives the id, and ids for several',
    'Collection.add',
    async ({ things }) => [(await things.add({ _id: 'y' })).id, (await things.add([{ _id: 'z' }, { _id: 'w' }])).ids],
    ['y', ['z', 'w']],
  ),
  one(
    'a made id has 32 hexadecimal digits',
    'Collection.add (ids)',
    async ({ things }) => /^[0-9a-f]{32}$/.test((await things.add({ b: 1 })).id),
    true,
  ),
  one(
    'a missing document gives an empty list',
    'Document.get',
    async ({ things }) => (await things.doc('none').get()).data,
    [],
  ),
  one(
    'set makes a document and says its id',
    'Document.set (new)',
    async ({ things }) => {
      const { updated, upsertedId } = await things.doc('new').set({ b: 1 });
      return { updated, upsertedId };
    },
    { updated: 0, upsertedId: 'new' },
  ),
  one(
    'set replaces the whole document',
    'Document.set',
    async ({ things }) => {
      await things.doc('x').set({ b: 2 });
      return content(things);
    },
    { b: 2 },
  ),
  one(
    'update merges embedded documents by path',
    'Document.update',
    async ({ things }) => {
      await things.doc('x').update({ o: { p: 9 } });
      return content(things);
    },
    { a: 1, o: { p: 9, q: 2 } },
  ),
  one(
    'command set replaces an embedded document',
    'Command.set',
    async ({ things, db }) => {
      await things.doc('x').update({ o: db.command.set({ p: 9 }) });
      return content(things);
    },
    { a: 1, o: { p: 9 } },
  ),
  one(
    'command remove drops a field',
    'Command.remove',
    async ({ things, db }) => {
      await things.doc('x').update({ o: db.command.remove() });
      return content(things);
    },
    { a: 1 },
  ),
  one(
    'updating a missing document changes nothing',
    'Document.update (missing)',
    async ({ things }) => (await things.doc('none').update({ b: 1 })).updated,
    0,
  ),
  one(
    'a conditional update says how many it changed',
    'Query.update',
    async ({ things, db }) => [
      (await things.where({ _id: 'x', a: 1 }).update({ a: db.command.inc(1) })).updated,
      (await things.where({ _id: 'x', a: 1 }).update({ a: db.command.inc(1) })).updated,
    ],
    [1, 0],
  ),
  one('remove says how many', 'Query.remove', async ({ things }) => (await things.where({ a: 1 }).remove()).deleted, 1),
  one(
    'removing one says how many',
    'Document.remove',
    async ({ things }) => [(await things.doc('x').remove()).deleted, (await things.doc('x').remove()).deleted],
    [1, 0],
  ),
  one('count counts', 'Query.count', async ({ things }) => (await things.where({ a: 1 }).count()).total, 1),
  one(
    'updateAndReturn gives the document afterwards',
    'Query.updateAndReturn',
    async ({ things, db }) => {
      const { updated, doc } = await things.where({ a: 1 }).updateAndReturn({ a: db.command.inc(1) });
      return { updated, a: doc?.a };
    },
    { updated: 1, a: 2 },
  ),
  one(
    'chained comparisons',
    'Command.and',
    async ({ things, db }) => {
      const { gte, lt } = db.command;
      return (await things.where({ a: gte(1).and(lt(2)) }).count()).total;
    },
    1,
  ),
  one(
    'push, unshift, pop and shift',
    'Command.push',
    async ({ things, db }) => {
      const _ = db.command;
      await things.doc('x').set({ p: [1], u: [1], o: [1, 2], s: [1, 2] });
      await things.doc('x').update({ p: _.push([2]), u: _.unshift([0]), o: _.pop(), s: _.shift() });
      return content(things);
    },
    { p: [1, 2], u: [0, 1], o: [1], s: [2] },
  ),
];
