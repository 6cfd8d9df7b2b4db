import { decodeText, docToWire, encodeText } from '../values/ejson';
import { DuplicateKey } from '../errors';
import { encodeValue } from '../values/keys';
import type { EntryIndex, Row } from './entry-index';
import type { IndexShape, KeyRange, Plan } from '../plan/planner';
import type { Sql } from './sql';
import type { Doc } from '../values/values';

/** Rows fetched at a time: as many as are wanted, few at first where that is not known, then more and more. */
const FIRST_PAGE = 32;
const LARGEST_PAGE = 2048;
const firstPage = (wanted: number): number => Math.max(1, Math.min(wanted, LARGEST_PAGE));
const nextPage = (size: number): number => Math.min(Math.max(size * 4, FIRST_PAGE), LARGEST_PAGE);

/** The implicit unique index of every collection. */
export const ID_INDEX: IndexShape = { name: '_id_', fields: [['_id', 1]], multikey: new Set() };

/** One collection's documents and index entries. Callers wrap changes in `Sql.atomically`. */
export class Collection {
  indexes: EntryIndex[] = [];
  readonly table: string;

  constructor(
    private readonly sql: Sql,
    readonly num: number,
    readonly name: string,
  ) {
    this.table = collectionTable(num);
  }

  /** Everything the planner may choose from. */
  get shapes(): IndexShape[] {
    return [ID_INDEX, ...this.indexes.filter((index) => index.fields.length > 0)];
  }

  /** The stored document with this encoded `_id`. */
  byId(idKey: Buffer): Row | undefined {
    return this.sql.get(`SELECT n, doc FROM ${this.table} WHERE id = ?`, idKey) as Row | undefined;
  }

  idKeyOf(n: number): Buffer | undefined {
    return this.sql.get(`SELECT id FROM ${this.table} WHERE n = ?`, n)?.[0] as Buffer | undefined;
  }

  /** The number of documents, or of the entries in a plan's ranges. */
  count(plan?: Plan): number {
    if (!plan) return Number(this.sql.get(`SELECT count(*) FROM ${this.table}`)?.[0]);
    const index = this.indexes.find(({ name }) => name === plan.index.name);
    const [column, table] = index ? ['k', index.table] : ['id', this.table];
    return plan.ranges.reduce((total, { from, to }) => {
      const sql = `SELECT count(*) FROM ${table} WHERE ${column} >= ?${to ? ` AND ${column} < ?` : ''}`;
      return total + Number(this.sql.get(sql, from, ...(to ? [to] : []))?.[0]);
    }, 0);
  }

  /** Stores a new document, at number `n` if given; throws DuplicateKey. */
  insert(doc: Doc, n?: number): number {
    const idKey = encodeValue(doc._id);
    if (this.byId(idKey)) throw this.duplicateId(doc);
    const text = encodeText(doc);
    const num =
      n === undefined
        ? this.sql.run(`INSERT INTO ${this.table}(id, doc) VALUES (?, ?)`, idKey, text)
        : (this.sql.run(`INSERT INTO ${this.table}(n, id, doc) VALUES (?, ?, ?)`, n, idKey, text), n);
    for (const index of this.indexes) {
      const { keys, multikey } = index.entries(doc);
      index.add(num, doc, keys);
      index.note(multikey);
    }
    return num;
  }

  /** Files document `n`, whose `_id` stays, under another encoding of it. */
  renewId(n: number, idKey: Buffer): void {
    this.sql.run(`UPDATE ${this.table} SET id = ? WHERE n = ?`, idKey, n);
  }

  /** Replaces document `n`, whose `_id` stays; throws DuplicateKey. */
  replace(n: number, before: Doc, after: Doc): void {
    this.sql.run(`UPDATE ${this.table} SET doc = ? WHERE n = ?`, encodeText(after), n);
    for (const index of this.indexes) index.change(n, before, after);
  }

