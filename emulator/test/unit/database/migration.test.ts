import { find } from '../../../src/database/search/find';
import { Catalog } from '../../../src/database/tables/catalog';
import { indexTable } from '../../../src/database/tables/entry-index';
import { migrate } from '../../../src/database/tables/migrate';
import { encodeValue } from '../../../src/database/values/keys';
import type { Doc } from '../../../src/database/values/values';
import { openStore, type Store } from './store';

const LARGE = 2 ** 53 + 2;
/** A key of format 1: the double alone. */
const OLD_KEY = encodeValue(LARGE).subarray(0, 9);

let store: Store;
beforeEach(() => {
  store = openStore();
});
afterEach(() => store.close());

const version = (): unknown => store.sql.get('PRAGMA user_version')?.[0];

function found(query: Doc): { ids: unknown[]; index?: string | null } {
  const stats = { examined: 0, index: undefined as string | null | undefined };
  const collection = new Catalog(store.sql).require('c1');
  const documents = find(store.session, collection, { query }, stats);
  return { ids: documents.map(({ doc }) => doc._id), index: stats.index };
}

test('documents of a folder of format 1 with numbers beyond 2^53 are found by _id and by index', () => {
  const things = store.collection(
    [
      { _id: 'small', size: 1 },
      { _id: LARGE, size: LARGE },
    ],
    [{ name: 'by_size', keys: [['size', 1]] }],
  );
  const entries = indexTable(things.indexes[0]!.num);
  store.sql.run(`UPDATE ${things.table} SET id = ? WHERE n = 2`, OLD_KEY);
  store.sql.run(`UPDATE ${entries} SET k = ? WHERE n = 2`, OLD_KEY);
  store.sql.exec('PRAGMA user_version = 1');
  expect(found({ _id: LARGE }).ids).toEqual([]);

  migrate(store.sql);
  expect(version()).toBe(2);
  expect(found({ _id: LARGE })).toEqual({ ids: [LARGE], index: '_id_' });
  expect(found({ size: { $gte: LARGE } })).toEqual({ ids: [LARGE], index: 'by_size' });
  expect(found({ size: 1 }).ids).toEqual(['small']);
});

test('a migration that fails changes nothing, and is tried again', () => {
  store.collection([{ _id: LARGE }]);
  store.sql.run('UPDATE collection_1 SET id = ?', OLD_KEY);
  store.sql.exec(
    "PRAGMA user_version = 1; CREATE TRIGGER stop BEFORE UPDATE ON collection_1 BEGIN SELECT RAISE(FAIL, 'no'); END",
  );
  expect(() => migrate(store.sql)).toThrow();
  expect(version()).toBe(1);
  store.sql.exec('DROP TRIGGER stop');
  migrate(store.sql);
  expect(found({ _id: LARGE }).ids).toEqual([LARGE]);
});
