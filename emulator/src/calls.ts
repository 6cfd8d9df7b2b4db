import { isUnserved, type DatabaseCallRecord } from './service';

/** How many finished invocations and database calls are kept; older ones are forgotten. */
const KEPT = 5000;

/** Database calls listed with one invocation; a function that makes more is counted but not listed beyond it. */
const LISTED_PER_INVOCATION = 500;

/** Database calls listed with finished invocations in all; the oldest keep their counts only, so that memory is bounded. */
const LISTED_IN_ALL = 20_000;

/** A database call with its place in time. */
export interface TimedDatabaseCall extends DatabaseCallRecord {
  /** When it was finished. */
  at: string;
  /** Milliseconds from the start of its invocation (its time in the queue included) to the start of the call. */
  offsetMs?: number;
}

/** One call of a function, finished or under way. Holds no openid and nothing of what was sent or given back. */
export interface InvocationRecord {
  id: string;
  function: string;
  /** `event.action`, where the function dispatches by one. */
  action?: string;
  persona?: string;
  trigger: 'tcb' | 'timer';
  startedAt: string;
  /** Milliseconds in the queue, a cold start included. */
  queuedMs: number;
  /** Milliseconds inside the function. */
  ms: number;
  /** `database.*` requests it made. */
  roundTrips: number;
  requestBytes: number;
  replyBytes: number;
  /** Error code where it failed. */
  error?: string;
  finished: boolean;
  database: TimedDatabaseCall[];
}

class Ring<T> {
  private items: T[] = [];
  total = 0;

  push(item: T): void {
    this.total += 1;
    this.items.push(item);
    // Trimmed in one go now and then: shifting the array at every call would cost more than the call.
    if (this.items.length >= 2 * KEPT) this.items = this.items.slice(-KEPT);
  }

  list(): T[] {
    return this.items.slice(-KEPT);
  }

  clear(): void {
    this.items = [];
  }
}

/** The emulator's record of what was called, for the benchmark, the console and tests. */
export class CallRecorder {
  private readonly running = new Map<string, InvocationRecord>();
  private readonly invocations = new Ring<InvocationRecord>();
  private readonly databaseCalls = new Ring<TimedDatabaseCall>();
  /** Finished invocations that still list their database calls, oldest first, and how many those are. */
  private readonly listing: InvocationRecord[] = [];
  private listed = 0;
  /** `performance.now()` at which the running ones began. */
  private readonly began = new Map<string, number>();

  /**
   * Opens the record of a new invocation. Gives the instant, of `performance.now()`, from which its round trips count:
   * what else is told of it has to count from there as well.
   */
  begin(record: Pick<InvocationRecord, 'id' | 'function' | 'action' | 'persona' | 'trigger' | 'requestBytes'>): number {
    const began = performance.now();
    this.began.set(record.id, began);
    this.running.set(record.id, {
      ...record,
      startedAt: new Date().toISOString(),
      queuedMs: 0,
      ms: 0,
      roundTrips: 0,
      replyBytes: 0,
      finished: false,
      database: [],
    });
    return began;
  }

  /** Counts one `database.*` request of an invocation. */
  roundTrip(invocationId: string): void {
    const record = this.running.get(invocationId);
    if (record) record.roundTrips += 1;
  }

  /** Takes what the database service reports about one request. */
  database(call: DatabaseCallRecord): void {
    const record = call.invocationId === undefined ? undefined : this.running.get(call.invocationId);
    const began = record && this.began.get(record.id);
    const offset = began === undefined ? {} : { offsetMs: Math.max(0, performance.now() - began - call.ms) };
    const timed = { ...call, at: new Date().toISOString(), ...offset };
    this.databaseCalls.push(timed);
    if (record && record.database.length < LISTED_PER_INVOCATION) record.database.push(timed);
  }

  finish(id: string, result: Pick<InvocationRecord, 'queuedMs' | 'ms' | 'replyBytes' | 'error'>): void {
    const record = this.running.get(id);
    if (!record) return;
    this.running.delete(id);
    this.began.delete(id);
    Object.assign(record, result, { finished: true });
    this.invocations.push(record);
    this.listed += record.database.length;
    if (record.database.length > 0) this.listing.push(record);
    while (this.listed > LISTED_IN_ALL) {
      const oldest = this.listing.shift()!;
      this.listed -= oldest.database.length;
      oldest.database = [];
    }
  }

  /** The invocation with this request id, finished or under way; `undefined` when it is forgotten. */
  forInvocation(id: string): InvocationRecord | undefined {
    return this.running.get(id) ?? this.invocations.list().find((record) => record.id === id);
  }

  /** The invocation that finished last. */
  last(): InvocationRecord | undefined {
    return this.invocations.list().at(-1);
  }

  /** Finished invocations, oldest first; the last `limit` of them. */
  recent(limit = KEPT): InvocationRecord[] {
    return limit > 0 ? this.invocations.list().slice(-limit) : [];
  }

  /** Invocations under way, oldest first. */
  underWay(): InvocationRecord[] {
    return [...this.running.values()];
  }

  /** Database calls, oldest first; the last `limit` of them. */
  recentDatabase(limit = KEPT): TimedDatabaseCall[] {
    return limit > 0 ? this.databaseCalls.list().slice(-limit) : [];
  }

  /** Queries whose condition no index served: on the real cloud they slow down as the collection grows. */
  unindexed(): TimedDatabaseCall[] {
    return this.databaseCalls.list().filter(isUnserved);
  }

  /** Forgets everything recorded so far, so that a test looks at its own calls only. */
  clear(): void {
    this.invocations.clear();
    this.listing.length = 0;
    this.listed = 0;
    this.databaseCalls.clear();
  }

  /** Totals since the start. */
  totals(): { invocations: number; running: number; databaseCalls: number } {
    return {
      invocations: this.invocations.total,
      running: this.running.size,
      databaseCalls: this.databaseCalls.total,
    };
  }
}
