import type { IndexDeclaration, IndexDirection } from '../../service';
import { docToWire } from '../values/ejson';
import { entriesOf, type Entries } from './entries';
import { DuplicateKey } from '../errors';
import { reach } from '../query/paths';
import type { IndexShape, KeyRange } from '../plan/planner';
import type { Sql } from './sql';
import type { Doc } from '../values/values';

/** Rows of a scan: document number and stored text. */
export type Row = [n: number, text: string];

/** One declared index: a table of order-preserving keys, each pointing to a document number. */
export class EntryIndex implements IndexShape {
  readonly name: string;
  readonly unique: boolean;
  readonly fields: readonly [string, IndexDirection][];
  multikey: Set<number>;
  readonly table: string;

  constructor(
    private readonly sql: Sql,
    readonly num: number,
    private readonly collection: { name: string; table: string },
    readonly declaration: IndexDeclaration,
    multikey: readonly number[],
  ) {
    this.name = declaration.name;
    this.unique = declaration.unique === true;
    this.fields = declaration.keys;
    this.multikey = new Set(multikey);
    this.table = indexTable(num);
  }

  entries(doc: Doc): Entries {
    return entriesOf(doc, this.fields);
  }

  /** Adds keys for document `n`; throws DuplicateKey when the index is unique and another document holds one. */
  add(n: number, doc: Doc, keys: readonly Buffer[]): void {
    for (const key of keys) {
      if (this.unique && this.holder(key, n) !== undefined) throw this.duplicate(doc);
      this.sql.run(`INSERT OR IGNORE INTO ${this.table}(k, n) VALUES (?, ?)`, key, n);
    }
  }

  drop(n: number, keys: readonly Buffer[]): void {
    for (const key of keys) this.sql.run(`DELETE FROM ${this.table} WHERE k = ? AND n = ?`, key, n);
  }

  /** Replaces the entries of document `n`; only those that differ are touched. */
  change(n: number, before: Doc, after: Doc): void {
    const old = new Map(this.entries(before).keys.map((key) => [key.toString('latin1'), key]));
    const next = this.entries(after);
    const added = next.keys.filter((key) => !old.delete(key.toString('latin1')));
    this.drop(n, [...old.values()]);
    this.add(n, after, added);
    this.note(next.multikey);
  }

  /** Remembers, durably, which fields have held arrays. */
  note(positions: readonly number[]): void {
    const fresh = positions.filter((position) => !this.multikey.has(position));
    if (fresh.length === 0) return;
    for (const position of fresh) this.multikey.add(position);
    this.sql.onRollback(() => fresh.forEach((position) => this.multikey.delete(position)));
    this.sql.run('UPDATE index_catalog SET multikey = ? WHERE num = ?', JSON.stringify([...this.multikey]), this.num);
  }

  /** Another document than `except` that holds `key`, if any. */
  holder(key: Buffer, except: number): number | undefined {
    return this.sql.get(`SELECT n FROM ${this.table} WHERE k = ? AND n <> ? LIMIT 1`, key, except)?.[0] as
      number | undefined;
  }

  duplicate(doc: Doc): DuplicateKey {
    const shown = this.fields.map(([path]) => {
      let value: unknown = null;
      reach(doc, path.split('.'), (found) => {
        value = found ?? null;
        return true;
      });
      return `${path}: ${docToWire(value)}`;
    });
    return new DuplicateKey(this.collection.name, this.name, `{ ${shown.join(', ')} }`);
  }

  /** Up to `limit` entries of one range in key order, continuing after `last`. */
  page(
    range: KeyRange,
    reverse: boolean,
    last: [Buffer, number] | undefined,
    limit: number,
  ): [Buffer, number, string][] {
    const where: string[] = [];
    const binds: (Buffer | number)[] = [];
    if (!last || reverse) bind('i.k >= ?', range.from);
    if (range.to && (!last || !reverse)) bind('i.k < ?', range.to);
    if (last) bind(`(i.k, i.n) ${reverse ? '<' : '>'} (?, ?)`, ...last);
    const way = reverse ? 'DESC' : 'ASC';
    const sql =
      `SELECT i.k, i.n, d.doc FROM ${this.table} i CROSS JOIN ${this.collection.table} d ON d.n = i.n ` +
      `${where.length ? `WHERE ${where.join(' AND ')} ` : ''}ORDER BY i.k ${way}, i.n ${way} LIMIT ?`;
    return this.sql.all(sql, ...binds, limit) as [Buffer, number, string][];

    function bind(condition: string, ...values: (Buffer | number)[]): void {
      where.push(condition);
      binds.push(...values);
    }
  }
}

export function indexTable(num: number): string {
  return `index_${num}`;
}
