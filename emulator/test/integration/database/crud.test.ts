import { failure, startHarness, type Harness } from './harness';

let h: Harness;

beforeAll(async () => {
  h = await startHarness({
    collections: { books: { indexes: [{ name: 'by_year', keys: [['year', -1]] }] }, other: {} },
  });
});
afterAll(() => h.close());

describe('documents', () => {
  test('an added document gets a 32-digit id and is read back unchanged', async () => {
    const at = new Date('2026-01-02T03:04:05.678Z');
    const { id } = await h.db
      .collection('books')
      .add({ title: '边城', year: 1934, at, nested: { a: [1, 2.5, null, 'x'] } });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    const { data } = await h.db.collection('books').doc(id).get();
    expect(data).toEqual([{ _id: id, title: '边城', year: 1934, at, nested: { a: [1, 2.5, null, 'x'] } }]);
  });

  test('a missing document reads as an empty list', async () => {
    expect((await h.db.collection('books').doc('none').get()).data).toEqual([]);
  });

  test('a batch is added in order, all or nothing', async () => {
    const result = await h.db.collection('other').add([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ]);
    expect(result.ids).toEqual(['a', 'b']);
    await failure(h.db.collection('other').add([{ _id: 'c' }, { _id: 'a' }]));
    expect((await h.db.collection('other').count()).total).toBe(2);
  });

  test('set replaces the whole document and creates a missing one', async () => {
    const books = h.db.collection('books');
    expect(await books.doc('s1').set({ a: 1, b: 2 })).toMatchObject({ updated: 0, upsertedId: 's1' });
    expect(await books.doc('s1').set({ c: 3 })).toMatchObject({ updated: 1 });
    expect((await books.doc('s1').get()).data).toEqual([{ _id: 's1', c: 3 }]);
    expect(await books.doc('s1').set({ c: 3 })).toMatchObject({ updated: 1 });
  });

  test('an update that changes nothing, or finds nothing, counts 0', async () => {
    const books = h.db.collection('books');
    await books.doc('u1').set({ a: 1 });
    expect((await books.doc('u1').update({ a: 1 })).updated).toBe(0);
    expect((await books.doc('nobody').update({ a: 1 })).updated).toBe(0);
    expect((await books.doc('u1').update({ a: 2 })).updated).toBe(1);
  });

  test('remove deletes one document, or all that match', async () => {
    const books = h.db.collection('books');
    await books.doc('r1').set({ kind: 'gone' });
    await books.doc('r2').set({ kind: 'gone' });
    await books.doc('r3').set({ kind: 'gone' });
    expect((await books.doc('r1').remove()).deleted).toBe(1);
    expect((await books.doc('r1').remove()).deleted).toBe(0);
    expect((await books.where({ kind: 'gone' }).remove()).deleted).toBe(2);
  });
});

describe('reading many', () => {
  beforeAll(async () => {
    await h.db
      .collection('other')
      .where({ _id: h.db.command.exists(true) })
      .remove();
    await h.db
      .collection('other')
      .add(Array.from({ length: 130 }, (_, i) => ({ _id: `d${String(i).padStart(3, '0')}`, i, even: i % 2 === 0 })));
  });

  test('get gives 100 documents unless a limit says otherwise', async () => {
    expect((await h.db.collection('other').get()).data).toHaveLength(100);
    expect((await h.db.collection('other').limit(1000).get()).data).toHaveLength(130);
    expect((await h.db.collection('other').limit(7).get()).data).toHaveLength(7);
  });

  test('order, skip and limit page through everything once', async () => {
    const seen: number[] = [];
    for (let skip = 0; skip < 130; skip += 40) {
      const page = await h.db.collection('other').orderBy('i', 'desc').skip(skip).limit(40).get();
      seen.push(...page.data.map(({ i }) => i as number));
    }
    expect(seen).toEqual(Array.from({ length: 130 }, (_, i) => 129 - i));
  });

  test('field keeps or drops fields', async () => {
    const other = h.db.collection('other');
    expect((await other.where({ i: 3 }).field({ i: true }).get()).data).toEqual([{ _id: 'd003', i: 3 }]);
    expect((await other.where({ i: 3 }).field({ _id: false, even: false }).get()).data).toEqual([{ i: 3 }]);
    expect((await other.doc('d003').field({ even: true, _id: false }).get()).data).toEqual([{ even: false }]);
  });

  test('count counts what matches', async () => {
    expect((await h.db.collection('other').count()).total).toBe(130);
    expect((await h.db.collection('other').where({ even: true }).count()).total).toBe(65);
  });
});
