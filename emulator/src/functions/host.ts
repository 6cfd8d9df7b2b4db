import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CallRecorder } from '../calls';
import type { Log } from '../log';
import { WireError, type Json, type Service, type WireContext } from '../service';
import { callContext, callEnvironment, workerEnvironment } from './environment';
import { eventText, parseEvent, withUserInfo } from './event';
import { outsideWarnings } from './outside';
import { FunctionProcess } from './process';
import { checkQualifier } from './qualifier';
import { FunctionRegistry, type HostedFunction, type RegistryOptions } from './registry';
import { RunningInvocations } from './running';
import { hasWechatToken } from './token';
import type { Identity, InvocationOutcome, ResolvedConfig } from './types';

/** Largest request of one call between functions or from an administrator's script, as on the cloud. */
const MAX_REQUEST_BYTES = 6 * 1024 * 1024;

/** How long calls under way may take to finish when the emulator stops. */
const STOP_GRACE_MS = 10_000;

export interface FunctionHostOptions {
  /** Folder with `<name>/index.js`; without it there are no functions. */
  directory?: string;
  /** What is said of a function outside its folder: the same object until it changes. */
  settingsOf: RegistryOptions['settingsOf'];
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

/** How one call differs from one of an administrator's script. */
export interface InvokeOptions {
  /** What the record of calls says in place of `event.action`. */
  label?: string;
  /** Largest event in bytes. Default 6 MB. */
  mostBytes?: number;
  /** Another function waits for it. */
  nested?: boolean;
}

/** `worker.cjs` beside the sources, or `worker.js` beside a bundle of the emulator. */
function findWorkerFile(): string {
  const candidates = ['worker.cjs', 'worker.js', 'functions/worker.cjs'].map((file) => join(__dirname, file));
  return candidates.find((file) => existsSync(file)) ?? candidates[0]!;
}

/** Runs cloud functions in processes of their own: `functions.invokeFunction`, timers, gateway and HTTP end here. */
export class FunctionHost implements Service {
  readonly name = 'functions';
  readonly actions = { 'functions.invokeFunction': this.invokeFromWire.bind(this) };
  private readonly registry: FunctionRegistry;
  private readonly running = new RunningInvocations();
  private readonly processes = new Set<FunctionProcess>();
  private readonly warnOfOutside: ReturnType<typeof outsideWarnings>;

  constructor(private readonly options: FunctionHostOptions) {
    this.warnOfOutside = outsideWarnings(options.log);
    this.registry = new FunctionRegistry({
      directory: options.directory,
      settingsOf: options.settingsOf,
      log: options.log,
      spawn: (hosted, bundle, onExit) => this.spawn(hosted, bundle, onExit),
    });
  }

  /** Reads the settings of all functions and starts one worker of each in the background. */
  start(): Promise<void> {
    void this.warm(this.registry.all());
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    await this.registry.stop(STOP_GRACE_MS);
    await Promise.all([...this.processes].map((process) => process.exited));
  }

  info(): Json {
    return Object.fromEntries(
      this.registry
        .known()
        .map(({ name, config, pool }) => [
          name,
          { timeoutSec: config.timeoutSec, memoryMb: config.memoryMb, limit: config.workers, ...pool.counts() },
        ]),
    );
  }

  /** Settings of every function that is there now, by name. */
  configs(): Map<string, ResolvedConfig> {
    return new Map(this.registry.current().map(({ name, config }) => [name, config]));
  }

  /** True for a function that exists and that clients may call. */
  isClientCallable(name: string): boolean {
    return this.registry.exists(name) && this.registry.find(name).config.clientCallable;
  }

  /** The invocation that a worker is running now; what it sends to the wire protocol belongs to it. */
  invocationOf(workerId: string): string | undefined {
    return this.running.of(workerId)?.id;
  }

  /** Whether a call that is running now came with WeChat's token for open interfaces. */
  carriesWechatToken(invocationId: string): boolean {
    const running = this.running.find(invocationId);
    return running !== undefined && hasWechatToken(running.invocation.identity);
  }

