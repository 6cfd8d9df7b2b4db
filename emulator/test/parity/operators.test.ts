import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANUAL, type Page } from '../../scripts/manual';
import { operators, refusedOf, SUPPORTED } from '../../scripts/operators';
import { inHouse } from '../../scripts/paths';
import { failure, startHarness, type Harness } from '../integration/database/harness';
import type { Doc } from '../integration/database/sdk';

/** The list of operators cannot lie: what it names has a case, what it leaves out is refused. */

let h: Harness;
beforeAll(async () => {
  h = await startHarness({ collections: { things: {} } });
  await h.db.collection('things').add({ _id: 'x', a: 1, list: [1] });
});
afterAll(() => h.close());

const pages = Object.keys(MANUAL) as Page[];
const folder = inHouse('test/parity/cases');
const cases = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

test('the document is what the registries say', () => {
  expect(readFileSync(inHouse('docs/operators.md'), 'utf8')).toBe(operators());
});

test.each(pages)('%s: every operator has a page in the manual, and a case', (page) => {
  const known = [...SUPPORTED[page]];
  expect(known.filter((name) => !(MANUAL[page] as readonly string[]).includes(name))).toEqual([]);
  const escaped = (name: string): string => name.replace(/[$[\]]/g, '\\$&');
  const used = (name: string): boolean => new RegExp(`${escaped(name)}(?![A-Za-z0-9])`).test(cases);
  expect(known.filter((name) => !used(name))).toEqual([]);
});

const raw = () => h.db.collection('things').options({ raw: true });
const piped = (...stages: Doc[]): Promise<unknown> => raw().aggregate(stages).end();

/** Ways to write an operator where one may stand, also below others and where no document is reached. */
const uses: Readonly<Record<Page, (name: string) => Promise<unknown>[]>> = {
  query: (name) => [
    raw()
      .where({ a: { [name]: 1 } })
      .get(),
    raw()
      .where({ [name]: 1 })
      .get(),
    raw()
      .where({ $or: [{ a: 1 }, { $and: [{ list: { $elemMatch: { [name]: 1 } } }] }] })
      .get(),
    raw()
      .where({ none: { $not: { [name]: 1 } } })
      .count(),
    piped({ $match: { _id: 'none' } }, { $match: { a: { [name]: 1 } } }),
  ],
  projection: (name) => [
    raw()
      .field({ list: { [name]: 1 } })
      .get(),
  ],
  update: (name) => [
    raw()
      .where({ _id: 'x' })
      .update({ [name]: { a: 1 } }),
    raw()
      .where({ _id: 'x' })
      .update({ $set: { [`list.${name}`]: 1 } }),
  ],
  stages: (name) => [
    piped({ [name]: {} }),
    piped({ $match: { _id: 'none' } }, { [name]: {} }),
    piped({ $facet: { f: [{ [name]: {} }] } }),
    piped({
      $lookup: { from: 'things', as: 'j', pipeline: [{ $unionWith: { coll: 'things', pipeline: [{ [name]: {} }] } }] },
    }),
  ],
  expressions: (name) => [
    piped({ $project: { v: { [name]: '$a' } } }),
    piped({ $match: { _id: 'none' } }, { $addFields: { 'o.v': { $add: [1, { $cond: [true, 1, { [name]: 1 }] }] } } }),
    piped({ $match: { _id: 'none' } }, { $group: { _id: { k: { [name]: 1 } } } }),
    raw()
      .where({ _id: 'none', $expr: { $eq: [1, { $map: { input: [], in: { [name]: 1 } } }] } })
      .get(),
    piped(
      { $match: { _id: 'none' } },
      { $lookup: { from: 'things', as: 'j', let: { v: { [name]: 1 } }, pipeline: [] } },
    ),
  ],
  accumulators: (name) => [
    piped({ $match: { _id: 'none' } }, { $group: { _id: 1, v: { [name]: 1 } } }),
    piped({ $bucketAuto: { groupBy: '$a', buckets: 1, output: { v: { [name]: 1 } } } }),
    piped({ $match: { _id: 'none' } }, { $setWindowFields: { sortBy: { a: 1 }, output: { v: { [name]: 1 } } } }),
  ],
  windows: (name) => [
    piped({ $match: { _id: 'none' } }, { $setWindowFields: { sortBy: { a: 1 }, output: { v: { [name]: 1 } } } }),
  ],
};

const rows = pages.flatMap((page) => [...refusedOf(page), '$bogus'].map((name) => [page, name] as const));

test.each(rows)('%s: %s is refused wherever it stands', async (page, name) => {
  const before = h.service.hash();
  for (const use of uses[page](name)) expect((await failure(use)).code).toBe('DATABASE_REQUEST_FAILED');
  expect(h.service.hash()).toBe(before);
});
