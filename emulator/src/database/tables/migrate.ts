import { FORMAT_VERSION } from '../../store/folder';
import { encodeValue } from '../values/keys';
import { Catalog } from './catalog';
import type { Sql } from './sql';

/**
 * Brings a data folder of an older format up to date, all of it or, when this throws, nothing.
 *
 * Version 2: keys of numbers beyond 2^53 tell integers apart that are one double; `_id`s and index entries with such
 * numbers would not be found under their old keys.
 */
export function migrate(sql: Sql): void {
  if (formatOf(sql) >= FORMAT_VERSION) return;
  const catalog = new Catalog(sql);
  sql.atomically(() => {
    for (const collection of catalog.list()) {
      for (const row of collection.scan(undefined)) {
        const { _id: id } = collection.read(row);
        if (typeof id !== 'string') collection.renewId(row[0], encodeValue(id));
      }
    }
    catalog.rebuild();
    sql.exec(`PRAGMA user_version = ${FORMAT_VERSION}`);
  });
}

const formatOf = (sql: Sql): number => Number(sql.get('PRAGMA user_version')?.[0]);
