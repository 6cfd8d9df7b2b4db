import type { Log } from '../log';
import { OperatorError } from '../operator-error';
import { readCloudbaserc } from './cloudbaserc';
import { fileVersion } from './file-version';
import type { FunctionConfig } from './types';

/**
 * What cloudbaserc.json and the caller say of functions; the caller's word goes first. The file is looked at again at
 * every question, so that a change counts from the next call on.
 */
export class ProjectSettings {
  /** Folder of the functions, as the file said at the start. */
  readonly functionRoot: string | undefined;
  private settings = new Map<string, FunctionConfig>();
  private version: string | undefined;

  /** Throws OperatorError when the file cannot be read or is wrong. */
  constructor(
    private readonly file: string | undefined,
    private readonly given: Record<string, FunctionConfig>,
    private readonly log: Log,
  ) {
    this.version = file === undefined ? undefined : fileVersion(file);
    const project = file === undefined ? { config: {} } : readCloudbaserc(file);
    this.functionRoot = project.functionRoot;
    this.take(project.config);
  }

  /** Settings of one function: the same object until they change. A mistake leaves those from before it. */
  of(name: string): FunctionConfig | undefined {
    this.refresh();
    return this.settings.get(name);
  }

  private refresh(): void {
    const { file } = this;
    if (file === undefined) return;
    const version = fileVersion(file);
    if (version === this.version) return;
    this.version = version;
    try {
      this.take(readCloudbaserc(file).config);
    } catch (error) {
      if (!(error instanceof OperatorError)) throw error;
      this.log({ level: 'error', scope: 'functions', message: `${error.message}；仍用原来的配置` });
    }
  }

  private take(config: Record<string, FunctionConfig>): void {
    const names = new Set([...Object.keys(config), ...Object.keys(this.given)]);
    const earlier = this.settings;
    this.settings = new Map();
    for (const name of names) {
      const now = { ...config[name], ...this.given[name] };
      const before = earlier.get(name);
      // The same object tells that nothing changed: workers of functions that are as they were go on.
      this.settings.set(name, before && JSON.stringify(before) === JSON.stringify(now) ? before : now);
    }
  }
}
