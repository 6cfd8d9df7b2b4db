import { fork, type ChildProcess } from 'node:child_process';
import { WireError } from '../service';
import type { FunctionContext } from './environment';

/** Largest JSON result of one call, as on the cloud. */
export const MAX_RESULT_BYTES = 6 * 1024 * 1024;

/** Loading a bundle takes 0.2 s; one that hangs at load must not hang its callers. */
const LOAD_LIMIT_MS = 30_000;

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
  onOutput(level: 'info' | 'warn' | 'error', text: string): void;
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
  | { type: 'log'; level: 'info' | 'warn' | 'error'; text: string }
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
  private lastError: string | undefined;
  private lastStderr = '';
  private ending = false;

  constructor(private readonly options: ProcessOptions) {
    this.ready = new Promise((resolve, reject) => (this.settleReady = { resolve, reject }));
    // A process that was only pre-warmed has nobody waiting for it; its failure is logged by the pool.
    this.ready.catch(() => undefined);
    const clock = options.clockOffsetMs === undefined ? [] : ['clock', String(options.clockOffsetMs)];
    this.child = fork(options.workerFile, [options.bundle, String(MAX_RESULT_BYTES), ...clock], {
      // The client's build declares variables of its own as always present; a worker gets only what is documented.
      env: options.env as NodeJS.ProcessEnv,
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
    this.child.on('exit', (code, signal) => this.onExit(code, signal));
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => options.onOutput('info', text.trimEnd()));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.lastStderr = (this.lastStderr + text).slice(-4000);
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
   * the process dies, and with FUNCTIONS_TIME_LIMIT_EXCEEDED after `limitMs`: the process is killed then.
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
      case 'log':
        return this.options.onOutput(reply.level, reply.text);
      case 'done':
        if (this.pending?.id === reply.id) this.pending.resolve(reply.json);
        return;
      case 'failed':
        this.lastError = reply.message;
        this.options.onOutput('error', reply.stack ?? reply.message);
        // Unhandled errors end the instance: it must not be given another call while it goes.
        if (reply.fatal) return this.end(executeFail(reply.message));
        if (reply.id !== undefined && this.pending?.id === reply.id) this.pending.reject(executeFail(reply.message));
    }
  }

  private onExit(code: number | null, signal: string | null): void {
    const outOfMemory = /heap out of memory|heap limit/.test(this.lastStderr);
    if (this.lastStderr && !this.ending) this.options.onOutput('error', this.lastStderr.trimEnd());
    const reason = executeFail(
      outOfMemory
        ? `Memory limit exceeded: ${this.options.memoryMb} MB`
        : (this.lastError ?? `function instance exited with ${signal ?? `code ${String(code)}`}`),
    );
    this.settleReady.reject(reason);
    this.pending?.reject(reason);
    this.options.onExit(this.ending);
  }
}
