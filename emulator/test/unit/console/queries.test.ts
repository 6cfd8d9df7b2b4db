import { groupQueries } from '../../../src/console/queries';
import { textQuery } from '../../../src/console/search';
import { queryShape } from '../../../src/database/shape';

const call = (more: object) => ({
  ...{ action: 'database.getDocument', collection: 'things', index: 'byA', examined: 1, returned: 1, ms: 1 },
  ...{ at: '2026-01-01T00:00:00.000Z', shape: 'a', ...more },
});
const flags = (...calls: ReturnType<typeof call>[]) => groupQueries(calls, () => undefined).map((group) => group.flags);

test('a query without an index, a slow one and one that examines far more than it returns are flagged', () => {
  expect(flags(call({}))).toEqual([[]]);
  expect(flags(call({ index: null }))).toEqual([['unindexed']]);
  expect(flags(call({ orderOnly: true }), call({}))).toEqual([['orderOnly']]);
  expect(flags(call({ ms: 20 }))).toEqual([['slow']]);
  expect(flags(call({ examined: 200, returned: 5 }))).toEqual([['wasteful']]);
  expect(flags(call({ examined: 110, returned: 1 }))).toEqual([[]]);
});

test('calls are one group when collection, action, shape and index are the same, and no search is no query', () => {
  const groups = groupQueries(
    [
      call({ ms: 1, invocationId: 'i' }),
      call({ ms: 3, examined: 7, returned: 2 }),
      call({ shape: 'b' }),
      call({ index: undefined }),
    ],
    (id) => `caller of ${id}`,
  );
  expect(groups).toHaveLength(2);
  expect(groups[0]).toMatchObject({ count: 2, averageMs: 2, maxMs: 3, maxExamined: 7, returned: 2 });
  expect(groups[0]).toMatchObject({ lastInvocation: 'i', lastCaller: 'caller of i' });
});

test('those without an index come first, then the slow, then those that took the most time in all', () => {
  const groups = groupQueries(
    [
      call({ shape: 'busy', ms: 5 }),
      call({ shape: 'calm' }),
      call({ shape: 'order', orderOnly: true }),
      call({ shape: 'scan', index: null }),
      call({ shape: 'slow', ms: 50 }),
    ],
    () => undefined,
  );
  expect(groups.map(({ shape }) => shape)).toEqual(['order', 'scan', 'slow', 'busy', 'calm']);
});

test.each([
  [{ query: '{"name":"林晓","at":{"$gte":{"$date":1},"$lt":5}}' }, 'name, at $gte $lt'],
  [{ query: '{"at":{"$date":1}}', order: '{"at":{"$numberInt":"-1"},"n":1}' }, 'at ↓ at ↑ n'],
  [{ query: '{"$or":[{"a":1},{"a":2},{"b":{"$ne":"x"}}]}' }, '$or(a | b $ne)'],
  [
    {
      stages: [
        { stageKey: '$match', stageValue: '{"a":1}' },
        { stageKey: '$group', stageValue: '{}' },
      ],
    },
    '$match(a) → $group',
  ],
  [{ query: '{' }, undefined],
  [{ query: '{}' }, undefined],
  [{}, undefined],
])('the shape of %j has fields and operators and no value', (body, shape) => {
  expect(queryShape(body)).toBe(shape);
});

test('a text is looked for as it is written, and as a number or a truth value where it is one', () => {
  expect(textQuery('a', 'x.*')).toEqual({ a: { $regularExpression: { pattern: 'x\\.\\*', options: 'i' } } });
  expect(textQuery('a', '-1.5').$or).toContainEqual({ a: -1.5 });
  expect(textQuery('a', 'true').$or).toContainEqual({ a: true });
  expect(textQuery('a', 'null').$or).toContainEqual({ a: null });
});
