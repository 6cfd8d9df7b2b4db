import { startWxHost, wxFailureOf, type Cloud, type Database, type WxHost } from './support';

let host: WxHost;
let cloud: Cloud;
let db: Database;
beforeAll(async () => {
  host = await startWxHost({
    boom: 'exports.main = async () => { throw new TypeError("boom"); };',
  });
  cloud = host.cloud;
  db = cloud.database();
  await db.collection('things').add({ data: { _id: 'taken', list: 'text' } });
});
afterAll(() => host.stop());

const missing = '[ResourceNotFound] Db or Table not exist: nowhere. ';

describe('failures of the database have the numbers and texts of wx-server-sdk', () => {
  test.each<[string, () => Promise<unknown>, number, string]>([
    [
      'reading',
      () => db.collection('nowhere').get(),
      -502005,
      `collection.get:fail -502005 database collection not exists. ${missing}`,
    ],
    [
      'one document',
      () => db.collection('nowhere').doc('x').get(),
      -502005,
      `document.get:fail -502005 database collection not exists. ${missing}`,
    ],
    [
      'adding',
      () => db.collection('nowhere').add({ data: {} }),
      -502005,
      `collection.add:fail -502005 database collection not exists. ${missing}`,
    ],
    [
      'counting',
      () => db.collection('nowhere').count(),
      -502005,
      `collection.count:fail -502005 database collection not exists. ${missing}`,
    ],
    // What its aggregate and createCollection throw, wx-server-sdk 4 does not translate: -1 in production too.
    [
      'aggregating',
      () => db.collection('nowhere').aggregate().limit(1).end(),
      -1,
      `collection.aggregate:fail ${missing}`,
    ],
    [
      'making a collection twice',
      () => db.createCollection('things'),
      -1,
      'createCollection:fail [ResourceUnavailable.ResourceExist] Table exist',
    ],
    [
      'an id that is taken',
      () => db.collection('things').add({ data: { _id: 'taken' } }),
      -502001,
      'collection.add:fail -502001 database request fail. [FailedOperation.Insert] bulk write error: [{E11000 duplicate key error collection: ',
    ],
    [
      'an update without where',
      () => db.collection('things').update({ data: { a: 1 } }),
      -501007,
      "collection.update:fail -501007 invalid parameters. param.query can't be empty",
    ],
    [
      'a removal of everything',
      () => db.collection('things').where({}).remove(),
      -501007,
      "collection.remove:fail -501007 invalid parameters. param.query can't be empty",
    ],
    [
      'a wrong type',
      () =>
        db
          .collection('things')
          .doc('taken')
          .update({ data: { list: db.command.push([1]) } }),
      -502001,
      'document.update:fail -502001 database request fail. [FailedOperation]',
    ],
    [
      'an unknown operator',
      () =>
        db
          .collection('things')
          .where({ a: { $no: 1 } })
          .get(),
      -502001,
      'collection.get:fail -502001 database request fail. [FailedOperation]',
    ],
  ])('%s', async (_name, act, errCode, errMsg) => {
    const failure = await wxFailureOf(act());
    expect(failure.errCode).toBe(errCode);
    expect(failure.errMsg.slice(0, errMsg.length)).toBe(errMsg);
  });

  test('a missing document is an error by default, and null on request', async () => {
    expect(await wxFailureOf(db.collection('things').doc('nobody').get())).toEqual({
      errCode: -1,
      errMsg: 'document.get:fail document with _id nobody does not exist',
    });
    const lenient = cloud.database({ throwOnNotFound: false });
    expect((await lenient.collection('things').doc('nobody').get()).data).toBeNull();
  });
});

describe('failures of functions keep their code', () => {
  test.each([
    ['a function that does not exist', 'nobody', 'FUNCTION_NOT_FOUND'],
    ['a function that throws', 'boom', 'FUNCTIONS_EXECUTE_FAIL'],
  ])('%s', async (_name, name, code) => {
    const error = await cloud.callFunction({ name }).then(
      () => undefined,
      (reason: unknown) => reason as { code: string; errCode: number; errMsg: string },
    );
    expect(error).toMatchObject({ code, errCode: -1 });
    expect(error?.errMsg).toMatch(/^callFunction:fail /);
  });
});
