import type { Collection } from '../tables/collection';
import { encodeText } from '../values/ejson';
import type { Row } from '../tables/entry-index';
import { transactionConflict } from '../errors';
import type { Found, Source } from '../search/found';
import { encodeValue } from '../values/keys';
import type { Plan } from '../plan/planner';
import { docKey, uniqueKeysOf, type Session } from './session';
import type { Change, Transaction, Transactions } from './transactions';
import type { Doc } from '../values/values';

/**
 * A command inside a transaction. It sees the data as of the snapshot plus its own changes, which stay in memory until
 * commit. Writing a document that another transaction has locked, or that was committed after the snapshot, is a
 * conflict at once.
 */
export class TransactionSession implements Session {
  private readonly snapshot: number;

  constructor(
    private readonly transactions: Transactions,
    private readonly transaction: Transaction,
  ) {
    this.snapshot = transactions.snapshotOf(transaction);
  }

  byId(collection: Collection, idKey: Buffer): Row | undefined {
    // Not through `view`: making one for each of the documents of a large insert would be quadratic.
    const key = docKey(collection, idKey);
    const known = this.transaction.changes.get(key) ?? this.transactions.pastOf(this.snapshot, key);
    if (!known) return collection.byId(idKey);
    return known.text === null ? undefined : [known.n ?? Infinity, known.text];
  }

  rows(collection: Collection, plan: Plan | undefined, wanted?: number): ReturnType<Source['rows']> {
    const view = this.view(collection);
    if (view.size === 0) return { rows: collection.scan(plan, wanted), ordered: true };
    return { rows: merged(collection, plan, view), ordered: false };
  }

  count(collection: Collection, plan: Plan | undefined): number | undefined {
    return this.view(collection).size === 0 ? collection.count(plan) : undefined;
  }

  insert(collection: Collection, doc: Doc): void {
    const idKey = encodeValue(doc._id);
    const key = this.claim(collection, doc);
    if (this.byId(collection, idKey)) throw collection.duplicateId(doc);
    const own = this.transaction.changes.get(key);
    this.record(collection, key, { n: own?.n, before: own?.before ?? null, idKey }, doc);
  }

  replace(collection: Collection, found: Found, after: Doc): void {
    this.change(collection, found, after);
  }

  remove(collection: Collection, found: Found): void {
    this.change(collection, found, null);
  }

  private change(collection: Collection, found: Found, after: Doc | null): void {
    const idKey = encodeValue(found.doc._id);
    const key = this.claim(collection, found.doc);
    const own = this.transaction.changes.get(key);
    this.record(collection, key, own ?? { n: found.n, before: found.doc, idKey }, after);
  }

  /** Locks a document, or conflicts with whoever holds it or has changed it since the snapshot; gives its key. */
  private claim(collection: Collection, doc: Doc): string {
    const key = docKey(collection, encodeValue(doc._id));
    const other = this.transactions.holder(key, this.transaction);
    if (other || this.transactions.changedSince(this.snapshot, key)) throw transactionConflict();
    this.transactions.lock(this.transaction, key);
    return key;
  }

  private record(
    collection: Collection,
    key: string,
    origin: Pick<Change, 'n' | 'before' | 'idKey'>,
    after: Doc | null,
  ): void {
    const { changes, uniqueKeys } = this.transaction;
    const uniques = after ? uniqueKeysOf(collection, after) : [];
    for (const { lock, index, key: value } of uniques) {
      if (this.transactions.holder(lock, this.transaction)) throw transactionConflict();
      const owner = uniqueKeys.get(lock);
      const declared = collection.indexes[index];
      const stored = declared?.holder(value, origin.n ?? -1);
      const storedKey = stored === undefined ? undefined : collection.idKeyOf(stored);
      // A stored holder that this transaction has changed holds only what `uniqueKeys` says.
      const taken = storedKey && !changes.has(docKey(collection, storedKey));
      if (declared && after && (taken || (owner !== undefined && owner !== key))) throw declared.duplicate(after);
    }
    for (const lock of changes.get(key)?.uniqueKeys ?? []) uniqueKeys.delete(lock);
    for (const { lock } of uniques) {
      this.transactions.lock(this.transaction, lock);
      uniqueKeys.set(lock, key);
    }
    changes.set(key, {
      ...origin,
      collection: collection.num,
      text: after ? encodeText(after) : null,
      uniqueKeys: uniques.map(({ lock }) => lock),
    });
  }

  /** Documents of a collection that differ from what is stored now: own changes first, then the snapshot's past. */
  private view(collection: Collection): Map<string, [n: number, text: string | null]> {
    const view = new Map<string, [number, string | null]>();
    for (const [key, { n, text }] of this.transactions.past(this.snapshot, collection.num)) view.set(key, [n, text]);
    for (const [key, change] of this.transaction.changes) {
      if (change.collection === collection.num) view.set(key, [change.n ?? Infinity, change.text]);
    }
    return view;
  }
}

/** The stored candidates without those the view knows better, then the view's own. */
function* merged(
  collection: Collection,
  plan: Plan | undefined,
  view: Map<string, [number, string | null]>,
): Generator<Row> {
  for (const row of collection.scan(plan)) {
    const id = collection.idKeyOf(row[0]);
    if (id && !view.has(docKey(collection, id))) yield row;
  }
  for (const [n, text] of view.values()) if (text !== null) yield [n, text];
}
