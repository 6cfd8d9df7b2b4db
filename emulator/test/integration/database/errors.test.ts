import { failure, startHarness, type Harness } from './harness';

let h: Harness;

beforeAll(async () => {
  h = await startHarness({ collections: { things: {} } });
  await h.db.collection('things').add({ _id: 'x', a: 1 });
});
afterAll(() => h.close());

describe('a change that does not say of what', () => {
  const empty = { code: 'INVALID_PARAM', message: "param.query can't be empty" };
  const things = (): ReturnType<Harness['db']['collection']> => h.db.collection('things');

  test.each([
    ['update without where', () => things().update({ a: 2 })],
    ['update of everything', () => things().where({}).update({ a: 2 })],
    ['update of one, whichever', () => things().options({ multiple: false }).update({ a: 2 })],
    ['updateAndReturn without where', () => things().where({}).updateAndReturn({ a: 2 })],
    ['remove without where', () => things().remove()],
    ['remove of everything', () => things().where({}).remove()],
  ])('%s is refused, and no document is touched', async (_name, change) => {
    expect(await failure(change())).toMatchObject(empty);
    expect((await things().get()).data).toEqual([{ _id: 'x', a: 1 }]);
  });

  test.each(['', null, undefined, '{}', '{ }'])('nor by hand, with the query %p', async (query) => {
    const body = { collectionName: 'things', queryType: 'WHERE', query, multi: true };
    const data = '{"$set":{"a":2}}';
    for (const action of ['database.removeDocument', 'database.modifyDocument', 'database.modifyAndReturnDoc'])
      expect(await h.send(action, { ...body, data, merge: true })).toMatchObject(empty);
    expect((await things().get()).data).toEqual([{ _id: 'x', a: 1 }]);
  });

  test('reading and counting everything need no query', async () => {
    expect((await things().where({}).get()).data).toHaveLength(1);
    expect((await things().count()).total).toBe(1);
  });
});

describe('documented codes', () => {
  test('any access to a missing collection says so and does not create it', async () => {
    const nowhere = h.db.collection('nowhere');
    for (const call of [
      nowhere.get(),
      nowhere.doc('x').get(),
      nowhere.count(),
      nowhere.add({ a: 1 }),
      nowhere.doc('x').set({ a: 1 }),
      nowhere.doc('x').update({ a: 1 }),
      nowhere.where({ a: 1 }).remove(),
      nowhere.where({ a: 1 }).updateAndReturn({ a: 2 }),
    ]) {
      expect(await failure(call)).toMatchObject({
        code: 'DATABASE_COLLECTION_NOT_EXIST',
        message: expect.stringContaining('Db or Table not exist: nowhere') as unknown,
      });
    }
    expect((await h.send('database.aggregateDocuments', { collectionName: 'nowhere', stages: [] })).code).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    );
  });

  test('a collection is created once', async () => {
    await h.db.createCollection('fresh');
    expect((await h.db.collection('fresh').count()).total).toBe(0);
    expect(await failure(h.db.createCollection('fresh'))).toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
      message: expect.stringContaining('Table exist') as unknown,
    });
    expect((await h.send('database.addCollection', { collectionName: 'a b' })).code).toBe('INVALID_PARAM');
    expect((await h.send('database.addCollection', {})).code).toBe('INVALID_PARAM');
  });

  test('a $ key in a document is refused', async () => {
    expect((await failure(h.db.collection('things').add({ $bad: 1 }))).code).toBe('DATABASE_REQUEST_FAILED');
    expect((await failure(h.db.collection('things').add({ a: { $bad: 1 } }))).code).toBe('DATABASE_REQUEST_FAILED');
  });

  test('an unknown operator is an error, in queries, updates and pipelines', async () => {
    const raw = h.db.collection('things').options({ raw: true });
    expect((await failure(raw.where({ a: { $bogus: 1 } }).get())).message).toContain('$bogus');
    expect((await failure(raw.where({ _id: 'x' }).update({ $bogus: { a: 1 } }))).message).toContain('$bogus');
    const pipeline = async (stage: string, value: unknown): Promise<unknown> =>
      (
        await h.send('database.aggregateDocuments', {
          collectionName: 'things',
          stages: [{ stageKey: stage, stageValue: JSON.stringify(value) }],
        })
      ).code;
    expect(await pipeline('$bogus', {})).toBe('DATABASE_REQUEST_FAILED');
    expect(await pipeline('$project', { a: { $bogus: 1 } })).toBe('DATABASE_REQUEST_FAILED');
    expect(await pipeline('$match', { a: { $bogus: 1 } })).toBe('DATABASE_REQUEST_FAILED');
    expect(await pipeline('$out', 'things')).toBe('DATABASE_REQUEST_FAILED');
    expect(await pipeline('$project', { a: { $function: { body: 'return 1', args: [], lang: 'js' } } })).toBe(
      'DATABASE_REQUEST_FAILED',
    );
  });
});

