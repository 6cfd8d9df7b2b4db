import type { Db } from '../store/folder';

/** A row of a table by its columns. */
export type TableRow = Record<string, string | number | Buffer | null>;

/** Rows read at a time. */
const PAGE = 500;

/** All rows of a table in the order of its key, a page at a time. */
export function* rowsOf(db: Db, table: string, key: readonly string[]): Generator<TableRow> {
  const order = key.join(', ');
  const next = db.prepare(
    `SELECT * FROM ${table} WHERE (${order}) > (${key.map(() => '?').join(', ')}) ORDER BY ${order} LIMIT ${PAGE}`,
  );
  let page = db.prepare(`SELECT * FROM ${table} ORDER BY ${order} LIMIT ${PAGE}`).all() as TableRow[];
  while (page.length > 0) {
    yield* page;
    const last = page.at(-1) as TableRow;
    page = next.all(key.map((column) => last[column])) as TableRow[];
  }
}

/** A row as one line of JSON; bytes are written as MongoDB's Extended JSON writes them. */
export function rowToLine(row: TableRow): string {
  const plain = Object.entries(row).map(([column, value]) => [
    column,
    Buffer.isBuffer(value) ? { $binary: { base64: value.toString('base64'), subType: '00' } } : value,
  ]);
  return JSON.stringify(Object.fromEntries(plain));
}

/** Reads a line back. Throws when it is not one. */
export function lineToRow(line: string): TableRow {
  const plain = JSON.parse(line) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(plain).map(([column, value]) => [column, valueOf(value)]));
}

function valueOf(value: unknown): TableRow[string] {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  const { base64 } = (value as { $binary?: { base64?: unknown } }).$binary ?? {};
  if (typeof base64 !== 'string') throw new Error(`not a value of a table: ${JSON.stringify(value)}`);
  return Buffer.from(base64, 'base64');
}

/** Adds a row; the columns must be the table's. */
export function insertRow(db: Db, table: string, row: TableRow): void {
  const columns = Object.keys(row);
  if (columns.some((column) => !/^[a-z_]\w*$/i.test(column))) throw new Error(`not a column: ${columns.join(', ')}`);
  db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
    columns.map((column) => row[column]),
  );
}

/** Names of all tables, without SQLite's own. */
export function tableNames(db: Db): string[] {
  const sql =
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
  return (db.prepare(sql).all() as { name: string }[]).map(({ name }) => name);
}
