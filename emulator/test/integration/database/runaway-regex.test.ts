import { startHarness, type Harness } from './harness';
import type { Doc } from './sdk';

let h: Harness;
beforeAll(async () => {
  h = await startHarness({ collections: { texts: {} } });
  await h.db.collection('texts').add({ _id: 'x', text: `${'a'.repeat(60)}b`, smile: 'a😀b' });
});
afterAll(() => h.close());

const regex = '^(a+)+$';
const pipeline = (expression: Doc): Promise<{ data: Doc[] }> =>
  h.db
    .collection('texts')
    .options({ raw: true })
    .aggregate([{ $project: { _id: 0, v: expression } }])
    .end();

describe('a regular expression that runs away is refused, and others are answered afterwards', () => {
  test('in a query', async () => {
    const runaway = h.db
      .collection('texts')
      .where({ text: new RegExp(regex) })
      .get();
    await expect(runaway).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    expect((await h.db.collection('texts').count()).total).toBe(1);
  });

  test.each(['$regexMatch', '$regexFind', '$regexFindAll'])('in %s', async (operator) => {
    const runaway = pipeline({ [operator]: { input: '$text', regex } });
    await expect(runaway).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    expect((await h.db.collection('texts').count()).total).toBe(1);
  });
});

test('all matches are found, empty ones and those behind a character of two halves included', async () => {
  const all = async (pattern: string): Promise<unknown> =>
    (await pipeline({ $regexFindAll: { input: '$smile', regex: pattern } })).data[0]?.v;
  expect(await all('b|a')).toMatchObject([
    { match: 'a', idx: 0 },
    { match: 'b', idx: 2 },
  ]);
  expect(await all('x*')).toMatchObject([0, 1, 2, 3].map((idx) => ({ match: '', idx })));
});
