import { isUtf8 } from 'node:buffer';
import type { Collection } from '../database/tables/collection';
import { decodeText, encodeText } from '../database/values/ejson';
import { indexTable, type EntryIndex } from '../database/tables/entry-index';
import { encodeValue } from '../database/values/keys';
import type { Sql } from '../database/tables/sql';

/** How much was compared. */
export interface Count {
  documents: number;
  entries: number;
}

/** Tells `fault` about every document and index entry of a collection that does not agree with the others. */
export function verifyCollection(sql: Sql, collection: Collection, fault: (what: string) => void): Count {
  const expected = new Map<EntryIndex, number>(collection.indexes.map((index) => [index, 0]));
  let documents = 0;
  const unreadable = brokenText(sql, collection);
  // libsql ends the process over text that is not UTF-8, so such a collection cannot be looked at any closer.
  if (unreadable.length > 0) {
    for (const n of unreadable) fault(`第 ${n} 号文档的文字已损坏`);
    return { documents: 0, entries: 0 };
  }
  for (const [id, n, text] of collection.byIdOrder()) {
    documents += 1;
    try {
      const doc = decodeText(text);
      if (encodeText(doc) !== text) fault(`第 ${n} 号文档的内容不是本程序写入的`);
      if (!encodeValue(doc._id).equals(id)) fault(`第 ${n} 号文档与它的 _id 不符`);
      for (const index of collection.indexes) {
        const { keys, multikey } = index.entries(doc);
        expected.set(index, (expected.get(index) as number) + keys.length);
        if (!keys.every((key) => holds(sql, index, key, n))) fault(`索引 ${index.name} 缺少第 ${n} 号文档`);
        if (!multikey.every((position) => index.multikey.has(position))) fault(`索引 ${index.name} 的数组标记有误`);
      }
    } catch (error) {
      fault(`第 ${n} 号文档无法读取（${(error as Error).name}）`);
    }
  }
  if (documents !== collection.count()) fault(`应有 ${collection.count()} 个文档，读到 ${documents} 个`);
  let entries = 0;
  for (const [index, count] of expected) {
    const table = indexTable(index.num);
    const stored = Number(sql.get(`SELECT count(*) FROM ${table}`)?.[0]);
    if (stored !== count) fault(`索引 ${index.name} 应有 ${count} 项，现有 ${stored} 项`);
    const twice = index.unique && sql.get(`SELECT 1 FROM ${table} GROUP BY k HAVING count(*) > 1 LIMIT 1`);
    if (twice) fault(`唯一索引 ${index.name} 有重复的值`);
    entries += stored;
  }
  return { documents, entries };
}

/** Documents read at a time. */
const PAGE = 1000;

/** Numbers of the documents whose text is not UTF-8. */
function brokenText(sql: Sql, { table }: Collection): number[] {
  const broken: number[] = [];
  let last = -1;
  for (;;) {
    const select = `SELECT n, CAST(doc AS BLOB) FROM ${table} WHERE n > ? ORDER BY n LIMIT ${PAGE}`;
    const rows = sql.all(select, last) as [number, Buffer][];
    for (const [n, text] of rows) if (!isUtf8(text)) broken.push(n);
    if (rows.length < PAGE) return broken;
    last = (rows.at(-1) as [number, Buffer])[0];
  }
}

function holds(sql: Sql, index: EntryIndex, key: Buffer, n: number): boolean {
  return sql.get(`SELECT 1 FROM ${indexTable(index.num)} WHERE k = ? AND n = ?`, key, n) !== undefined;
}
