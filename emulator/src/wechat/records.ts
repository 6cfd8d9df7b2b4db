import { Sql } from '../database/tables/sql';
import type { Db } from '../store/folder';
import type { OwnedTable } from '../store/owned-table';

/** Small JSON values by kind and id, each with its place in time. */
export const wechatTable: OwnedTable = {
  name: 'wechat_records',
  create:
    'CREATE TABLE IF NOT EXISTS wechat_records (kind TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL,' +
    ' value TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;' +
    'CREATE INDEX IF NOT EXISTS wechat_records_at ON wechat_records (kind, at);',
  key: ['kind', 'id'],
};

export type RecordKind = 'setting' | 'visit' | 'consent' | 'message' | 'media' | 'code';

/** One stored thing with its place in time, in epoch milliseconds. */
export interface Stored<T> {
  id: string;
  at: number;
  value: T;
}

/**
 * What the stand-ins keep, in a table of their own beside the collections. It lives and dies with the data folder, so
 * that a message sent before a restart is still in the inbox after it.
 */
export class Records {
  private readonly sql: Sql;

  constructor(db: Db) {
    this.sql = new Sql(db);
    this.sql.exec(wechatTable.create);
  }

  get<T>(kind: RecordKind, id: string): Stored<T> | undefined {
    const row = this.sql.get('SELECT id, at, value FROM wechat_records WHERE kind = ? AND id = ?', kind, id);
    return row && stored<T>(row);
  }

  /** Newest first. */
  list<T>(kind: RecordKind): Stored<T>[] {
    return this.sql
      .all('SELECT id, at, value FROM wechat_records WHERE kind = ? ORDER BY at DESC, id DESC', kind)
      .map((row) => stored<T>(row));
  }

  put(kind: RecordKind, id: string, at: number, value: unknown): void {
    this.sql.run('INSERT OR REPLACE INTO wechat_records VALUES (?, ?, ?, ?)', kind, id, at, JSON.stringify(value));
  }

  remove(kind: RecordKind, id: string): void {
    this.sql.run('DELETE FROM wechat_records WHERE kind = ? AND id = ?', kind, id);
  }

  /** Forgets all but the newest `kept`. */
  trim(kind: RecordKind, kept: number): void {
    const newest = 'SELECT id FROM wechat_records WHERE kind = ? ORDER BY at DESC, id DESC LIMIT ?';
    this.sql.run(`DELETE FROM wechat_records WHERE kind = ? AND id NOT IN (${newest})`, kind, kind, kept);
  }

  /** Several changes as one: all of them are stored, or none. */
  together<T>(work: () => T): T {
    return this.sql.atomically(work);
  }
}

const stored = <T>([id, at, value]: unknown[]): Stored<T> => ({
  id: id as string,
  at: at as number,
  value: JSON.parse(value as string) as T,
});
