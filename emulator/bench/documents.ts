import type { SchemaFile } from '../src/service';
import { createDatabaseService } from '../src/database/service';
import { openFolder } from '../src/store/folder';

export const COLLECTION = 'checkins';
export const BRANCHES = 500;

/** A check-in collection as an app would declare it. */
export const schema: SchemaFile = {
  collections: {
    [COLLECTION]: {
      indexes: [
        {
          name: 'by_branch_at',
          keys: [
            ['branch', 1],
            ['at', -1],
          ],
        },
      ],
    },
  },
};

const NOTE = '今天读了三十页，写下几句感想。'.repeat(6);
const MEMBERS = 5000;
const BATCH = 2000;

/** The document of number `i`, about 430 bytes as stored. */
export function documentOf(i: number): { _id: string } & Record<string, unknown> {
  return { _id: `c${i}`, branch: `b${i % BRANCHES}`, member: `m${i % MEMBERS}`, at: i, pages: i % 90, note: NOTE };
}

/** Fills a new data folder with `count` documents, without the way through HTTP, which is not what is measured. */
export async function fillFolder(dir: string, count: number): Promise<void> {
  const folder = openFolder(dir);
  const database = createDatabaseService({ folder, schema });
  const insert = database.actions['database.insertDocument'];
  for (let start = 0; start < count; start += BATCH) {
    const length = Math.min(BATCH, count - start);
    const data = Array.from({ length }, (_, i) => JSON.stringify(documentOf(start + i)));
    await insert?.({ collectionName: COLLECTION, data }, { requestId: 'bench', env: 'local' });
  }
  await database.stop();
  folder.close();
}
