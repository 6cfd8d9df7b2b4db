import { failure, startHarness, type Harness } from './harness';
import type { Query } from './sdk';
import type { SchemaFile } from '../../../src/service';

let h: Harness;
const schema: SchemaFile = {
  collections: {
    checkins: {
      indexes: [
        {
          name: 'by_member_day',
          unique: true,
          keys: [
            ['member', 1],
            ['day', -1],
          ],
        },
        {
          name: 'by_branch_at',
          keys: [
            ['branch', 1],
            ['at', -1],
          ],
        },
        { name: 'by_tags', keys: [['tags', 1]] },
        { name: 'by_place', keys: [['place', '2dsphere']] },
      ],
    },
  },
};

beforeAll(async () => {
  h = await startHarness(schema);
  await h.db.collection('checkins').add(
    Array.from({ length: 200 }, (_, i) => ({
      _id: `c${i}`,
      member: `m${i % 20}`,
      day: Math.floor(i / 20),
      branch: `b${i % 4}`,
      at: new Date(i),
      tags: [`t${i % 10}`, `t${i % 3}`],
      note: i % 7,
    })),
  );
});
afterAll(() => h.close());

async function served(
  build: (collection: Query) => Query,
): Promise<{ index?: string | null; orderOnly?: true; examined?: number; returned?: number }> {
  h.calls.length = 0;
  await build(h.db.collection('checkins')).get();
  const { index, orderOnly, examined, returned } = h.calls[0] ?? {};
  const served = { ...(index === undefined ? {} : { index }), ...(orderOnly ? { orderOnly } : {}) };
  return { ...served, examined: examined ?? 0, returned: returned ?? 0 };
}

