import { randomUUID } from 'node:crypto';
import { transactionGone } from '../errors';
import type { Doc } from '../values/values';

/** How long a transaction may live, as on the real cloud. */
export const TRANSACTION_LIFE_MS = 30_000;

/** What a transaction has done to one document. */
export interface Change {
  collection: number;
  idKey: Buffer;
  /** The number of the stored document it replaces; undefined for a new one. */
  n: number | undefined;
  /** The document as committed before; null for a new one. */
  before: Doc | null;
  /** Its text after the change; null when removed. */
  text: string | null;
  /** Unique keys it now holds. */
  uniqueKeys: string[];
}

/** One running transaction. */
export interface Transaction {
  readonly id: string;
  readonly startedAt: number;
  /** The commit it sees the data as of; set by its first operation. */
  snapshot?: number;
  readonly changes: Map<string, Change>;
  /** Locks it holds: on documents and on unique keys. */
  readonly locks: Set<string>;
  /** Unique keys held by its own documents, by the key of the document. */
  readonly uniqueKeys: Map<string, string>;
  readonly ended: Promise<void>;
  end(): void;
}

/** A document as it was before a commit that some running transaction must not see. */
export interface PreImage {
  version: number;
  key: string;
  collection: number;
  n: number;
  text: string | null;
}

/** Running transactions, their locks, and the past they still need. */
export class Transactions {
  private readonly running = new Map<string, Transaction>();
  private readonly locks = new Map<string, Transaction>();
  private history: PreImage[] = [];
  private version = 0;

  constructor(private readonly now: () => number) {}

  start(): string {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const id = randomUUID();
    // The timer frees waiting writers of an abandoned transaction; `require` decides by the clock.
    const timer = setTimeout(() => this.finish(id), TRANSACTION_LIFE_MS);
    timer.unref();
    this.running.set(id, {
      id,
      startedAt: this.now(),
      changes: new Map(),
      locks: new Set(),
      uniqueKeys: new Map(),
      ended,
      end: () => {
        clearTimeout(timer);
        end();
      },
    });
    return id;
  }

  /** The running transaction; throws DATABASE_TRANSACTION_FAIL when unknown, ended or older than 30 s. */
  require(id: unknown): Transaction {
    const transaction = typeof id === 'string' ? this.running.get(id) : undefined;
    if (!transaction) throw transactionGone();
    if (this.isOver(transaction)) {
      this.finish(transaction.id);
      throw transactionGone();
    }
    return transaction;
  }

  /** Fixes what the transaction sees, at its first operation. */
  snapshotOf(transaction: Transaction): number {
    return (transaction.snapshot ??= this.version);
  }

  /** Ends a transaction: its locks go, those who wait wake up. */
  finish(id: string): void {
    const transaction = this.running.get(id);
    if (!transaction) return;
    this.running.delete(id);
    for (const lock of transaction.locks) this.locks.delete(lock);
    this.prune();
    transaction.end();
  }

  finishAll(): void {
    for (const id of [...this.running.keys()]) this.finish(id);
  }

  lock(transaction: Transaction, key: string): void {
    this.locks.set(key, transaction);
    transaction.locks.add(key);
  }

  /** True when any lock is held, so that plain writes can skip their checks. */
  get hasLocks(): boolean {
    return this.locks.size > 0;
  }

  /** The live transaction that holds a lock, other than `except`. */
  holder(key: string, except?: Transaction): Transaction | undefined {
    const transaction = this.locks.get(key);
    if (!transaction || transaction === except) return undefined;
    if (!this.isOver(transaction)) return transaction;
    this.finish(transaction.id);
    return undefined;
  }

  /** Records a commit: what its documents were before, as long as a snapshot may need it. */
  committed(before: readonly Omit<PreImage, 'version'>[]): void {
    this.version += 1;
    const { version } = this;
    if (this.oldestSnapshot() !== undefined) this.history.push(...before.map((image) => ({ ...image, version })));
  }

  /** Documents of a collection that changed after a snapshot, as the snapshot sees them. */
  past(snapshot: number, collection: number): Map<string, PreImage> {
    const result = new Map<string, PreImage>();
    for (const image of this.history) {
      if (image.version > snapshot && image.collection === collection && !result.has(image.key))
        result.set(image.key, image);
    }
    return result;
  }

  /** One document as the snapshot sees it, when it changed after that. */
  pastOf(snapshot: number, key: string): PreImage | undefined {
    return this.history.find((image) => image.version > snapshot && image.key === key);
  }

  /** True when a document was committed by somebody else after the snapshot. */
  changedSince(snapshot: number, key: string): boolean {
    return this.pastOf(snapshot, key) !== undefined;
  }

  get count(): number {
    return this.running.size;
  }

  private isOver(transaction: Transaction): boolean {
    return this.now() - transaction.startedAt > TRANSACTION_LIFE_MS;
  }

  private oldestSnapshot(): number | undefined {
    let oldest: number | undefined;
    for (const { snapshot } of this.running.values()) {
      if (snapshot !== undefined && (oldest === undefined || snapshot < oldest)) oldest = snapshot;
    }
    return oldest;
  }

  private prune(): void {
    const oldest = this.oldestSnapshot();
    this.history = oldest === undefined ? [] : this.history.filter(({ version }) => version > oldest);
  }
}
