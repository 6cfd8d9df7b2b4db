import type { Collection } from '../tables/collection';
import { encodeValue } from '../values/keys';
import type { Found, Source } from '../search/found';
import type { Plan } from '../plan/planner';
import type { PreImage, Transaction, Transactions } from './transactions';
import type { Doc } from '../values/values';

/** Reads and writes of one command, either plain or inside a transaction. */
export interface Session extends Source {
  /** Stores a new document; throws DuplicateKey. */
  insert(collection: Collection, doc: Doc): void;
  /** Replaces a found document; throws DuplicateKey. */
  replace(collection: Collection, found: Found, after: Doc): void;
  remove(collection: Collection, found: Found): void;
}

/** Thrown by a plain write that met a lock: the command is rolled back and run again when the transaction ends. */
export class LockedBy extends Error {
  constructor(readonly transaction: Transaction) {
    super('locked by a transaction');
  }
}

export function docKey(collection: Collection, idKey: Buffer): string {
  return `${collection.num}:${idKey.toString('latin1')}`;
}

/** Locks on the values of unique indexes: two transactions must not both take a value that is still free. */
export function uniqueKeysOf(collection: Collection, doc: Doc): { lock: string; index: number; key: Buffer }[] {
  return collection.indexes.flatMap((index, position) =>
    index.unique
      ? index
          .entries(doc)
          .keys.map((key) => ({ lock: `u${index.num}:${key.toString('latin1')}`, index: position, key }))
      : [],
  );
}

/** A plain command: it works on the stored documents, inside one SQLite transaction of its caller. */
export class PlainSession implements Session {
  readonly before: Omit<PreImage, 'version'>[] = [];

  constructor(private readonly transactions: Transactions) {}

  byId(collection: Collection, idKey: Buffer): ReturnType<Source['byId']> {
    return collection.byId(idKey);
  }

  rows(collection: Collection, plan: Plan | undefined, wanted?: number): ReturnType<Source['rows']> {
    return { rows: collection.scan(plan, wanted), ordered: true };
  }

  count(collection: Collection, plan: Plan | undefined): number {
    return collection.count(plan);
  }

  insert(collection: Collection, doc: Doc): void {
    const key = this.claim(collection, doc);
    const n = collection.insert(doc);
    this.before.push({ key, collection: collection.num, n, text: null });
  }

  replace(collection: Collection, found: Found, after: Doc): void {
    const key = this.claim(collection, after);
    collection.replace(found.n, found.doc, after);
    this.before.push({ key, collection: collection.num, n: found.n, text: found.text });
  }

  remove(collection: Collection, found: Found): void {
    const key = this.claim(collection, found.doc);
    collection.remove(found.n, found.doc);
    this.before.push({ key, collection: collection.num, n: found.n, text: found.text });
  }

  /** Makes sure no transaction holds the document or the unique values it takes; gives the document's key. */
  private claim(collection: Collection, doc: Doc): string {
    const key = docKey(collection, encodeValue(doc._id));
    if (!this.transactions.hasLocks) return key;
    for (const lock of [key, ...uniqueKeysOf(collection, doc).map((unique) => unique.lock)]) {
      const holder = this.transactions.holder(lock);
      if (holder) throw new LockedBy(holder);
    }
    return key;
  }
}