  remove(n: number, doc: Doc): void {
    this.sql.run(`DELETE FROM ${this.table} WHERE n = ?`, n);
    for (const index of this.indexes) index.drop(n, index.entries(doc).keys);
  }

  duplicateId(doc: Doc): DuplicateKey {
    return new DuplicateKey(this.name, ID_INDEX.name, `{ _id: ${docToWire(doc._id)} }`);
  }

  /** Documents in the order of a plan, each once; without a plan all of them, oldest first. `wanted`: see Source. */
  *scan(plan: Plan | undefined, wanted = FIRST_PAGE): Generator<Row> {
    if (!plan) {
      yield* this.scanAll(wanted);
      return;
    }
    const seen = plan.index.multikey.size > 0 ? new Set<number>() : undefined;
    const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
    const index = this.indexes.find(({ name }) => name === plan.index.name);
    for (const range of ranges) {
      for (const [, n, text] of pages(wanted, plan.reverse, (last, limit) =>
        index ? index.page(range, plan.reverse, last, limit) : this.idPage(range, plan.reverse, last, limit),
      )) {
        if (seen?.has(n)) continue;
        seen?.add(n);
        yield [n, text];
      }
    }
  }

  private *scanAll(wanted: number): Generator<Row> {
    let last = -1;
    for (let limit = firstPage(wanted); ; limit = nextPage(limit)) {
      const rows = this.sql.all(
        `SELECT n, doc FROM ${this.table} WHERE n > ? ORDER BY n LIMIT ?`,
        last,
        limit,
      ) as Row[];
      yield* rows;
      if (rows.length < limit) return;
      const [end] = rows.at(-1) as Row;
      if (end <= last) throw outOfOrder();
      last = end;
    }
  }

  private idPage(
    range: KeyRange,
    reverse: boolean,
    last: [Buffer, number] | undefined,
    limit: number,
  ): [Buffer, number, string][] {
    const from = last && !reverse ? last[0] : range.from;
    const to = last && reverse ? last[0] : range.to;
    const lower = last && !reverse ? 'id > ?' : 'id >= ?';
    const sql = `SELECT id, n, doc FROM ${this.table} WHERE ${lower}${to ? ' AND id < ?' : ''} ORDER BY id ${reverse ? 'DESC' : 'ASC'} LIMIT ?`;
    return this.sql.all(sql, from, ...(to ? [to] : []), limit) as [Buffer, number, string][];
  }

  /** All documents with their texts in `_id` order, for hashes and index builds. */
  *byIdOrder(): Generator<[Buffer, number, string]> {
    yield* pages(LARGEST_PAGE, false, (last, limit) =>
      this.idPage({ from: Buffer.alloc(0), to: undefined }, false, last, limit),
    );
  }

  read(row: Row): Doc {
    return decodeText(row[1]);
  }
}

export function collectionTable(num: number): string {
  return `collection_${num}`;
}

type Keyed = [Buffer, number, string];

/** Pages until one comes short. Each page is complete before it is handed out, so changes in between are safe. */
function* pages(
  wanted: number,
  reverse: boolean,
  fetch: (last: [Buffer, number] | undefined, limit: number) => Keyed[],
): Generator<Keyed> {
  let last: [Buffer, number] | undefined;
  for (let limit = firstPage(wanted); ; limit = nextPage(limit)) {
    const rows = fetch(last, limit);
    yield* rows;
    if (rows.length < limit) return;
    const end = rows.at(-1) as Keyed;
    if (last) {
      const step = Buffer.compare(end[0], last[0]) || end[1] - last[1];
      if (reverse ? step >= 0 : step <= 0) throw outOfOrder();
    }
    last = [end[0], end[1]];
  }
}

/** Only a damaged file has rows out of order; going on from one of them could go round for ever. */
const outOfOrder = (): Error => Object.assign(new Error('rows are out of order'), { code: 'SQLITE_CORRUPT' });