  /**
   * Calls a function. `event` is JSON text of an object, or empty.
   * Rejects with WireError: FUNCTION_NOT_FOUND, FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED,
   * FUNCTIONS_MEMORY_LIMIT_EXCEEDED, EXCEED_CONCURRENT_REQUEST_LIMIT, EXCEED_MAX_PAYLOAD_SIZE, INVALID_PARAM.
   */
  async invoke(
    name: string,
    event: string,
    identity: Identity = {},
    options: InvokeOptions = {},
  ): Promise<InvocationOutcome> {
    const requestId = randomUUID();
    const requestBytes = Buffer.byteLength(event);
    if (requestBytes > (options.mostBytes ?? MAX_REQUEST_BYTES))
      throw new WireError('EXCEED_MAX_PAYLOAD_SIZE', 'request data exceeds 6 MB');
    if (!this.registry.exists(name))
      throw new WireError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`);
    const data = parseEvent(event);
    const { calls, appId } = this.options;
    const trigger = identity.trigger ?? 'tcb';
    const action = options.label ?? (typeof data.action === 'string' ? data.action.slice(0, 100) : undefined);
    const { persona } = identity;
    const queuedAt = calls.begin({ id: requestId, function: name, action, persona, trigger, requestBytes });
    let startedAt = queuedAt;
    let error: string | undefined;
    let replyBytes = 0;
    try {
      const onStart = (): void => {
        startedAt = performance.now();
      };
      const sent = eventText(withUserInfo(data, identity, appId));
      const json = await this.dispatch(name, requestId, sent, identity, options.nested ?? false, onStart);
      replyBytes = Buffer.byteLength(json);
      return { result: JSON.parse(json) as unknown, json, requestId, ms: performance.now() - startedAt };
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

  private dispatch(
    name: string,
    id: string,
    event: string,
    identity: Identity,
    nested: boolean,
    onStart: () => void,
  ): Promise<string> {
    const { config, pool } = this.registry.find(name);
    const { envId, appId, clockOffsetMs } = this.options;
    const caller = { appId, ...identity };
    let worker = '';
    const result = pool.run((process) => {
      onStart();
      worker = process.id;
      this.running.begin(worker, { id, identity: caller, pool });
      const env = callEnvironment(envId, id, caller);
      const context = callContext(envId, name, id, config, env);
      return {
        call: { id, event, context, env, clockOffsetMs: clockOffsetMs?.() ?? 0 },
        limitMs: config.timeoutSec * 1000,
      };
    }, nested);
    return result.finally(() => this.running.end(worker, id));
  }

  /** A call from another function goes on under the identity of whoever called that one, but without his token. */
  private async invokeFromWire(body: Json, context: WireContext): Promise<Json> {
    const { function_name: name, request_data: event, qualifier } = body;
    if (typeof name !== 'string' || (event != null && typeof event !== 'string')) {
      throw new WireError('INVALID_PARAM', 'function_name and request_data must be strings');
    }
    checkQualifier(name, qualifier);
    const caller = context.invocationId === undefined ? undefined : this.running.find(context.invocationId);
    const { json } = caller ? await this.invokeNested(name, event ?? '', caller) : await this.invoke(name, event ?? '');
    return { data: { response_data: json } };
  }

  private async invokeNested(
    name: string,
    event: string,
    { workerId, invocation: { identity, pool } }: NonNullable<ReturnType<RunningInvocations['find']>>,
  ): Promise<InvocationOutcome> {
    const over = pool.waits(workerId);
    try {
      const source = `${identity.source ?? ''},scf`;
      const caller = { ...identity, trigger: 'tcb', source, wechatToken: false } as const;
      return await this.invoke(name, event, caller, { nested: true });
    } finally {
      over();
    }
  }

  private spawn(hosted: HostedFunction, bundle: string, onExit: (expected: boolean) => void): FunctionProcess {
    const { envId, log, adminUrl, clockOffsetMs } = this.options;
    const { name, config, pool } = hosted;
    const id = randomBytes(12).toString('hex');
    const process = new FunctionProcess({
      id,
      bundle,
      workerFile: this.options.workerFile ?? findWorkerFile(),
      memoryMb: config.memoryMb,
      env: workerEnvironment(envId, adminUrl(id), dirname(bundle), config),
      clockOffsetMs: clockOffsetMs?.(),
      onOutput: (level, message, requestId) => log({ level, scope: name, message, requestId }),
      onFiles: (files) => {
        pool.watch(files);
        this.warnOfOutside(name, bundle, files);
      },
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