describe('each query reports what served it', () => {
  const _ = (): Harness['db']['command'] => h.db.command;

  test('by _id: the implicit index, one document looked at', async () => {
    h.calls.length = 0;
    await h.db.collection('checkins').doc('c5').get();
    expect(h.calls).toEqual([
      expect.objectContaining({
        action: 'database.getDocument',
        collection: 'checkins',
        index: '_id_',
        examined: 1,
        returned: 1,
      }),
    ]);
    expect(await served((c) => c.where({ _id: _().in(['c1', 'c2', 'none']) }))).toEqual({
      index: '_id_',
      examined: 2,
      returned: 2,
    });
    expect(await served((c) => c.where({ _id: _().gt('c98') }).orderBy('_id', 'asc'))).toEqual({
      index: '_id_',
      examined: 1,
      returned: 1,
    });
  });

  test('equality, ranges, $in and elements of arrays are read from the index only', async () => {
    expect(await served((c) => c.where({ member: 'm3', day: 4 }))).toEqual({
      index: 'by_member_day',
      examined: 1,
      returned: 1,
    });
    expect(await served((c) => c.where({ member: 'm3' }))).toEqual({
      index: 'by_member_day',
      examined: 10,
      returned: 10,
    });
    expect(await served((c) => c.where({ member: 'm3', day: _().gte(7) }))).toEqual({
      index: 'by_member_day',
      examined: 3,
      returned: 3,
    });
    expect(await served((c) => c.where({ member: _().in(['m1', 'm2']), day: 0 }))).toEqual({
      index: 'by_member_day',
      examined: 2,
      returned: 2,
    });
    expect(await served((c) => c.where({ tags: 't9' }))).toEqual({ index: 'by_tags', examined: 20, returned: 20 });
    expect((await served((c) => c.where({ tags: _().all(['t9', 't0']) }))).index).toBe('by_tags');
  });

  test('a sort the index gives stops at the limit; another sorts what was found', async () => {
    expect(await served((c) => c.where({ branch: 'b1' }).orderBy('at', 'desc').limit(5))).toEqual({
      index: 'by_branch_at',
      examined: 5,
      returned: 5,
    });
    expect(await served((c) => c.where({ branch: 'b1' }).orderBy('at', 'asc').limit(5))).toEqual({
      index: 'by_branch_at',
      examined: 5,
      returned: 5,
    });
    expect(
      await served((c) =>
        c
          .where({ branch: 'b1', at: _().lt(new Date(100)) })
          .orderBy('at', 'desc')
          .limit(5),
      ),
    ).toEqual({ index: 'by_branch_at', examined: 5, returned: 5 });
    expect(await served((c) => c.where({ branch: 'b1' }).orderBy('note', 'asc').limit(5))).toEqual({
      index: 'by_branch_at',
      examined: 50,
      returned: 5,
    });
    expect(await served((c) => c.orderBy('branch', 'asc').orderBy('at', 'desc').limit(3))).toEqual({
      index: 'by_branch_at',
      examined: 3,
      returned: 3,
    });
  });

  test('a query no index serves says null, and counts every document', async () => {
    expect(await served((c) => c.where({ note: 3 }).limit(1000))).toMatchObject({ index: null, examined: 200 });
    expect(await served((c) => c.where({ day: 3 }))).toMatchObject({ index: null });
    expect(await served((c) => c.where({ member: _().neq('m1') }))).toMatchObject({ index: null });
    expect(await served((c) => c.where({ member: /3/ }))).toMatchObject({ index: null });
    expect(await served((c) => c.orderBy('note', 'asc'))).toMatchObject({ index: null });
  });

  test('an index that gives the order alone is named, and said to leave the condition to be tried on documents', async () => {
    const first = (query: Record<string, unknown>) =>
      served((c) => c.where(query).orderBy('branch', 'asc').orderBy('at', 'desc').limit(3));
    const one = await first({ note: 3 });
    expect(one).toMatchObject({ index: 'by_branch_at', orderOnly: true });
    expect(one.examined).toBeGreaterThan(3);
    // A condition that the index narrows, one that all that were looked at meet, and none.
    expect(await first({ branch: 'b1', note: 3 })).not.toHaveProperty('orderOnly');
    expect(await first({ note: _().exists(true) })).toEqual({ index: 'by_branch_at', examined: 3, returned: 3 });
    expect(await first({})).toEqual({ index: 'by_branch_at', examined: 3, returned: 3 });
  });

  test('an anchored prefix is served, reading without a condition needs no index', async () => {
    expect(await served((c) => c.where({ member: /^m19/ }))).toEqual({
      index: 'by_member_day',
      examined: 10,
      returned: 10,
    });
    expect(await served((c) => c.limit(3))).toEqual({ examined: 3, returned: 3 });
  });

  test('updates, removals and counts report theirs', async () => {
    h.calls.length = 0;
    await h.db.collection('checkins').where({ member: 'm1', day: 1 }).update({ note: 100 });
    await h.db.collection('checkins').where({ note: 100 }).count();
    await h.db.collection('checkins').where({ member: 'm1', day: 1 }).remove();
    await failure(h.db.collection('checkins').where({ note: 'x' }).update({ 'note.x': 1, note: 1 }));
    expect(h.calls.map(({ action, index, error }) => [action, index, error])).toEqual([
      ['database.modifyDocument', 'by_member_day', undefined],
      ['database.calculateDocument', null, undefined],
      ['database.removeDocument', 'by_member_day', undefined],
      ['database.modifyDocument', undefined, 'DATABASE_REQUEST_FAILED'],
    ]);
    for (const { ms } of h.calls) expect(ms).toBeGreaterThanOrEqual(0);
  });
});

describe('seats under a rush', () => {
  test('100 parallel conditional updates never take more than there are', async () => {
    await h.db.createCollection('events');
    const events = h.db.collection('events');
    await events.add({ _id: 'e', left: 30, open: true, taken: [] });
    const take = (i: number): Promise<{ updated: number }> =>
      events
        .where({ _id: 'e', open: true, left: h.db.command.gt(0) })
        .update({ left: h.db.command.inc(-1), taken: h.db.command.push([i]) });
    const results = await Promise.all(Array.from({ length: 100 }, (_, i) => take(i)));
    expect(results.filter(({ updated }) => updated === 1)).toHaveLength(30);
    const [event] = (await events.doc('e').get()).data;
    expect(event).toMatchObject({ left: 0 });
    expect(new Set(event?.taken as number[]).size).toBe(30);
  });
});

describe('$or', () => {
  test('is served by a scan for each branch when all of them have an index; a document counts once', async () => {
    const _ = h.db.command;
    const either = (...branches: object[]): Record<string, unknown> =>
      _.or(branches) as unknown as Record<string, unknown>;
    expect(await served((c) => c.where(either({ member: 'm3', day: 4 }, { tags: 't9' })))).toEqual({
      index: 'by_member_day+by_tags',
      examined: 21,
      returned: 21,
    });
    expect(await served((c) => c.where(either({ member: 'm9' }, { tags: 't9' })))).toMatchObject({ returned: 20 });
    expect(await served((c) => c.where(either({ member: 'm3' }, { note: 1 })))).toMatchObject({ index: null });
  });
});
