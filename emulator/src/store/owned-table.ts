/**
 * A table that a service keeps in the data folder's database. It is part of the state: declared once in this form,
 * created from it, and exported and imported by it. `state/tables.ts` lists the tables of all services; a table that
 * is not on the list makes an export fail rather than be left out.
 */
export interface OwnedTable {
  /** Name in the database, beginning with the service's, such as `wechat_records`. */
  readonly name: string;
  /** SQL that creates it, and its indexes, where they are not there yet. Values are text, numbers, blobs or null. */
  readonly create: string;
  /** Columns that together name a row; rows are exported in their order. */
  readonly key: readonly string[];
}
