import Database from 'libsql';

export type Db = InstanceType<typeof Database>;

/**
 * How long a connection waits for another one. A process that gave the folder back lets go of its files a little later,
 * when its memory is cleared away or it ends: the larger they are, the longer that takes.
 */
export const BUSY_MS = 10_000;

/** Opens a connection to a database file; every connection is opened here. */
export function connect(path: string, { readonly = false, busyMs = BUSY_MS } = {}): Db {
  const db = new Database(path, readonly ? { readonly } : {});
  try {
    db.exec(`PRAGMA busy_timeout = ${busyMs}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
