import { fork, type ChildProcess } from 'node:child_process';
import { WireError } from '../service';
import type { FunctionContext } from './environment';

/** Largest JSON result of one call, as on the cloud. */
export const MAX_RESULT_BYTES = 6 * 1024 * 1024;

/** Loading a bundle takes 0.2 s; one that hangs at load must not hang its callers. */
const LOAD_LIMIT_MS = 30_000;

/** What the process wrote last may arrive after its end; a grandchild may hold its output open for ever. */
const OUTPUT_GRACE_MS = 200;

/** Output that does not come through the channel (native code, dying processes), kept and logged at most. */
const MAX_RAW_CHARS = 4000;

export interface ProcessOptions {
  /** Names this process in the address of the wire protocol that it calls. */
  id: string;
  bundle: string;
  /** Path of `worker.cjs`. */
  workerFile: string;
  memoryMb: number;
  env: Record<string, string>;
  /** Present when function code must see a shifted clock. */
  clockOffsetMs?: number;
  /** One line of output, and the call that wrote it where that is known. */
  onOutput(level: 'info' | 'warn' | 'error', text: string, callId?: string): void;
  /** Files that the code was loaded from, installed packages left out; told again when more were loaded. */
  onFiles(files: readonly string[]): void;
  /** The process is gone; `expected` when the emulator ended it. */
  onExit(expected: boolean): void;
}

/** One call as it is sent to the process. */
export interface ProcessCall {
  id: string;
  /** JSON text of the event. */
  event: string;
  context: FunctionContext;
  env: Record<string, string>;
  clockOffsetMs: number;
}

type Reply =
  | { type: 'ready' }
  | { type: 'files'; files: string[] }
  | { type: 'log'; id?: string; level: 'info' | 'warn' | 'error'; text: string }
  | { type: 'done'; id: string; json: string }
  | { type: 'failed'; id?: string; message: string; stack?: string; fatal?: boolean };

interface Pending {
  id: string;
  resolve(json: string): void;
  reject(error: WireError): void;
}

const executeFail = (message: string): WireError => new WireError('FUNCTIONS_EXECUTE_FAIL', message);

/** One operating system process that serves one function, one call at a time. */
export class FunctionProcess {
  /** Settles when the bundle is loaded; rejects with the reason when it cannot be. */
  readonly ready: Promise<void>;
  /** Settles when the operating system has let the process go. */
  readonly exited: Promise<void>;
  private readonly child: ChildProcess;
  private pending: Pending | undefined;
  private settleReady!: { resolve(): void; reject(error: WireError): void };
  private lastStderr = '';
  private rawChars = 0;
  private ending = false;

  constructor(private readonly options: ProcessOptions) {
    this.ready = new Promise((resolve, reject) => (this.settleReady = { resolve, reject }));
    // A process that was only pre-warmed has nobody waiting for it; its failure is logged by the pool.
    this.ready.catch(() => undefined);
    const clock = options.clockOffsetMs === undefined ? [] : [String(options.clockOffsetMs)];
    const limits = [String(MAX_RESULT_BYTES), String(options.memoryMb)];
    this.child = fork(options.workerFile, [options.bundle, ...limits, ...clock], {
      // A project may declare variables of its own as always present; a worker gets only what is documented.
      env: Object.assign(Object.create(null) as NodeJS.ProcessEnv, options.env),
      execArgv: [`--max-old-space-size=${options.memoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.exited = new Promise((resolve) => this.child.once('exit', () => resolve()).once('error', () => resolve()));
    const loading = setTimeout(() => this.end(executeFail('function load timed out')), LOAD_LIMIT_MS);
    this.ready.then(
      () => clearTimeout(loading),
      () => clearTimeout(loading),
    );
    this.child.on('message', (message) => this.onReply(message as Reply));
    this.child.on('error', (error) => this.end(executeFail(error.message)));
    this.child.on('exit', (code, signal) => {
      const end = once(() => this.onExit(code, signal));
      this.child.once('close', end);
      setTimeout(end, OUTPUT_GRACE_MS).unref();
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => this.onRaw('info', text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.lastStderr = (this.lastStderr + text).slice(-MAX_RAW_CHARS);
    });
  }

  get id(): string {
    return this.options.id;
  }

  /** True from the moment it was told to end, or ended by itself. */
  get dead(): boolean {
    return this.ending || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /**
   * Runs one call and returns its result as JSON text. Rejects with FUNCTIONS_EXECUTE_FAIL when the code throws or
   * the process dies, FUNCTIONS_MEMORY_LIMIT_EXCEEDED when it dies of its memory limit, and with
   * FUNCTIONS_TIME_LIMIT_EXCEEDED after `limitMs`: the process is killed then.
   */
  run(call: ProcessCall, limitMs: number): Promise<string> {
    return new Promise<string>((resolve, reject) => {
      const seconds = limitMs / 1000;
      const timer = setTimeout(() => {
        this.end(
          new WireError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${String(seconds)} seconds`),
        );
      }, limitMs);
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          this.pending = undefined;
          then(value);
        };
      this.pending = { id: call.id, resolve: settle(resolve), reject: settle(reject) };
      this.rawChars = 0;
      this.child.send({ type: 'call', ...call }, (error) => {
        if (error) this.pending?.reject(executeFail(error.message));
      });
    });
  }

  /** Ends the process at once; whoever waits for it gets `reason`. Safe to call twice. */
  end(reason: WireError = executeFail('function instance was stopped')): void {
    this.ending = true;
    this.settleReady.reject(reason);
    this.pending?.reject(reason);
    this.child.kill('SIGKILL');
  }

  private onReply(reply: Reply): void {
    switch (reply.type) {
      case 'ready':
        return this.settleReady.resolve();
      case 'files':
        return this.options.onFiles(reply.files);
      case 'log':
        return this.options.onOutput(reply.level, reply.text, reply.id);
      case 'done':
        if (this.pending?.id === reply.id) this.pending.resolve(reply.json);
        return;
      case 'failed':
        this.options.onOutput('error', reply.stack ?? reply.message, reply.id);
        // Unhandled errors end the instance: it must not be given another call while it goes.
        if (reply.fatal) return this.end(executeFail(reply.message));
        if (reply.id !== undefined && this.pending?.id === reply.id) this.pending.reject(executeFail(reply.message));
    }
  }

  /** Only code that bypasses Node's own streams writes here; a flood of it is cut. */
  private onRaw(level: 'info' | 'error', text: string): void {
    const kept = text.slice(0, Math.max(0, MAX_RAW_CHARS - this.rawChars)).trimEnd();
    this.rawChars += text.length;
    if (kept) this.options.onOutput(level, kept, this.pending?.id);
  }

  private onExit(code: number | null, signal: string | null): void {
    const outOfMemory = /heap out of memory|heap limit|^memory limit reached$/m.test(this.lastStderr);
    if (this.lastStderr.trim() && !this.ending)
      this.options.onOutput('error', this.lastStderr.trim(), this.pending?.id);
    const reason = outOfMemory
      ? new WireError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', `Memory limit exceeded: ${this.options.memoryMb} MB`)
      : executeFail(`function instance exited with ${signal ?? `code ${String(code)}`}`);
    this.settleReady.reject(reason);
    this.pending?.reject(reason);
    this.options.onExit(this.ending);
  }
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
