import { Catalog } from '../database/tables/catalog';
import { Sql } from '../database/tables/sql';
import { connect, type Db } from '../store/connect';

/** All of a database as it was at one moment, while others go on writing to it. */
export interface Snapshot {
  db: Db;
  catalog: Catalog;
  close(): void;
}

/**
 * Takes a snapshot of an opened database file: one read transaction on a connection of its own. SQLite keeps what was
 * there for as long as it is open, in the write-ahead log.
 */
export function takeSnapshot(path: string): Snapshot {
  const db = connect(path, { readonly: true });
  try {
    db.exec('BEGIN');
    // The first read is the moment.
    return {
      db,
      catalog: new Catalog(new Sql(db)),
      close() {
        db.exec('ROLLBACK');
        db.close();
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}