describe('bodies the SDK would never send', () => {
  const get = (query: unknown, more = {}): ReturnType<Harness['send']> =>
    h.send('database.getDocument', { collectionName: 'things', queryType: 'WHERE', query, ...more });

  test.each<[string, unknown]>([
    ['not JSON', '{'],
    ['not a string', { a: 1 }],
    ['a number', '5'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a bad number', '{"a":{"$numberInt":"x"}}'],
    ['a bad date', '{"a":{"$date":"never"}}'],
    ['a bad id', '{"a":{"$oid":"xyz"}}'],
    ['a bad regex', '{"a":{"$regularExpression":{"pattern":"(","options":""}}}'],
    ['a bad binary', '{"a":{"$binary":5}}'],
    ['a prototype', '{"__proto__":{"a":1}}'],
    ['a nested prototype', '{"a":{"$in":[{"__proto__":{"b":1}}]}}'],
    ['great depth', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['deep logic', `${'{"$and":['.repeat(5000)}{}${']}'.repeat(5000)}`],
  ])('a query that is %s is a documented error', async (_name, query) => {
    expect((await get(query)).code).toMatch(/^(INVALID_PARAM|DATABASE_REQUEST_FAILED)$/);
    expect((await h.db.collection('things').count()).total).toBe(1);
  });

  test.each<[string, Record<string, unknown>]>([
    ['limit', { limit: 'x' }],
    ['limit', { limit: -1 }],
    ['offset', { offset: 1.5 }],
    ['order', { order: '{"a":{"$numberInt":"2"}}' }],
    ['order', { order: 'x' }],
    ['projection', { projection: '{"a":1,"b":0}' }],
    ['collection', { collectionName: 5 }],
    ['collection', { collectionName: { $gt: '' } }],
    ['collection', { collectionName: '__proto__' }],
  ])('a wrong %s is a documented error: %j', async (_name, more) => {
    expect((await get('{}', more)).code).toMatch(
      /^(INVALID_PARAM|DATABASE_REQUEST_FAILED|DATABASE_COLLECTION_NOT_EXIST)$/,
    );
  });

  test('wrong data and stages are documented errors', async () => {
    const collectionName = 'things';
    for (const data of [undefined, 5, [], [5], ['{'], ['[]'], ['null'], ['{"_id":[1]}'], ['{"$a":1}']]) {
      expect((await h.send('database.insertDocument', { collectionName, data })).code).toMatch(
        /^(INVALID_PARAM|DATABASE_REQUEST_FAILED)$/,
      );
    }
    for (const data of [undefined, '{}', '{"a":1}', '{"$set":5}', '{"$set":{"":1}}', '{"$set":{"__proto__.x":1}}']) {
      const body = { collectionName, data, query: '{"_id":"x"}', queryType: 'DOC', merge: true };
      expect((await h.send('database.modifyDocument', body)).code).toMatch(/^(INVALID_PARAM|DATABASE_REQUEST_FAILED)$/);
    }
    for (const stages of [
      undefined,
      5,
      [5],
      [null],
      [{}],
      [{ stageKey: 'match', stageValue: '{}' }],
      [{ stageKey: '$match', stageValue: 5 }],
    ]) {
      expect((await h.send('database.aggregateDocuments', { collectionName, stages })).code).toMatch(
        /^(INVALID_PARAM|DATABASE_REQUEST_FAILED)$/,
      );
    }
    expect((await h.send('database.removeDocument', { collectionName, queryType: 'DOC' })).code).toBe('INVALID_PARAM');
    expect((await h.db.collection('things').count()).total).toBe(1);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('a document may have fields named like JavaScript’s own properties', async () => {
    await h.send('database.insertDocument', {
      collectionName: 'things',
      data: ['{"_id":"js","constructor":1,"toString":{"length":2}}'],
    });
    expect((await get('{"toString.length":2}')).data).toEqual({
      list: ['{"_id":"js","constructor":1,"toString":{"length":2}}'],
    });
    await h.db.collection('things').doc('js').remove();
  });
});
