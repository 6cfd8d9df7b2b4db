import { writeSync } from 'node:fs';
import { createDatabaseService } from '../../../src/database/service';
import { openFolder } from '../../../src/store/folder';

/** Adds numbered documents for ever and prints a line after each acknowledged one, until it is killed. */
async function main(): Promise<void> {
  const folder = openFolder(process.argv[2] as string);
  const schema = {
    collections: { things: { indexes: [{ name: 'n', unique: true, keys: [['n', 1]] as [string, 1][] }] } },
  };
  const insert = createDatabaseService({ folder, schema }).actions['database.insertDocument'];
  for (let n = 0; ; n += 1) {
    await insert?.({ collectionName: 'things', data: [JSON.stringify({ n })] }, { requestId: 'r', env: 'local' });
    writeSync(1, `${n}\n`);
  }
}

void main();
