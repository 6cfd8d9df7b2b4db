import type { Db } from './folder';

/** Settings of a data folder itself. */
const TABLE = 'folder_settings';

/** Environment the folder was last started as; `undefined` for one that never was. */
export function environmentOf(db: Db): string | undefined {
  const known = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(TABLE);
  if (!known) return undefined;
  const row = db.prepare(`SELECT value FROM ${TABLE} WHERE name = 'env'`).get();
  return (row as { value: string } | undefined)?.value;
}

/** Notes the environment, so that an export made without the emulator knows it. */
export function noteEnvironment(db: Db, env: string): void {
  if (environmentOf(db) === env) return;
  db.exec(`CREATE TABLE IF NOT EXISTS ${TABLE} (name TEXT PRIMARY KEY, value TEXT NOT NULL)`);
  db.prepare(`INSERT OR REPLACE INTO ${TABLE} VALUES ('env', ?)`).run(env);
}
