import { startHarness, type Harness } from '../integration/database/harness';
import { run } from './case';
import { cases, collection, schema } from './cases';

let h: Harness;
beforeAll(async () => (h = await startHarness(schema)));
afterAll(() => h.close());

test('there is a case for every documented behaviour, each named once', () => {
  const names = cases.map(({ source, name }) => `${source}: ${name}`);
  expect(new Set(names).size).toBe(names.length);
  expect(cases.length).toBeGreaterThanOrEqual(150);
});

describe.each([...new Set(cases.map(({ source }) => source))])('%s', (source) => {
  test.each(cases.filter((one) => one.source === source).map((one) => [one.name, one] as const))(
    '%s',
    async (_name, one) => {
      expect(await run(one, h.db, collection)).toEqual(one.expect);
    },
  );
});
