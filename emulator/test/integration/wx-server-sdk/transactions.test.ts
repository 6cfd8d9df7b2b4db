import { startWxHost, wxFailureOf, type Collection, type Database, type WxHost } from './support';

let host: WxHost;
let db: Database;
let things: Collection;
beforeAll(async () => {
  host = await startWxHost();
  db = host.cloud.database();
  things = db.collection('things');
});
beforeEach(async () => {
  await things.where({ _id: db.command.exists(true) }).remove();
  await things.add({
    data: [
      { _id: 'from', n: 10 },
      { _id: 'to', n: 0 },
    ],
  });
});
afterAll(() => host.stop());

const numberOf = async (id: string): Promise<unknown> => (await things.doc(id).get()).data?.n;

test('what a transaction does is seen by itself at once and by others after the commit', async () => {
  const transaction = await db.startTransaction();
  const inside = transaction.collection('things');
  expect((await inside.doc('from').get()).data).toEqual({ _id: 'from', n: 10 });
  expect((await inside.doc('from').update({ data: { n: db.command.inc(-3) } })).stats).toEqual({ updated: 1 });
  // wx-server-sdk looks for a name the SDK uses outside transactions only, so `created` stays 0: in production too.
  expect((await inside.doc('made').set({ data: { n: 1 } })).stats).toEqual({ updated: 0, created: 0 });
  expect((await inside.add({ data: { _id: 'added' } }))._id).toBe('added');
  expect((await inside.doc('to').remove()).stats).toEqual({ removed: 1 });
  expect((await inside.doc('from').get()).data?.n).toBe(7);
  expect(await numberOf('from')).toBe(10);
  expect(await numberOf('to')).toBe(0);

  await transaction.commit();
  expect(await numberOf('from')).toBe(7);
  expect((await things.orderBy('_id', 'asc').get()).data.map(({ _id }) => _id)).toEqual(['added', 'from', 'made']);
});

test('runTransaction gives the result of its work, and a failure of the work undoes all of it', async () => {
  const result = await db.runTransaction(async (transaction) => {
    await transaction
      .collection('things')
      .doc('from')
      .update({ data: { n: db.command.inc(-1) } });
    await transaction
      .collection('things')
      .doc('to')
      .update({ data: { n: db.command.inc(1) } });
    return 'moved';
  });
  expect(result).toBe('moved');
  expect([await numberOf('from'), await numberOf('to')]).toEqual([9, 1]);

  const broken = db.runTransaction(async (transaction) => {
    await transaction
      .collection('things')
      .doc('from')
      .update({ data: { n: 0 } });
    throw new Error('of my own');
  });
  await expect(broken).rejects.toThrow('of my own');
  expect(await numberOf('from')).toBe(9);
});

test('rollback with a reason rejects with the reason and stores nothing', async () => {
  const refused = db.runTransaction(async (transaction) => {
    await transaction
      .collection('things')
      .doc('from')
      .update({ data: { n: 0 } });
    await transaction.rollback({ reason: 'not enough' });
  });
  await expect(refused).rejects.toEqual({ reason: 'not enough' });
  expect(await numberOf('from')).toBe(10);
});

test('a missing document is an error inside a transaction too', async () => {
  const failure = await wxFailureOf(
    db.runTransaction((transaction) => transaction.collection('things').doc('nobody').get()),
  );
  expect(failure).toEqual({ errCode: -1, errMsg: 'document.get:fail document with _id nobody does not exist' });
});

test('the second writer of a document fails at its write', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()];
  await first
    .collection('things')
    .doc('from')
    .update({ data: { n: 1 } });
  const failure = await wxFailureOf(
    second
      .collection('things')
      .doc('from')
      .update({ data: { n: 2 } }),
  );
  // wx-server-sdk has no number for a conflict and says «system error»; the text tells.
  expect(failure.errCode).toBe(-501001);
  expect(failure.errMsg).toContain('[ResourceUnavailable.TransactionConflict] Transaction is conflict');
  await first.commit();
  expect(await numberOf('from')).toBe(1);
});

test('runTransaction does not try a conflict again: wx-server-sdk loses the code its retry looks for', async () => {
  const holder = await db.startTransaction();
  await holder
    .collection('things')
    .doc('from')
    .update({ data: { n: 1 } });
  let runs = 0;
  const failure = await wxFailureOf(
    db.runTransaction((transaction) => {
      runs += 1;
      return transaction
        .collection('things')
        .doc('from')
        .update({ data: { n: 2 } });
    }),
  );
  await holder.rollback();
  expect(failure.errMsg).toContain('TransactionConflict');
  expect(runs).toBe(1);
});
