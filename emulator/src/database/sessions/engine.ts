import type { Catalog } from '../tables/catalog';
import type { Collection } from '../tables/collection';
import { decodeText, encodeText } from '../values/ejson';
import { DuplicateKey, lockTimeout, transactionConflict } from '../errors';
import { LockedBy, PlainSession, type Session } from './session';
import type { Sql } from '../tables/sql';
import { TransactionSession } from './transaction-session';
import { Transactions, type Change, type PreImage } from './transactions';

export interface EngineOptions {
  now: () => number;
  /** How long a plain write waits for a document locked by a transaction. */
  lockWaitMs: number;
  /** How many bytes one stage of a query may hold. */
  stageMemory: number;
}

/** Runs commands: plain ones each in one SQLite transaction, others inside their transaction. */
export class Engine {
  readonly transactions: Transactions;

  constructor(
    private readonly sql: Sql,
    readonly catalog: Catalog,
    readonly options: EngineOptions,
  ) {
    this.transactions = new Transactions(options.now);
  }

  /** A read, plain or in a transaction. Any error ends the transaction, as in MongoDB. */
  read<T>(transactionId: unknown, work: (session: Session) => T): T {
    if (isAbsent(transactionId)) return work(new PlainSession(this.transactions));
    return this.within(transactionId, work);
  }

  /** A write. All of it happens or, when it throws, nothing; a plain one waits for locked documents. */
  async write<T>(transactionId: unknown, work: (session: Session) => T): Promise<T> {
    if (!isAbsent(transactionId)) return this.within(transactionId, work);
    const deadline = Date.now() + this.options.lockWaitMs;
    for (;;) {
      const session = new PlainSession(this.transactions);
      try {
        const result = this.sql.atomically(() => work(session));
        this.transactions.committed(session.before);
        return result;
      } catch (error) {
        if (!(error instanceof LockedBy)) throw error;
        await this.waitFor(error, deadline);
      }
    }
  }

  /** Stores everything a transaction did, at once, and ends it. */
  commit(transactionId: unknown): void {
    const transaction = this.transactions.require(transactionId);
    const changes = [...transaction.changes.entries()];
    try {
      this.transactions.committed(this.sql.atomically(() => this.store(changes)));
    } catch (error) {
      throw error instanceof DuplicateKey ? transactionConflict() : error;
    } finally {
      this.transactions.finish(transaction.id);
    }
  }

  abort(transactionId: unknown): void {
    this.transactions.finish(this.transactions.require(transactionId).id);
  }

  private within<T>(transactionId: unknown, work: (session: Session) => T): T {
    const transaction = this.transactions.require(transactionId);
    try {
      return work(new TransactionSession(this.transactions, transaction));
    } catch (error) {
      this.transactions.finish(transaction.id);
      throw error;
    }
  }

  /** Removes every changed document first, so that unique values may move from one to another. */
  private store(changes: [string, Change][]): Omit<PreImage, 'version'>[] {
    const collections = new Map<number, Collection>(
      this.catalog.list().map((collection) => [collection.num, collection]),
    );
    const collectionOf = (change: Change): Collection => collections.get(change.collection) as Collection;
    for (const [, change] of changes) {
      if (change.n !== undefined && change.before) collectionOf(change).remove(change.n, change.before);
    }
    // Those that had a number take it again before a new one could be given it.
    const known = changes.filter(([, { n }]) => n !== undefined);
    const fresh = changes.filter(([, { n }]) => n === undefined);
    return [...known, ...fresh].map(([key, change]) => {
      const n =
        change.text === null ? (change.n ?? -1) : collectionOf(change).insert(decodeText(change.text), change.n);
      return { key, collection: change.collection, n, text: change.before ? encodeText(change.before) : null };
    });
  }

  private async waitFor({ transaction }: LockedBy, deadline: number): Promise<void> {
    const left = deadline - Date.now();
    if (left <= 0) throw lockTimeout();
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(true), left)));
    const timedOut = await Promise.race([timeout, transaction.ended.then(() => false)]);
    clearTimeout(timer);
    if (timedOut) throw lockTimeout();
  }
}

function isAbsent(transactionId: unknown): boolean {
  return transactionId === undefined || transactionId === null || transactionId === '';
}
