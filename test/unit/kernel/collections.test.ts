import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema } from '../../../cloudfunctions/kernel/collection';
import { schema } from '../../../cloudfunctions/schema';

const root = join(__dirname, '../../../cloudfunctions');

/** What every `collections.ts` declares, by its path. */
async function declared(): Promise<[string, Schema][]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|[\\/])collections\.ts$/.test(file),
  );
  return Promise.all(
    files.map(async (file) => {
      const [collections = {}] = Object.values((await import(join(root, file))) as Record<string, Schema>);
      return [file, collections] as [string, Schema];
    }),
  );
}

it('every collection is declared by one domain, and the schema has them all', async () => {
  const names = (await declared()).flatMap(([, collections]) => Object.keys(collections));
  expect(names.sort()).toEqual(Object.keys(schema).sort());
  expect(new Set(names).size).toBe(names.length);
});

it('every collection says what it holds, and no two of its indexes share a name', () => {
  for (const { purpose, indexes } of Object.values(schema)) {
    expect(purpose).not.toBe('');
    expect(new Set(indexes.map(({ name }) => name)).size).toBe(indexes.length);
  }
});

it('every collection whose documents are about persons says what is personal in it, or that it has ids only', () => {
  for (const { personal, subjects } of Object.values(schema)) {
    const exported = 'none' in subjects ? [] : subjects.filter((subject) => 'as' in subject.exported);
    if (exported.length > 0) expect(personal).not.toBeNull();
    if ('none' in subjects) expect(personal).toBeNull();
  }
});

it('there are at most 80 collections, of at most 8 indexes each: the cloud allows 100 and slows with each index', () => {
  expect(Object.keys(schema).length).toBeLessThanOrEqual(80);
  // A merge is found by each of four persons whom it concerns; there are few, and each is written a few times.
  const most = new Map([['merges', 10]]);
  for (const [name, { indexes }] of Object.entries(schema)) {
    expect([name, indexes.length <= (most.get(name) ?? 8)]).toEqual([name, true]);
  }
});
