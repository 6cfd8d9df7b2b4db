import { WireError } from '../service';
import { fileVersion } from './file-version';
import type { FunctionProcess, ProcessCall } from './process';

/** What the pool keeps of one worker besides its process. */
interface Worker {
  process: FunctionProcess;
  state: 'starting' | 'idle' | 'busy';
  /** The bundle changed: finish what is under way, then end. */
  stale: boolean;
  /** Calls of other functions that the call under way waits for; each call has a count of its own. */
  waitsFor: { calls: number };
}

interface Job {
  /** Called when a worker takes the job. */
  start(process: FunctionProcess): Promise<void>;
  reject(error: Error): void;
  /** Asked for by a function that waits for it. */
  nested: boolean;
}

export interface PoolOptions {
  bundle: string;
  workers: number;
  queue: number;
  spawn(onExit: (expected: boolean) => void): FunctionProcess;
}

const stopping = (): WireError => new WireError('SYS_ERR', 'emulator is stopping');
const tooMany = (): WireError => new WireError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many concurrent invocations');

/**
 * The workers of one function. Calls are taken in order of arrival, each by a worker of its own; workers are started
 * as they are needed, up to the limit, and replaced when they die or when a file that they loaded changes.
 *
 * Functions that call each other could wait for each other for ever, all workers taken by calls that wait. The cloud
 * starts more instances then, up to a limit, and refuses what is beyond; so does this, with twice the workers as limit.
 */
export class FunctionPool {
  private readonly workers = new Set<Worker>();
  private readonly jobs: Job[] = [];
  private files: readonly string[];
  private version = '';
  /** Takes no calls any more but those that other functions wait for; then none at all. */
  private closed = false;
  private ended = false;

  constructor(private readonly options: PoolOptions) {
    this.files = [options.bundle];
  }

  /** Starts one worker, so that the first caller does not wait for it. Resolves when it is up, or cannot be. */
  async warm(): Promise<void> {
    if (this.closed) return;
    this.reloadIfChanged();
    if (this.workers.size === 0) await this.startWorker().ready.catch(() => undefined);
  }

  /** Numbers for the console. */
  counts(): { workers: number; busy: number; waiting: number } {
    return { workers: this.workers.size, busy: this.count('busy'), waiting: this.jobs.length };
  }

  /**
   * Runs a call on the next free worker. `makeCall` is called when a worker has taken it, so that time in the queue
   * does not count against the function. `nested` calls, for which another function waits, go before others.
   * Rejects with EXCEED_CONCURRENT_REQUEST_LIMIT when the queue is full.
   */
  run(makeCall: (process: FunctionProcess) => { call: ProcessCall; limitMs: number }, nested = false): Promise<string> {
    if (this.ended || (this.closed && !nested)) return Promise.reject(stopping());
    this.reloadIfChanged();
    const room = this.options.workers - this.count('busy') + this.options.queue;
    if (this.jobs.length >= room) return Promise.reject(tooMany());
    return new Promise<string>((resolve, reject) => {
      const start = (process: FunctionProcess): Promise<void> => {
        const { call, limitMs } = makeCall(process);
        return process.run(call, limitMs).then(resolve, reject);
      };
      const others = this.jobs.findIndex((job) => !job.nested);
      this.jobs.splice(nested && others >= 0 ? others : this.jobs.length, 0, { start, reject, nested });
      this.pump();
    });
  }

  /**
   * Tells that the call of a worker waits for another function; what this gives back tells that it no longer does. By
   * then the worker may have another call: not every function waits for those it calls.
   */
  waits(processId: string): () => void {
    const worker = [...this.workers].find(({ process }) => process.id === processId);
    const waitsFor = worker?.waitsFor ?? { calls: 0 };
    waitsFor.calls += 1;
    this.pump();
    return () => {
      waitsFor.calls -= 1;
      this.pump();
    };
  }

  /** Tells from which files the code was loaded; a change of any of them makes the next call run the new code. */
  watch(files: readonly string[]): void {
    const all = [...new Set([...this.files, ...files])];
    if (all.length === this.files.length) return;
    // A change of those known before must not be taken for the state that was loaded.
    this.reloadIfChanged();
    this.files = all;
    this.version = this.currentVersion() ?? this.version;
  }

  /** True while a call runs or waits. */
  get unfinished(): boolean {
    return this.jobs.length > 0 || this.count('busy') > 0;
  }

  /** Takes no new calls, except those for which a call under way waits. */
  close(): void {
    this.closed = true;
  }

  /** Ends all workers, whatever they do, and takes no calls at all. */
  end(): void {
    this.ended = true;
    this.closed = true;
    for (const job of this.jobs.splice(0)) job.reject(stopping());
    for (const worker of [...this.workers]) this.endWorker(worker);
  }

  private count(state: Worker['state']): number {
    let count = 0;
    for (const worker of this.workers) if (worker.state === state) count += 1;
    return count;
  }

  /** A rebuild replaces files; the next call must run the new code. */
  private reloadIfChanged(): void {
    const version = this.currentVersion();
    if (version === undefined || version === this.version) return;
    this.version = version;
    this.retireAll();
  }

  /** `undefined` while a build has the bundle away; the old workers serve until the new one is there. */
  private currentVersion(): string | undefined {
    const parts = this.files.map(fileVersion);
    return parts[0] === undefined ? undefined : parts.join();
  }

  private retireAll(): void {
    for (const worker of this.workers) {
      worker.stale = true;
      if (worker.state !== 'busy') this.endWorker(worker);
    }
  }

  private endWorker(worker: Worker): void {
    this.workers.delete(worker);
    worker.process.end();
  }

  private pump(): void {
    for (const worker of this.workers) {
      if (this.jobs.length === 0) return;
      if (worker.state === 'idle' && !worker.process.dead) this.give(worker);
    }
    while (this.jobs.length > this.count('starting') && this.workers.size < this.options.workers) {
      this.startWorker();
    }
    this.relieve();
  }

  /** Where every worker waits for another function and that one waits for this, only one more worker can help. */
  private relieve(): void {
    if (!this.jobs.some((job) => job.nested)) return;
    for (const { state, waitsFor } of this.workers) if (state !== 'busy' || waitsFor.calls === 0) return;
    if (this.workers.size < 2 * this.options.workers) return void this.startWorker();
    const refused = this.jobs.filter((job) => job.nested);
    this.jobs.splice(0, refused.length);
    for (const job of refused) job.reject(tooMany());
  }

  private give(worker: Worker): void {
    const job = this.jobs.shift();
    if (!job) return;
    worker.state = 'busy';
    void job.start(worker.process).then(() => {
      // A killed or crashed worker has left the set by itself or is about to.
      if (!this.workers.has(worker)) return;
      worker.state = 'idle';
      worker.waitsFor = { calls: 0 };
      const surplus = this.workers.size > this.options.workers && this.jobs.length === 0;
      if (worker.stale || worker.process.dead || surplus) this.endWorker(worker);
      this.pump();
    });
  }

  private startWorker(): FunctionProcess {
    const process = this.options.spawn(() => {
      this.workers.delete(worker);
      this.pump();
    });
    const worker: Worker = { process, state: 'starting', stale: false, waitsFor: { calls: 0 } };
    this.workers.add(worker);
    process.ready.then(
      () => {
        if (worker.stale) return;
        worker.state = 'idle';
        this.pump();
      },
      (error: Error) => {
        const wasStale = worker.stale;
        this.endWorker(worker);
        // Code that cannot be loaded fails the call that asked for it, not all that wait.
        if (!wasStale) this.jobs.shift()?.reject(error);
        this.pump();
      },
    );
    return process;
  }
}
