import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalog } from '../../../src/database/tables/catalog';
import type { Collection } from '../../../src/database/tables/collection';
import { insert } from '../../../src/database/commands';
import { PlainSession } from '../../../src/database/sessions/session';
import { Sql } from '../../../src/database/tables/sql';
import { Transactions } from '../../../src/database/sessions/transactions';
import type { Doc } from '../../../src/database/values/values';
import type { IndexDeclaration } from '../../../src/service';
import { openFolder } from '../../../src/store/folder';

/** A database in a temporary folder, without the wire. */
export interface Store {
  catalog: Catalog;
  session: PlainSession;
  sql: Sql;
  /** A new collection with these indexes and documents. */
  collection(docs: readonly Doc[], indexes?: IndexDeclaration[]): Collection;
  close(): void;
}

export function openStore(): Store {
  const dir = mkdtempSync(join(tmpdir(), 'shuxiang-unit-'));
  const folder = openFolder(dir);
  const sql = new Sql(folder.db);
  const catalog = new Catalog(sql);
  const session = new PlainSession(new Transactions(Date.now));
  let made = 0;
  return {
    catalog,
    session,
    sql,
    collection(docs, indexes = []) {
      const name = `c${(made += 1)}`;
      catalog.apply({ collections: { [name]: { indexes } } });
      const collection = catalog.require(name);
      sql.atomically(() => insert(session, collection, docs));
      return collection;
    },
    close() {
      folder.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
