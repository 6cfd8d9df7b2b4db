import type { Db } from '../../store/folder';

/** The part of libsql's statement that is used; its own types do not fit bound arrays. */
interface Statement {
  readonly reader: boolean;
  raw(): unknown;
  run(binds: readonly Bind[]): { lastInsertRowid: number | bigint };
  get(binds: readonly Bind[]): unknown;
  all(binds: readonly Bind[]): unknown[];
}

/** A value SQLite can bind. */
export type Bind = string | number | Buffer;

/** SQL with cached prepared statements and row arrays; every reader finishes its statement before it returns. */
export class Sql {
  private readonly cache = new Map<string, Statement>();
  private depth = 0;
  private undo: (() => void)[] = [];

  constructor(private readonly db: Db) {}

  run(sql: string, ...binds: Bind[]): number {
    return Number(this.statement(sql).run(binds).lastInsertRowid);
  }

  get(sql: string, ...binds: Bind[]): unknown[] | undefined {
    return this.statement(sql).get(binds) as unknown[] | undefined;
  }

  all(sql: string, ...binds: Bind[]): unknown[][] {
    return this.statement(sql).all(binds) as unknown[][];
  }

  /** Runs `work` in one SQLite transaction: all of it is stored, or, when it throws, none. */
  atomically<T>(work: () => T): T {
    if (this.depth > 0) return work();
    this.run('BEGIN IMMEDIATE');
    this.depth += 1;
    this.undo = [];
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      this.rollback();
      for (const step of this.undo.reverse()) step();
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  /** On a full disk SQLite may have rolled back by itself; the reason of the failure is what the caller must see. */
  private rollback(): void {
    try {
      this.run('ROLLBACK');
    } catch {
      // No transaction is active.
    }
  }

  /** Registers how to take back a change of memory if the transaction under way is rolled back. */
  onRollback(step: () => void): void {
    this.undo.push(step);
  }

  /** Runs statements that change tables; cached statements on old tables are dropped with them. */
  exec(sql: string): void {
    this.cache.clear();
    this.db.exec(sql);
  }

  private statement(sql: string): Statement {
    // A prepared statement would still run, and write into a folder that was given back.
    if (!this.db.open) throw new Error('the database is closed');
    let statement = this.cache.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      // Rows as arrays: no object per row, no column names.
      if (statement.reader) statement.raw();
      this.cache.set(sql, statement);
    }
    return statement;
  }
}
