import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CallRecorder } from '../calls';
import type { Log } from '../log';
import { WireError, type Json, type Service, type WireContext } from '../service';
import { bundlePath, discoverFunctions, isFunctionName, resolveConfig } from './config';
import { callContext, callEnvironment, workerEnvironment } from './environment';
import { parseEvent, withUserInfo } from './event';
import { FunctionPool } from './pool';
import { FunctionProcess } from './process';
import type { FunctionConfig, Identity, InvocationOutcome, ResolvedConfig } from './types';

/** Largest request of one call between functions or from an administrator's script, as on the cloud. */
const MAX_REQUEST_BYTES = 6 * 1024 * 1024;

/** How long calls under way may take to finish when the emulator stops. */
const STOP_GRACE_MS = 10_000;

export interface FunctionHostOptions {
  /** Folder with `<name>/index.js`; without it there are no functions. */
  directory?: string;
  config: Record<string, FunctionConfig>;
  envId: string;
  appId: string;
  /** Address of the wire protocol for one worker. Called after the server listens. */
  adminUrl: (workerId: string) => string;
  calls: CallRecorder;
  log: Log;
  workerFile?: string;
  /** Present when function code must see a shifted clock; read at every call. */
  clockOffsetMs?: () => number;
}

interface HostedFunction {
  config: ResolvedConfig;
  pool: FunctionPool;
}

interface Running {
  id: string;
  identity: Identity;
}

/** `worker.cjs` beside the sources, or `worker.js` beside a bundle of the emulator. */
function findWorkerFile(): string {
  const candidates = ['worker.cjs', 'worker.js', 'functions/worker.cjs'].map((file) => join(__dirname, file));
  return candidates.find((file) => existsSync(file)) ?? candidates[0]!;
}

/** Runs cloud functions in processes of their own: `functions.invokeFunction`, timers and the gateway end here. */
export class FunctionHost implements Service {
  readonly name = 'functions';
  readonly actions = { 'functions.invokeFunction': this.invokeFromWire.bind(this) };
  private readonly functions = new Map<string, HostedFunction>();
  private readonly running = new Map<string, Running>();
  private readonly processes = new Set<FunctionProcess>();

  constructor(private readonly options: FunctionHostOptions) {}

