import { type Difference, type Merge, mergeTrusted } from '../../cloudfunctions/domains/book/rules/correction';
import { identityTerm, possibleIds, spareId } from '../../cloudfunctions/domains/book/rules/identity';
import { bookDocument, EVERYBODY } from '../../cloudfunctions/domains/book/rules/book';
import type { BookDoc } from '../../cloudfunctions/domains/book/collections';
import type { Database } from '../../cloudfunctions/schema';
import { among } from '../../cloudfunctions/kernel/port';
import type { BookRow } from './books';
import type { Outcome } from './write';

/** Books asked for in one query: with two ids and a term each it stays well below a thousand replies. */
const CHUNK = 200;

/** Every document that may be one of these books: by its ids, and by its identity, which corrections leave in place. */
async function claimants(db: Database, rows: readonly BookRow[]): Promise<BookDoc[]> {
  const found: BookDoc[] = [];
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const byId = { _id: among(chunk.flatMap((row) => possibleIds(row))) };
    const byTerm = { terms: among(chunk.map(identityTerm)) };
    for (const query of [byId, byTerm]) found.push(...(await db.books.find(query, { limit: 1000 })));
  }
  return found.filter(({ audience }) => audience === EVERYBODY);
}

const HOW_TO_CORRECT = '  要以本次为准，请由最上级组织的管理员在小程序的书页里 “更正书目信息”。';

const differs = (differences: readonly Difference[]): string =>
  differences.map(({ name, was, is }) => `${name} “${was ?? '空'}” → “${is}”`).join('，');

/** What the person who imports should know about a book that was there. */
function noteOf({ line }: BookRow, book: BookDoc, merge: Merge, dryRun: boolean): string | undefined {
  if (merge.kind === 'same' || merge.differences.length === 0) return undefined;
  const what = differs(merge.differences);
  return merge.kind === 'changed'
    ? `  第 ${line} 行：${dryRun ? '将更正' : '更正了'}《${book.title}》：${what}`
    : `  第 ${line} 行：《${book.title}》已由先前的清单导入，保持不变；本次不同：${what}`;
}

const factsOf = ({ line: _line, ...facts }: BookRow) => facts;

/** Adds the books of a checked file to the catalogue and corrects what was entered by hand there. */
export async function writeBooks(
  db: Database,
  rows: readonly BookRow[],
  now: number,
  dryRun: boolean,
): Promise<Outcome> {
  const standing = await claimants(db, rows);
  const byIdentity = new Map(standing.map((book) => [identityTerm(book), book]));
  const taken = new Set(standing.map(({ _id }) => _id));
  const missing: BookDoc[] = [];
  const notes: string[] = [];
  let changed = 0;
  let differing = false;
  for (const row of rows) {
    const facts = factsOf(row);
    const book = byIdentity.get(identityTerm(facts));
    if (book === undefined) {
      const doc = bookDocument(facts, now);
      missing.push(taken.has(doc._id) ? { ...doc, _id: spareId(doc._id) } : doc);
      continue;
    }
    const merge = mergeTrusted(book, facts);
    const note = noteOf(row, book, merge, dryRun);
    if (note !== undefined) notes.push(note);
    if (note !== undefined && merge.kind !== 'changed') differing = true;
    if (merge.kind !== 'changed') continue;
    // What changes only who vouches for the book is no change of what it says.
    if (merge.differences.length > 0) changed += 1;
    if (!dryRun) await db.books.update({ _id: book._id }, merge.change);
  }
  if (differing) notes.push(HOW_TO_CORRECT);
  if (missing.length > 0 && !dryRun) await db.books.addAll(missing);
  return { ok: true, added: missing.length, present: rows.length - missing.length, changed, notes };
}
