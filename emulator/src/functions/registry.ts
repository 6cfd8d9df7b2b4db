import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../log';
import { OperatorError } from '../operator-error';
import { bundlePath, configPath, discoverFunctions, isFunctionName, resolveConfig } from './config';
import { fileVersion } from './file-version';
import { FunctionPool } from './pool';
import type { FunctionProcess } from './process';
import type { FunctionConfig, ResolvedConfig } from './types';

/** How long calls may still use a worker with settings that were changed meanwhile: the longest time limit. */
const RETIRE_GRACE_MS = 900_000;

/** How often it is looked whether calls under way are finished. */
const POLL_MS = 10;

export interface HostedFunction {
  name: string;
  config: ResolvedConfig;
  pool: FunctionPool;
}

interface Entry extends HostedFunction {
  /** State of config.json, and what was said elsewhere, from which `config` was made. */
  fileVersion: string | undefined;
  given: FunctionConfig | undefined;
}

export interface RegistryOptions {
  /** Folder with `<name>/index.js`; without it there are no functions. */
  directory?: string;
  /** What is said of a function outside its folder: the same object until it changes. */
  settingsOf(name: string): FunctionConfig | undefined;
  log: Log;
  spawn(hosted: HostedFunction, bundle: string, onExit: (expected: boolean) => void): FunctionProcess;
}

/** The functions of a folder: found when they are asked for, with new settings from the call after a change. */
export class FunctionRegistry {
  private readonly entries = new Map<string, Entry>();
  private readonly faults = new Map<string, string>();
  /** Those of settings that were changed included, while a call still uses one. */
  private readonly pools = new Set<FunctionPool>();
  /** Done to every new pool: one that is made during the stop must stop as well. */
  private curb: (pool: FunctionPool) => void = () => undefined;

  constructor(private readonly options: RegistryOptions) {}

  /** Every function that has a bundle now. Throws OperatorError when the folder or a setting cannot be read. */
  all(): HostedFunction[] {
    const { directory } = this.options;
    return directory === undefined ? [] : discoverFunctions(directory).map((name) => this.find(name));
  }

  /** The same while the emulator runs: one whose settings cannot be read is told in the log, once, and left out. */
  current(): HostedFunction[] {
    const { directory, log } = this.options;
    if (directory === undefined || !existsSync(directory)) return [];
    return discoverFunctions(directory).flatMap((name) => {
      try {
        return [this.find(name)];
      } catch (error) {
        if (!(error instanceof OperatorError)) throw error;
        if (this.faults.get(name) !== error.message) log({ level: 'error', scope: name, message: error.message });
        this.faults.set(name, error.message);
        return [];
      }
    });
  }

  /** Those that were found so far. */
  known(): HostedFunction[] {
    return [...this.entries.values()];
  }

  exists(name: string): boolean {
    const { directory } = this.options;
    if (!directory || !isFunctionName(name)) return false;
    return this.entries.has(name) || existsSync(bundlePath(directory, name));
  }

  /** A function that exists. Throws OperatorError for wrong settings; settings that became wrong leave the old ones. */
  find(name: string): HostedFunction {
    const directory = this.options.directory!;
    const known = this.entries.get(name);
    const from = { fileVersion: fileVersion(configPath(directory, name)), given: this.options.settingsOf(name) };
    if (known && known.fileVersion === from.fileVersion && known.given === from.given) return known;
    let config: ResolvedConfig;
    try {
      config = resolveConfig(directory, name, from.given);
    } catch (error) {
      if (!known || !(error instanceof OperatorError)) throw error;
      Object.assign(known, from);
      this.options.log({ level: 'error', scope: name, message: `${error.message}；仍用原来的配置` });
      return known;
    }
    if (known) void this.retire(known.pool);
    return this.add(name, config, from);
  }

  /**
   * Lets calls under way finish for at most `graceMs`, with the calls of other functions that they make, then ends all
   * workers.
   */
  async stop(graceMs: number): Promise<void> {
    this.curb = (pool) => pool.close();
    for (const pool of this.pools) pool.close();
    await whileUnfinished(() => [...this.pools].some((pool) => pool.unfinished), graceMs);
    this.curb = (pool) => pool.end();
    for (const pool of this.pools) pool.end();
  }

  private async retire(pool: FunctionPool): Promise<void> {
    pool.close();
    await whileUnfinished(() => pool.unfinished, RETIRE_GRACE_MS);
    pool.end();
    this.pools.delete(pool);
  }

  private add(name: string, config: ResolvedConfig, from: Pick<Entry, 'fileVersion' | 'given'>): HostedFunction {
    const bundle = bundlePath(this.options.directory!, name);
    const pool: FunctionPool = new FunctionPool({
      bundle,
      workers: config.workers,
      queue: config.queue,
      spawn: (onExit) => this.options.spawn(entry, bundle, onExit),
    });
    const entry: Entry = { name, config, pool, ...from };
    this.entries.set(name, entry);
    this.pools.add(pool);
    this.curb(pool);
    return entry;
  }
}

/** Waits for what is unfinished, for at most `graceMs`. */
async function whileUnfinished(unfinished: () => boolean, graceMs: number): Promise<void> {
  const deadline = performance.now() + graceMs;
  while (unfinished() && performance.now() < deadline) await wait(POLL_MS);
}