  /** Reads the settings of all functions and starts one worker of each in the background. */
  start(): Promise<void> {
    const { directory } = this.options;
    const functions = directory ? discoverFunctions(directory).map((name) => this.find(name)) : [];
    void this.warm(functions);
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.functions.values()].map(({ pool }) => pool.stop(STOP_GRACE_MS)));
    await Promise.all([...this.processes].map((process) => process.exited));
  }

  info(): Json {
    return Object.fromEntries(
      [...this.functions].map(([name, { config, pool }]) => [
        name,
        { timeoutSec: config.timeoutSec, memoryMb: config.memoryMb, limit: config.workers, ...pool.counts() },
      ]),
    );
  }

  /** Settings of every function that was built, by name. */
  configs(): Map<string, ResolvedConfig> {
    return new Map([...this.functions].map(([name, { config }]) => [name, config]));
  }

  /** True for a function that exists and that clients may call. */
  isClientCallable(name: string): boolean {
    return this.exists(name) && this.find(name).config.clientCallable;
  }

  exists(name: string): boolean {
    const { directory } = this.options;
    if (!directory || !isFunctionName(name)) return false;
    return this.functions.has(name) || existsSync(bundlePath(directory, name));
  }

  /** The invocation that a worker is running now; what it sends to the wire protocol belongs to it. */
  invocationOf(workerId: string): string | undefined {
    return this.running.get(workerId)?.id;
  }

  /**
   * Calls a function. `event` is JSON text of an object, or empty.
   * Rejects with WireError: FUNCTION_NOT_FOUND, FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED,
   * EXCEED_CONCURRENT_REQUEST_LIMIT, EXCEED_MAX_PAYLOAD_SIZE, INVALID_PARAM.
   */
  async invoke(name: string, event: string, identity: Identity = {}): Promise<InvocationOutcome> {
    const requestId = randomUUID();
    const requestBytes = Buffer.byteLength(event);
    if (requestBytes > MAX_REQUEST_BYTES) throw new WireError('EXCEED_MAX_PAYLOAD_SIZE', 'request data exceeds 6 MB');
    if (!this.exists(name))
      throw new WireError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`);
    const data = parseEvent(event);
    const { calls } = this.options;
    const trigger = identity.trigger ?? 'tcb';
    const action = typeof data.action === 'string' ? data.action.slice(0, 100) : undefined;
    calls.begin({ id: requestId, function: name, action, persona: identity.persona, trigger, requestBytes });
    const queuedAt = performance.now();
    let startedAt = queuedAt;
    let error: string | undefined;
    let replyBytes = 0;
    try {
      const json = await this.dispatch(
        name,
        requestId,
        withUserInfo(data, identity, this.options.appId),
        identity,
        () => {
          startedAt = performance.now();
        },
      );
      replyBytes = Buffer.byteLength(json);
      return { result: JSON.parse(json) as unknown, requestId, ms: performance.now() - startedAt };
    } catch (failure) {
      error = failure instanceof WireError ? failure.code : 'SYS_ERR';
      throw failure;
    } finally {
      const ms = performance.now() - startedAt;
      calls.finish(requestId, { queuedMs: startedAt - queuedAt, ms, replyBytes, error });
      const message = `${action ?? 'call'}${error ? ` ${error}` : ''}`;
      this.options.log({ level: error ? 'warn' : 'info', scope: name, message, requestId, ms });
    }
  }

  /** One after another: all at once would slow down the first caller, who starts a worker of his own if need be. */
  private async warm(functions: readonly HostedFunction[]): Promise<void> {
    for (const { pool } of functions) await pool.warm();
  }

  private dispatch(name: string, id: string, event: Json, identity: Identity, onStart: () => void): Promise<string> {
    const { config, pool } = this.find(name);
    const { envId, appId, clockOffsetMs } = this.options;
    const caller = { appId, ...identity };
    let worker = '';
    const result = pool.run((process) => {
      onStart();
      worker = process.id;
      this.running.set(worker, { id, identity: caller });
      const env = callEnvironment(envId, id, caller);
      const context = callContext(envId, name, id, config, env);
      const call = { id, event: JSON.stringify(event), context, env, clockOffsetMs: clockOffsetMs?.() ?? 0 };
      return { call, limitMs: config.timeoutSec * 1000 };
    });
    return result.finally(() => {
      if (this.running.get(worker)?.id === id) this.running.delete(worker);
    });
  }

  /** A call from another function goes on under the identity of whoever called that one. */
  private async invokeFromWire(body: Json, context: WireContext): Promise<Json> {
    const { function_name: name, request_data: event } = body;
    if (typeof name !== 'string' || (event != null && typeof event !== 'string')) {
      throw new WireError('INVALID_PARAM', 'function_name and request_data must be strings');
    }
    const caller = [...this.running.values()].find(({ id }) => id === context.invocationId);
    const identity: Identity = caller
      ? { ...caller.identity, trigger: 'tcb', source: `${caller.identity.source ?? ''},scf` }
      : {};
    const { result } = await this.invoke(name, event ?? '', identity);
    return { data: { response_data: JSON.stringify(result) } };
  }

  private find(name: string): HostedFunction {
    const known = this.functions.get(name);
    if (known) return known;
    const directory = this.options.directory!;
    const config = resolveConfig(directory, name, this.options.config[name]);
    const bundle = bundlePath(directory, name);
    const spawn = (onExit: (expected: boolean) => void): FunctionProcess => this.spawn(name, bundle, config, onExit);
    const hosted = { config, pool: new FunctionPool({ bundle, workers: config.workers, queue: config.queue, spawn }) };
    this.functions.set(name, hosted);
    return hosted;
  }

  private spawn(
    name: string,
    bundle: string,
    config: ResolvedConfig,
    onExit: (expected: boolean) => void,
  ): FunctionProcess {
    const { envId, log, adminUrl, clockOffsetMs } = this.options;
    const id = randomBytes(12).toString('hex');
    const process = new FunctionProcess({
      id,
      bundle,
      workerFile: this.options.workerFile ?? findWorkerFile(),
      memoryMb: config.memoryMb,
      env: workerEnvironment(envId, adminUrl(id), config),
      clockOffsetMs: clockOffsetMs?.(),
      onOutput: (level, message) => log({ level, scope: name, message, requestId: this.running.get(id)?.id }),
      onExit: (expected) => {
        this.processes.delete(process);
        if (!expected) log({ level: 'warn', scope: name, message: '云函数进程意外退出，将自动替换' });
        onExit(expected);
      },
    });
    this.processes.add(process);
    return process;
  }
}
